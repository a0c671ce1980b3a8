"""Train the stance model on all of Emergent's headlines and on what we wrote: makes models/stance/weights.json.

Run ``python -m training.stance``; ``python -m benchmarks.stance`` measures it on claims that it has not seen.
"""

from __future__ import annotations

import json

from benchmarks import gold
from benchmarks.stance import GOLD, featured, learn, ours, read
from claims.records import Stance
from index.stance import WEIGHTS


def main() -> None:
    """Train and write."""
    shown = [*read(gold.folder() / GOLD), *ours()]
    content = {
        form.value: {
            stance.value: {
                "bias": round(model.biases[stance], 4),
                "weights": {name: round(weight, 4) for name, weight in model.weights[stance].items()},
            }
            for stance in Stance
        }
        for form, model in learn(shown, featured(shown)).items()
    }
    WEIGHTS.parent.mkdir(parents=True, exist_ok=True)
    WEIGHTS.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print(f"{WEIGHTS}: {len(shown)} passages")


if __name__ == "__main__":
    main()

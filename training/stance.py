"""Train the stance model on all of Emergent's headlines: makes models/stance/weights.json.

Run ``python -m training.stance``; ``python -m benchmarks.stance`` measures it on claims that it has not seen.
"""

from __future__ import annotations

import json

from benchmarks import gold
from benchmarks.stance import GOLD, featured, fit, read, written
from claims.records import Stance
from index.stance import WEIGHTS


def main() -> None:
    """Train and write."""
    ours = written()
    headlines = [*read(gold.folder() / GOLD), *ours]
    model = fit(featured(headlines), [headline.stance for headline in headlines], len(ours))
    content = {
        stance.value: {
            "bias": round(model.biases[stance], 4),
            "weights": {name: round(weight, 4) for name, weight in model.weights[stance].items()},
        }
        for stance in Stance
    }
    WEIGHTS.parent.mkdir(parents=True, exist_ok=True)
    WEIGHTS.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print(f"{WEIGHTS}: {sum(len(part['weights']) for part in content.values())} weights")


if __name__ == "__main__":
    main()

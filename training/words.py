"""Count in how many sentences each word stands: makes models/words/frequencies.json.

Run ``python -m training.words`` with ``CLAIMTRAIL_DATA`` naming the gold data (default ``../shared/data``).
"""

from __future__ import annotations

import json
import re
from collections import Counter

from benchmarks import gold
from index.words import TABLE, words

SEEN = 5
"""Sentences in which a word must stand to be listed. From 3 to 8 benchmarks/clustering.py shows no difference."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


def main() -> None:
    """Count the words of PolNeAR's training articles and write the table."""
    source = gold.folder() / "polnear" / "train.jsonl"
    seen: Counter[str] = Counter()
    sentences = 0
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            for sentence in _SENTENCE.split(json.loads(line)["text"]):
                if sentence.strip():
                    sentences += 1
                    seen.update(set(words(sentence)))
    listed = {word: count for word, count in sorted(seen.items()) if count >= SEEN}
    TABLE.parent.mkdir(parents=True, exist_ok=True)
    TABLE.write_text(
        json.dumps({"sentences": sentences, "words": listed}, ensure_ascii=False, indent=0) + "\n", encoding="utf-8"
    )
    print(f"{TABLE}: {len(listed):,} words of {sentences:,} sentences")


if __name__ == "__main__":
    main()

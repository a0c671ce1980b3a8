from __future__ import annotations

from pathlib import Path

import pytest

from claims.errors import SettingsError
from settings import Settings, load


def test_defaults_hold_where_nothing_is_set(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml", {}) == Settings()


def test_the_environment_wins_over_the_file(tmp_path: Path) -> None:
    toml = tmp_path / "claimtrail.toml"
    toml.write_text('[store]\ndb = "a.db"\n[index]\nmodel = "x"\n')
    settings = load(toml, {"CLAIMTRAIL_STORE_DB": "b.db"})
    assert settings.store.db == Path("b.db")
    assert settings.index.model == "x"


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("[stroe]\n", "stroe"),
        ("[store]\npath = 1\n", "path"),
        ('[runner]\nworkers = "many"\n', "many"),
        ("[store\n", "TOML"),
        ("store = 3\n", "store"),
        ("[runner]\nworkers = true\n", "workers"),
        ("[runner]\nworkers = 2.5\n", "workers"),
        ("[runner]\nworkers = -1\n", "workers"),
        ("[index]\njoin = nan\n", "join"),
        ("[index]\nmodel = 3\n", "model"),
        ('[store]\ndb = ""\n', "db"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, toml: str, says: str) -> None:
    file = tmp_path / "claimtrail.toml"
    file.write_text(toml)
    with pytest.raises(SettingsError, match=says):
        load(file, {})


def test_a_wrong_environment_value_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="CLAIMTRAIL_RUNNER_WORKERS"):
        load(tmp_path / "none.toml", {"CLAIMTRAIL_RUNNER_WORKERS": "two"})

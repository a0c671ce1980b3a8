"""The commands that the README shows are run as they stand there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_the_commands_of_the_readme_work_as_written(tmp_path: Path) -> None:
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    commands = [line for block in blocks for line in block.splitlines() if line.startswith("claimtrail ")]
    assert len(commands) >= 6
    script = "\n".join(["set -euo pipefail", f'claimtrail() {{ "{sys.executable}" cli.py "$@"; }}', *commands])
    script = script.replace("/tmp/story.db", str(tmp_path / "story.db"))
    done = subprocess.run(
        ["bash", "-c", script], cwd=ROOT, capture_output=True, encoding="utf-8", env=os.environ, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\n") > 50


def test_every_file_that_the_readme_points_to_is_there() -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)", (ROOT / "README.md").read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_make_has_the_targets_that_the_readme_names() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"`?make ([a-z]+)`?", (ROOT / "README.md").read_text(encoding="utf-8")))
    assert named - {"on"} <= targets, named

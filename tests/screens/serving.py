"""The real page on a free port, and the machine's Chromium to look at it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START_SECONDS = 90


def chromium() -> str | None:
    """Return the machine's Chromium, if it has one."""
    return next((found for found in map(shutil.which, NAMES) if found), None)


@contextmanager
def serve(db: Path) -> Iterator[str]:
    """Run ``streamlit run app.py`` on the archive ``db``; give its address.

    Raises:
        RuntimeError: the page did not come up; says what the server printed.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}", "--server.headless=true"]
    environment = {**os.environ, "CLAIMTRAIL_STORE_DB": str(db), "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    log = tempfile.TemporaryFile()  # noqa: SIM115 - closed below, after the server that writes to it
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
    try:
        address = f"http://127.0.0.1:{port}/"
        deadline = time.monotonic() + START_SECONDS
        while not _answers(address):
            if server.poll() is not None or time.monotonic() > deadline:
                log.seek(0)
                raise RuntimeError(f"the page did not come up:\n{log.read().decode(errors='replace')}")
            time.sleep(0.2)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)
        log.close()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}_stcore/health", timeout=2) as reply:
            return reply.status == 200
    except OSError:
        return False


@contextmanager
def browse(path: str) -> Iterator[Browser]:
    """Start the Chromium at ``path``."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()

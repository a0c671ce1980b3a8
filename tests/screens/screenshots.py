"""Take a picture of every screen: ``python -m tests.screens.screenshots OUTDIR DB [DRAFT]``.

Each at the size of a desk and of a telephone, in light and, for the claim, in dark.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page

from screens import addresses
from store.archive import Archive
from tests.screens.serving import browse, chromium, serve

SIZES = {"desk": (1440, 900), "phone": (390, 844)}
TALLEST = 8000


def screens_of(db: Path) -> dict[str, str]:
    """Return the addresses worth a picture: the list, the claim with most to show, its first article, the forms."""
    with Archive.open(db) as archive:
        summaries, _ = archive.trail_summaries(limit=50)
        if not summaries:
            return {"claims": addresses.HOME, "add": addresses.ADD, "check": addresses.CHECK}
        richest = max(summaries, key=lambda summary: (len(summary.flags), summary.articles))
        first = archive.trail(richest.id).appearances[0]
    return {
        "claims": addresses.HOME,
        "claim": addresses.claim(richest.id),
        "claim-most": addresses.claim(summaries[0].id),
        "article": addresses.article(first.article),
        "sources": addresses.SOURCES,
        "queue": addresses.QUEUE,
        "add": addresses.ADD,
        "check": addresses.CHECK,
    }


def take(browser: Browser, address: str, pages: dict[str, str], out: Path, draft: str | None) -> None:
    """Save a picture of each page in each size: what is seen first, and the whole."""
    for size, (width, height) in SIZES.items():
        for scheme in ("light", "dark"):
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            for name, path in pages.items():
                if scheme == "dark" and name not in ("claims", "claim", "article"):
                    continue
                page = context.new_page()
                page.goto(address + path.removeprefix("./"))
                page.locator(".stHtml h1, .rows, .message").first.wait_for(timeout=60_000)
                if name == "check" and draft:
                    _check(page, draft)
                page.wait_for_timeout(800)
                stem = f"{name}-{size}" + ("-dark" if scheme == "dark" else "")
                page.screenshot(path=out / f"{stem}.png")
                whole = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
                page.set_viewport_size({"width": width, "height": max(height, min(whole, TALLEST))})
                page.wait_for_timeout(300)
                page.screenshot(path=out / f"{stem}-whole.png")
                page.close()
            context.close()


def _check(page: Page, draft: str) -> None:
    page.get_by_label("The draft").fill(draft)
    page.get_by_role("button", name="Check it").click()
    page.get_by_role("heading", name="Findings").wait_for(timeout=120_000)


def main(arguments: list[str]) -> int:
    """Run from the command line."""
    if len(arguments) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    path = chromium()
    if path is None:
        print("no Chromium on this machine", file=sys.stderr)
        return 1
    out, db = Path(arguments[0]), Path(arguments[1]).resolve()
    draft = Path(arguments[2]).read_text(encoding="utf-8") if len(arguments) == 3 else None
    out.mkdir(parents=True, exist_ok=True)
    with serve(db) as address, browse(path) as browser:
        take(browser, address, screens_of(db), out, draft)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

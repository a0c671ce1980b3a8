import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from claims.articles import fetch
from claims.records import Refusal
from settings import Claims

PAGE = (
    "<html><head><title>Harbour shut</title><link rel=canonical href='{canonical}'></head><body>"
    "<p>The harbour of Brenholm shut at noon, a port official said, and no ship may enter before Friday.</p>"
    "</body></html>"
)


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kinds = {
            "/story": ("text/html; charset=utf-8", PAGE.format(canonical="/story?id=1").encode()),
            "/copied": ("text/html", PAGE.format(canonical="https://wire.example/story").encode()),
            "/words": ("text/plain; charset=windows-1252", "Shut — said José.".encode("cp1252")),
            "/rows": ("application/x-ndjson", b'{"text": "a"}\n{"text": "b"}\n'),
            "/caf%C3%A9": ("text/plain", b"Open."),
            "/film": ("video/mp4", b"x"),
            "/big": ("text/plain", b"x" * 200_000),
        }
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/words")
            self.end_headers()
            return
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "ftp://files.example/x")
            self.end_headers()
            return
        kind, data = kinds.get(self.path, (None, b""))
        self.send_response(200 if kind else 404)
        if kind:
            self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def test_a_page_is_fetched_with_its_own_address_and_the_time(site):
    (found,) = fetch(f"{site}/story")
    assert found.text.startswith("The harbour of Brenholm")
    assert (found.url, found.title, found.outlet) == (f"{site}/story?id=1", "Harbour shut", None)
    assert found.retrieved.endswith("+00:00")


def test_a_copy_keeps_the_address_where_it_was_found(site):
    (found,) = fetch(f"{site}/copied")
    assert found.url == f"{site}/copied"


def test_redirections_charsets_and_accents_are_followed(site):
    (found,) = fetch(f"{site}/moved")
    assert (found.text, found.url) == ("Shut — said José.", f"{site}/words")
    assert [found.text for found in fetch(f"{site}/café")] == ["Open."]
    assert [found.text for found in fetch(f"{site}/rows")] == ["a", "b"]


@pytest.mark.parametrize(
    ("path", "why"), [("/none", "404"), ("/film", "video/mp4"), ("/big", "larger than"), ("/away", "ftp")]
)
def test_what_cannot_be_taken_is_refused_with_its_reason(site, path, why):
    (found,) = fetch(f"{site}{path}", Claims(largest_file=100_000))
    assert isinstance(found, Refusal)
    assert why in found.why
    assert found.what == f"{site}{path}"


@pytest.mark.parametrize(
    "url", ["file:///etc/hosts", "ftp://a.example/x", "javascript:alert(1)", "a.example/x", "", "http://", "http://[::1",
            "http://a.example:99999/", "http://..example/", "http://127.0.0.1:1/", "https://no-such-host.invalid/"]
)  # fmt: skip
def test_other_schemes_and_unreachable_sites_are_refused(url):
    (found,) = fetch(url, Claims(fetch_timeout=2.0))
    assert isinstance(found, Refusal)
    assert found.what == url

"""Against a server of our own on this machine, which the check is told to allow."""

import gzip
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from rashomon.fetching import Limits, fetch
from rashomon.intake.types import Piece, Refused

PAGE = b"<html><body><p>The army left Tarvol on Friday.</p></body></html>"
SMALL = Limits(size=10_000, seconds=5, patience=1, pause=0)


class _Handler(BaseHTTPRequestHandler):
    seen: ClassVar[list[dict[str, str]]] = []

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        self.seen.append(dict(self.headers))
        path, _, rest = self.path.partition("?")
        if path == "/page":
            self._send(200, PAGE, {"Content-Type": "text/html; charset=utf-8"})
        elif path == "/packed":
            self._send(200, gzip.compress(PAGE), {"Content-Type": "text/html", "Content-Encoding": "gzip"})
        elif path == "/bomb":
            self._send(200, gzip.compress(b"x" * 5_000_000), {"Content-Type": "text/html", "Content-Encoding": "gzip"})
        elif path == "/cut":
            self._send(200, gzip.compress(PAGE)[:-12], {"Content-Type": "text/html", "Content-Encoding": "gzip"})
        elif path == "/brotli":
            self._send(200, PAGE, {"Content-Type": "text/html", "Content-Encoding": "br"})
        elif path == "/large":
            self._send(200, b"x" * 20_000, {"Content-Type": "text/html"})
        elif path == "/image":
            self._send(200, b"GIF89a", {"Content-Type": "image/gif"})
        elif path == "/file.warc.gz":
            self._send(200, b"bytes", {"Content-Type": "application/octet-stream"})
        elif path == "/to":
            self._send(302, b"", {"Location": rest})
        elif path == "/loop":
            self._send(301, b"", {"Location": "/loop"})
        elif path == "/slow":
            self.wfile.write(b"HTTP/1.0 200 OK\r\n")
            for _ in range(40):
                try:
                    self.wfile.write(b"X-A: 1\r\n")
                    self.wfile.flush()
                except OSError:
                    return
                if closed.wait(0.05):
                    return
        else:
            self._send(404, b"", {})

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


closed = threading.Event()


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    http = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{http.server_address[1]}"
    closed.set()
    http.shutdown()
    thread.join()
    http.server_close()


def local(address: str) -> bool:
    return address == "127.0.0.1"


def one(url: str, limits: Limits = SMALL) -> Piece:
    [piece] = fetch([url], limits, local)
    assert isinstance(piece, Piece), piece
    return piece


def reason(url: str, limits: Limits = SMALL) -> str:
    [refused] = fetch([url], limits, local)
    assert isinstance(refused, Refused)
    assert refused.error.path == url
    return refused.error.reason


def test_a_page_comes_with_its_address_and_what_the_server_said(server: str) -> None:
    piece = one(f"{server}/page")
    assert piece.data == PAGE
    assert (piece.origin.how, piece.origin.url) == ("fetch", f"{server}/page")
    assert piece.details.url == f"{server}/page"
    assert piece.origin.media == "text/html; charset=utf-8"
    assert piece.name == "127.0.0.1/page.html"
    assert _Handler.seen[-1]["User-Agent"].startswith("rashomon/")


def test_a_packed_page_is_unpacked(server: str) -> None:
    assert one(f"{server}/packed").data == PAGE


def test_a_redirect_is_followed_and_the_last_address_kept(server: str) -> None:
    assert one(f"{server}/to?/to?{server}/page").origin.url == f"{server}/page"


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/bomb", "more than 10,000 bytes"),
        ("/large", "more than 10,000 bytes"),
        ("/cut", "breaks off"),
        ("/brotli", "not asked for"),
        ("/image", "is image/gif"),
        ("/nothing", "404"),
        ("/loop", "more than 5 times"),
        ("/to?file:///etc/hostname", "only http and https"),
        ("/to?http://[::1]:1/", "::1 is no public address"),
        ("/to?http://10.0.0.1/", "10.0.0.1 is no public address"),
        ("/to?http://2130706434/", "127.0.0.2, which is no public address"),
    ],
)
def test_what_is_refused_says_why(server: str, path: str, why: str) -> None:
    assert why in reason(server + path)


def test_time_is_counted_through_headers_that_drip(server: str) -> None:
    assert "longer than 0.5 seconds" in reason(f"{server}/slow", Limits(seconds=0.5, patience=1))


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("ftp://example.org/a", "only http and https"),
        ("example.org", "only http and https"),
        ("http://user:secret@example.org/", "user name"),
        ("http:///a", "names no host"),
        ("http://[bad/", "no address"),
    ],
)
def test_addresses_of_other_kinds_are_not_fetched(url: str, why: str) -> None:
    assert why in reason(url)


def test_this_machine_is_refused_by_default_and_never_asked(server: str) -> None:
    asked = len(_Handler.seen)
    [refused] = fetch([f"{server}/page"], SMALL)
    assert isinstance(refused, Refused)
    assert "no public address" in refused.error.reason
    assert len(_Handler.seen) == asked


def test_a_name_is_asked_once_and_the_checked_address_is_connected_to(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["127.0.0.1", "10.0.0.1"])
    port = int(server.rpartition(":")[2])

    def resolve(host: str, *args: Any, **options: Any) -> Any:
        if host != "pages.example":  # the connection itself, by number
            return real(host, *args, **options)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (next(answers), port))]

    real: Any = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert one(f"http://pages.example:{port}/page").data == PAGE
    assert next(answers) == "10.0.0.1"
    assert _Handler.seen[-1]["Host"] == f"pages.example:{port}"


def test_a_host_with_one_private_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, 80)) for a in ("8.8.8.8", "192.168.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    [refused] = fetch(["http://pages.example/"], SMALL)
    assert isinstance(refused, Refused)
    assert "192.168.0.1" in refused.error.reason


def test_the_environments_proxy_is_not_used(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    assert one(f"{server}/page").data == PAGE


def test_pages_of_one_host_are_fetched_with_a_pause_and_each_once(server: str) -> None:
    waited: list[float] = []
    urls = [f"{server}/page", f"{server}/page", f"{server}/packed"]
    assert len(list(fetch(urls, Limits(pause=2.5), local, waited.append))) == 2
    assert waited == [2.5]


def test_bytes_of_no_kind_are_known_by_the_suffix(server: str) -> None:
    assert one(f"{server}/file.warc.gz").name == "127.0.0.1/file.warc.gz"

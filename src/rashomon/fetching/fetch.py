"""From addresses to pieces, within bounds of size, time and reach."""

from __future__ import annotations

import ssl
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx
import yaml

from rashomon.errors import InputError
from rashomon.fetching.addresses import is_public
from rashomon.fetching.connecting import Check, CheckedTransport, ForbiddenError, TooLateError
from rashomon.fetching.limits import Limits
from rashomon.intake.details import Details
from rashomon.intake.types import Origin, Piece, Refused
from rashomon.version import __version__

_DEFAULT = Limits()
_AGENT = f"rashomon/{__version__} (reads pages that its user names, one at a time)"
_HEADERS = {
    "User-Agent": _AGENT,
    "Accept": "text/html, application/xhtml+xml, application/pdf, application/rss+xml, application/atom+xml, "
    "application/xml;q=0.9, text/plain;q=0.8, application/warc;q=0.7",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "en",
}
_MOVED = (301, 302, 303, 307, 308)


class _FetchError(Exception):
    """Why an address was not fetched."""


def fetch(
    urls: Iterable[str],
    limits: Limits = _DEFAULT,
    check: Check = is_public,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Piece | Refused]:
    """What stands at each address, or why it was not fetched; an address named twice is fetched once.

    Only http and https; nothing from the environment (proxies, passwords) is used, and a host is reached only at
    an address that was checked.

    Args:
        urls: the addresses.
        limits: how much each may cost.
        check: whether an IP address may be connected to.
        sleep: how it waits between two pages of a host.
    """
    before = None
    for url in dict.fromkeys(url.strip() for url in urls):
        host = _host(url)
        if host and host == before:
            sleep(limits.pause)
        before = host
        try:
            yield _fetched(url, limits, check)
        except _FetchError as error:
            yield Refused(InputError(url, str(error)), Origin("fetch", url=url))


def _fetched(url: str, limits: Limits, check: Check) -> Piece:
    transport = CheckedTransport(check, limits.seconds)
    try:
        with httpx.Client(
            transport=transport, trust_env=False, follow_redirects=False, timeout=limits.patience, headers=_HEADERS
        ) as client:
            return _followed(client, url, limits)
    except ForbiddenError as error:
        raise _FetchError(str(error)) from None
    except (TooLateError, httpcore.TimeoutException):
        late = f"takes longer than {limits.seconds:g} seconds" if transport.late else "gives no answer"
        raise _FetchError(late) from None
    except ssl.SSLError as error:
        raise _FetchError(f"cannot be trusted: {error.reason or 'TLS failed'}") from None
    except (httpcore.NetworkError, httpx.NetworkError, OSError) as error:
        raise _FetchError(f"cannot be reached: {' '.join(str(error).split())[:200] or type(error).__name__}") from None
    except (httpcore.ProtocolError, httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise _FetchError(f"breaks the protocol: {' '.join(str(error).split())[:200]}") from None


def _followed(client: httpx.Client, asked: str, limits: Limits) -> Piece:
    url = asked
    for _ in range(limits.redirects + 1):
        _check_url(url)
        with client.stream("GET", url) as answer:
            if answer.status_code in _MOVED and (target := answer.headers.get("location")):
                url = urljoin(url, target)
                continue
            if answer.status_code != 200:
                raise _FetchError(f"the server answers {answer.status_code} {answer.reason_phrase}".strip())
            said = answer.headers.get("content-type", "")
            media = _media(said, url)
            data = _body(answer, limits)
        if not data:
            raise _FetchError("is empty")
        parts = urlsplit(url)
        name = f"{parts.hostname}{parts.path}".strip("/")
        if not name.lower().endswith(media):
            name += media
        return Piece(name, data, Origin("fetch", url=url, media=said or None), Details(url=url))
    raise _FetchError(f"leads on more than {limits.redirects} times")


def _check_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise _FetchError("is no address that can be read") from None
    if parts.scheme not in ("http", "https"):
        raise _FetchError(f"only http and https are fetched, not {parts.scheme or 'what has no scheme'}")
    if not host:
        raise _FetchError("names no host")
    if parts.username is not None:
        raise _FetchError("carries a user name: what needs a password is not fetched")


@lru_cache(maxsize=1)
def _suffixes() -> Mapping[str, str]:
    found: Mapping[str, str] = yaml.safe_load(files(__package__).joinpath("media.yaml").read_text(encoding="utf-8"))
    return found


def _media(said: str, url: str) -> str:
    """The suffix of what a server says it sends."""
    kind = said.partition(";")[0].strip().lower()
    suffix = _suffixes().get(kind or "application/octet-stream")
    if suffix == "":
        path = urlsplit(url).path.lower()
        suffix = next((s for s in sorted(set(_suffixes().values()), reverse=True) if s and path.endswith(s)), None)
    if suffix is None:
        raise _FetchError(f"is {kind or 'of no named kind'}, which is not read")
    return suffix


def _body(answer: httpx.Response, limits: Limits) -> bytes:
    """The body, decompressed a little at a time: what is counted is what there is, not what the headers say."""
    coding = answer.headers.get("content-encoding", "identity").strip().lower()
    if coding not in ("identity", "", "gzip", "x-gzip", "deflate"):
        raise _FetchError(f"is packed as {coding[:40]!r}, which was not asked for")
    plain = coding in ("identity", "")
    unpacking = zlib.decompressobj(47)  # zlib or gzip, as its first bytes say
    body = bytearray()
    for chunk in answer.iter_raw():
        if plain:
            body += chunk
        else:
            try:
                body += unpacking.decompress(chunk, limits.size + 1 - len(body))
            except zlib.error:
                raise _FetchError("is packed in a way that cannot be undone") from None
        if len(body) > limits.size:
            raise _FetchError(f"has more than {limits.size:,} bytes")
    if not plain and not unpacking.eof:
        raise _FetchError("breaks off before its end")
    return bytes(body)


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None

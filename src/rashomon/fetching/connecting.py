"""Connects to the very address that was checked: what a name stands for is asked once, not again for the connection."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore
import httpx

Check = Callable[[str], bool]
"""Whether an IP address may be connected to."""


class ForbiddenError(Exception):
    """A name stands for an address that may not be connected to, or for none. The message is the reason."""


class TooLateError(Exception):
    """The time for an address is over."""


def resolve(host: str, port: int, check: Check) -> list[str]:
    """The IP addresses of a host. Raises ForbiddenError if one of them may not be connected to, or there is none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError):
        raise ForbiddenError(f"no such host: {host}") from None
    addresses = list(dict.fromkeys(str(address[4][0]) for address in found))
    if not addresses:
        raise ForbiddenError(f"no such host: {host}")
    for address in addresses:
        if not check(address):
            at = "" if host == address else f" is at {address}, which"
            raise ForbiddenError(f"{host}{at} is no public address: it is not fetched")
    return addresses


class CheckedTransport(httpx.BaseTransport):
    """Carries requests over connections to checked addresses; no proxy, no settings from the environment."""

    def __init__(self, check: Check, seconds: float) -> None:
        """`seconds`: after which nothing more is waited for."""
        self._end = time.monotonic() + seconds
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_keepalive_connections=0,
            network_backend=_Backend(check, self._end),
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """One request, without following where it leads."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme, host=request.url.raw_host, port=request.url.port, target=request.url.raw_path
        )
        sent = httpcore.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
        answer = self._pool.handle_request(sent)
        assert isinstance(answer.stream, Iterable)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Stream(answer))

    @property
    def late(self) -> bool:
        """Whether its time is over."""
        return time.monotonic() >= self._end

    def close(self) -> None:
        """Closes its connections."""
        self._pool.close()


class _Stream(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


class _Backend(httpcore.NetworkBackend):
    def __init__(self, check: Check, end: float) -> None:
        self._check = check
        self._end = end
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        last: Exception = httpcore.ConnectError("no address")
        for address in resolve(host, port, self._check):
            try:
                stream = self._plain.connect_tcp(address, port, _left(self._end, timeout))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                last = error
            else:
                return _Timed(stream, self._end)
        raise last


class _Timed(httpcore.NetworkStream):
    """A stream on which nothing is waited for past an end."""

    def __init__(self, stream: httpcore.NetworkStream, end: float) -> None:
        self._stream = stream
        self._end = end

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._end, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._end, timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, _left(self._end, timeout))
        return _Timed(stream, self._end)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(end: float, timeout: float | None) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise TooLateError
    return left if timeout is None else min(left, timeout)

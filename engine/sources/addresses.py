"""Addresses of cameras in the network."""

from __future__ import annotations

from urllib.parse import urlsplit

from engine.errors import UserError
from engine.text import mark

SCHEMES = ("http", "https", "rtsp")


class SpecError(UserError):
    """A description of a source is damaged or impossible."""


def checked_address(text: str) -> str:
    """A camera address in full; one without a scheme is taken for http.

    >>> checked_address("192.168.1.20:8080/video")
    'http://192.168.1.20:8080/video'
    """
    address = text.strip()
    if "://" not in address:
        address = f"http://{address}"
    try:
        parts = urlsplit(address)
        is_sound = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        is_sound = False
    if not is_sound or any(letter.isspace() or not letter.isprintable() for letter in address):
        raise SpecError(
            mark("“{address}” is not a camera address. It looks like http://192.168.1.20:8080/video or rtsp://…"),
            address=text.strip()[:200],
        )  # fmt: skip
    if parts.scheme.lower() not in SCHEMES:
        raise SpecError(
            mark("A camera address begins with http://, https:// or rtsp://, not with {scheme}://."),
            scheme=parts.scheme[:40],
        )  # fmt: skip
    return address


def without_password(address: str) -> str:
    """The address as it may be shown.

    >>> without_password("rtsp://me:secret@10.0.0.7/live")
    'rtsp://10.0.0.7/live'
    """
    scheme, separator, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    return scheme + separator + host.rpartition("@")[2] + slash + path

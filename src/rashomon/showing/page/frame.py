"""What every page of ours is: one file with a strict content policy, sections, styles and scripts."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from rashomon.showing.page.environment import fill
from rashomon.showing.phrases import NOTICE
from rashomon.version import __version__

_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
"""What would end a script element, or has no place in a file."""


@dataclass(frozen=True)
class Heading:
    """A section's anchor and its heading."""

    id: str
    heading: str


def framed(
    template: str, title: str, sections: Sequence[tuple[Heading, Markup]], styles: str, scripts: str, **values: object
) -> Markup:
    """A page that extends `frame.html`: self-contained, without a remote request of any kind."""
    script = _enclosed(scripts)
    return fill(
        template,
        title=title,
        sections=sections,
        notice=NOTICE,
        policy=_policy(styles, script),
        styles=Markup(styles),
        scripts=Markup(script),
        version=__version__,
        **values,
    )


def _enclosed(script: str) -> str:
    return f'(() => {{\n"use strict";\n{script}}})();\n' if script.strip() else ""


def _policy(styles: str, scripts: str) -> str:
    """A content security policy that lets in only our own style and script, known by their hashes."""
    allowed = {"style-src": styles, "script-src": scripts}
    hashed = [f"{name} 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" for name, text in allowed.items()]
    return "; ".join(["default-src 'none'", *hashed, "img-src data:", "base-uri 'none'", "form-action 'none'"])


def embedded(value: object) -> Markup:
    """JSON that is safe inside a script element: no character in it can end the element or open another.

    Half a surrogate pair, which no file can hold, is escaped as well.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text))

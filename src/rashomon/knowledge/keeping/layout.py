"""Adds to the text of a YAML file, so that comments and the layout of all other rows stay as they are."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

import yaml

from rashomon.errors import KnowledgeError
from rashomon.knowledge.layers import parsed

Path = Sequence[str | int]
"""Where something stands: keys of mappings and numbers of list entries, from the outside in."""


def flow(value: Any) -> str:
    """A value on one line, as YAML.

    >>> flow({"id": "xx.lances", "aliases": ["Lances", "NO"]})
    "{id: xx.lances, aliases: [Lances, 'NO']}"
    """
    text: str = yaml.safe_dump([value], default_flow_style=True, allow_unicode=True, width=10**9, sort_keys=False)
    return text.strip()[1:-1]


def added(text: str, path: Path, item: Any, file: str) -> str:
    """The text with one more entry in the list at a path; mappings and lists that are missing are made.

    Raises KnowledgeError if the text is no YAML, or laid out in a way that nothing can be added to it.
    """
    wanted = _with(deepcopy(parsed(text, file)), path, item)
    try:
        new = _insert(text, path, item)
        if parsed(new, file) == wanted:
            return new
    except (KnowledgeError, TypeError, IndexError):
        pass
    raise KnowledgeError(f"{file}: is laid out in a way that nothing can be added to it; add by hand: {flow(item)}")


def _with(content: Any, path: Path, item: Any) -> Any:
    if not path:
        return [*(content or []), item]
    step, *rest = path
    if isinstance(step, int):
        content[step] = _with(content[step], rest, item)
        return content
    inside = (content or {}).get(step)
    return {**(content or {}), step: _with(inside, rest, item)}


def _insert(text: str, path: Path, item: Any) -> str:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    rest = list(path)
    if node is None:
        head = text + ("\n" if text and not text.endswith("\n") else "")
        return head + "\n".join(_lines(rest, item, 0)) + "\n"
    while rest:
        inner = _inside(node, rest[0])
        if inner is None:
            break
        node = inner
        rest = rest[1:]
    if not isinstance(node, yaml.SequenceNode if not rest else yaml.MappingNode):
        raise TypeError("no list or mapping stands there")
    if node.flow_style:
        end = node.end_mark.index - 1
        piece = flow(_nested(rest, item))
        piece = piece[1:-1] if rest else piece
        return text[:end].rstrip() + (", " if node.value else "") + piece + text[end:]
    break_ = "\r\n" if "\r\n" in text else "\n"
    end = text.find("\n", _end(node))
    end = len(text) if end < 0 else end - (text[end - 1] == "\r")
    lines = break_.join(_lines(rest, item, node.start_mark.column))
    return text[:end] + break_ + lines + (text[end:] or break_)


def _inside(node: yaml.Node, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        found: yaml.Node = node.value[step]
        return found
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == step), None)
    raise TypeError("no list or mapping stands there")


def _end(node: yaml.Node) -> int:
    """Where the last thing in a node ends: a block's own end mark stands before whatever follows it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(node, yaml.MappingNode) else last)
    end: int = node.end_mark.index
    return end


def _nested(path: Path, item: Any) -> Any:
    """An entry, or the mappings of a path with a list of this one entry inside."""
    if not path:
        return item
    return {path[0]: _nested(path[1:], item) if path[1:] else [item]}


def _lines(path: Path, item: Any, indent: int) -> list[str]:
    """A list of one entry in the mappings of a path, as lines of a block."""
    lines = []
    for step in path:
        lines.append(" " * indent + flow(step) + ":")
        indent += 2
    return [*lines, " " * indent + "- " + flow(item)]

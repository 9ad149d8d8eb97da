"""From the bytes of a YAML file to its node tree, or to the mistake that prevents it."""

import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

import yaml

from massage_trainer.domain.errors import ContentError, SourceLocation
from massage_trainer.services.content.cache_files import MAX_BYTES

if TYPE_CHECKING:
    from yaml import SafeLoader as _FastLoader
    from yaml._yaml import Mark as _FastMark
else:
    _FastLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_NODES: Final = 200_000
MAX_DEPTH: Final = 40

_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]")
_MARKED: Final = re.compile(r"""(?:^|[\s\[\]{},:"'-])[&*!]\S""", re.MULTILINE)

# What libyaml says, and what the author should do about it.
_HINTS: Final = (
    ("mapping values are not allowed", 'put text that contains ": " between double quotes'),
    ("cannot start any token", "put text that begins with @ ` % & * ! | > between double quotes"),
    ("did not find expected key", "the indentation or a quotation mark does not fit"),
    ("could not find expected ':'", "a key needs a colon and a space after it"),
    ("unexpected end of stream", "a quotation mark is not closed"),
    ("did not find expected ',' or", "a bracket is not closed, or a comma is missing"),
    ("another document", "write one lesson a file, without a second ---"),
)


class Errors:
    """Collects the mistakes of one file; a file with very many is given up early."""

    LIMIT: Final = 100

    def __init__(self) -> None:
        self.found: list[ContentError] = []

    def add(self, error: ContentError) -> None:
        self.found.append(error)
        if len(self.found) >= self.LIMIT:
            raise GivenUpError

    def in_order(self) -> list[ContentError]:
        """The mistakes as they stand in the file, from top to bottom."""
        found = sorted(self.found, key=lambda error: (error.where.line, error.where.column))
        if len(found) >= self.LIMIT:
            hint = "mend these first, then check again"
            found.append(ContentError(found[-1].where, "too many mistakes", hint))
        return found


class GivenUpError(Exception):
    """Reading stops; everything worth saying is in the collector already."""


class _TooMuchError(Exception):
    """The tree is deeper or larger than any lesson."""

    def __init__(self, problem: str, hint: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.hint = hint


class _NodeLoader(_FastLoader):
    """Builds the bare tree: no implicit types, and not deeper or larger than is sane."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self._depth = 0
        self._nodes = 0

    # The base class' hooks are untyped; they are called for every node.
    def descend_resolver(self, _parent: object, _index: object) -> None:
        self._depth += 1
        self._nodes += 1
        if self._depth > MAX_DEPTH:
            raise _TooMuchError(f"nested more than {MAX_DEPTH} deep", "a lesson needs about 8")
        if self._nodes > MAX_NODES:
            raise _TooMuchError(f"more than {MAX_NODES} values", "split the file")

    def ascend_resolver(self) -> None:
        self._depth -= 1

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        return "str"


def read_bytes(path: Path, label: str) -> bytes:
    """Read a file that may be a lesson; its size is judged before its content."""
    start = SourceLocation(label, 1)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ContentError(start, "not a file")
        if status.st_size > MAX_BYTES:
            raise ContentError(start, f"larger than {MAX_BYTES // 1_000_000} MB", "split the file")
        return path.read_bytes()
    except OSError as error:
        raise ContentError(start, f"cannot be read: {error.strerror}") from error


def compose(data: bytes, label: str) -> yaml.Node:
    """Parse the bytes into a tree whose scalars are all still strings."""
    text = _decode(data, label)
    _refuse_marks(text, label)
    loader = None
    try:
        loader = _NodeLoader(text)
        root = loader.get_single_node()
    except yaml.YAMLError as error:
        raise _syntax_error(error, label) from error
    except _TooMuchError as error:
        raise ContentError(SourceLocation(label, 1), error.problem, error.hint) from error
    finally:
        if loader is not None:
            loader.dispose()
    if root is None:
        raise ContentError(SourceLocation(label, 1), "the file is empty")
    return root


def _decode(data: bytes, label: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ContentError(SourceLocation(label, 1), "not UTF-8", "save the file as UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8", "replace")
        raise ContentError(_at(before, label), "not UTF-8", "save the file as UTF-8") from error
    if bad := _CONTROL.search(text):
        problem = f"the invisible character U+{ord(bad[0]):04X} is not allowed"
        raise ContentError(_at(text[: bad.start()], label), problem, "delete it")
    if (tab := text.find("\t")) >= 0:
        raise ContentError(_at(text[:tab], label), "a tab character", "use spaces")
    return text


def _at(before: str, label: str) -> SourceLocation:
    """The place after ``before``."""
    return SourceLocation(label, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _refuse_marks(text: str, label: str) -> None:
    """Refuse anchors, aliases and tags: a lesson reads the same to everyone who looks at a line.

    Composing resolves them silently, so the events are looked at where the text may have one.
    """
    if not any(mark in text for mark in "&*!") or not _MARKED.search(text):
        return
    loader = _NodeLoader(text)
    try:
        while loader.check_event():
            event: yaml.Event = loader.get_event()  # type: ignore[no-untyped-call]  # no stub
            problem = ""
            if isinstance(event, yaml.AliasEvent):
                problem = f"the alias *{str(event.anchor)[:40]} is not allowed"
            elif isinstance(event, yaml.NodeEvent) and event.anchor:
                problem = f"the anchor &{event.anchor[:40]} is not allowed"
            elif tag := getattr(event, "tag", None):
                name = str(tag).replace("tag:yaml.org,2002:", "!!")
                problem = f"the tag {name[:40]} is not allowed"
            if problem:
                where = _at_mark(event.start_mark, label)
                raise ContentError(where, problem, "write the text itself, in double quotes")
    except yaml.YAMLError as error:
        raise _syntax_error(error, label) from error
    finally:
        loader.dispose()


def _syntax_error(error: yaml.YAMLError, label: str) -> ContentError:
    if not isinstance(error, yaml.MarkedYAMLError):
        return ContentError(SourceLocation(label, 1), "not valid YAML")
    problem = error.problem or error.context or "not valid YAML"
    mark = error.problem_mark or error.context_mark
    if "quoted scalar" in (error.context or ""):
        mark = error.context_mark  # where the quotation begins, not where the file ends
    where = _at_mark(mark, label)
    hint = next((hint for words, hint in _HINTS if words in problem), "")
    return ContentError(where, f"not valid YAML: {problem}", hint)


def _at_mark(mark: "yaml.Mark | _FastMark | None", label: str) -> SourceLocation:
    return (
        SourceLocation(label, mark.line + 1, mark.column + 1) if mark else SourceLocation(label, 1)
    )

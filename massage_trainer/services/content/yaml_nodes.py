"""Typed reading of YAML nodes: every mistake is noted with its line, and reading goes on."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from typing import Final

import yaml

from massage_trainer.domain.errors import ContentError, SourceLocation
from massage_trainer.domain.protocol import MOST_MS
from massage_trainer.domain.text import LANGUAGES, LocalizedText
from massage_trainer.services.content.yaml_source import Errors

_LONGEST_NAME: Final = 60  # longer ones are cut in messages, and before a similar one is sought

_MINUTES: Final = re.compile(r"([0-9]{1,4})m(?:([0-9]{1,2})s)?")
_SECONDS: Final = re.compile(r"([0-9]{1,6})s?")
_CLOCK: Final = re.compile(r"([0-9]{1,4}):([0-5][0-9])")
_WHOLE: Final = re.compile(r"-?[0-9]{1,9}")
_NUMBER: Final = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,12})?")
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OPENING_QUOTES: Final = frozenset("“”„‟«»‘")
_CLOSING_QUOTES: Final = frozenset("”»")
UNREADABLE: Final = LocalizedText("…", "…")  # stands in for what could not be read


class NodeReader:
    """Reads the nodes of one file into Python values and notes what is wrong.

    Every reader returns a harmless value where the node is wrong, so that one look at a file finds
    all its mistakes; whoever uses the result asks first whether there are any.
    """

    def __init__(self, label: str, errors: Errors) -> None:
        self.label = label
        self.errors = errors

    def where(self, node: yaml.Node) -> SourceLocation:
        mark = node.start_mark
        return SourceLocation(self.label, mark.line + 1, mark.column + 1)

    def fail(self, node: yaml.Node, problem: str, hint: str = "") -> None:
        self.errors.add(ContentError(self.where(node), problem, hint))

    def fail_unknown(self, node: yaml.Node, kind: str, name: str, known: Iterable[str]) -> None:
        name = name[:_LONGEST_NAME]
        self.errors.add(ContentError.unknown(self.where(node), kind, name, known))

    def fields(
        self, node: yaml.Node, required: Collection[str], optional: Collection[str] = ()
    ) -> dict[str, yaml.Node]:
        """Read a mapping; a missing, an unknown and a repeated key are mistakes."""
        found: dict[str, yaml.Node] = {}
        expected = set()
        for key, value in self._pairs(node):
            name = self.key(key)
            if name in found:
                self.fail(key, f"key {name!r} is given twice")
            elif name in required or name in optional:
                found[name] = value
            elif name:
                expected |= self._unknown_key(key, name, {*required, *optional})
        if isinstance(node, yaml.MappingNode):
            missing = [name for name in required if name not in found and name not in expected]
            if missing:
                self.fail(node, f"missing {', '.join(missing)}")
        return found

    def pairs(self, node: yaml.Node) -> list[tuple[str, yaml.Node, yaml.Node]]:
        """Read a mapping whose keys are names: name, its node, the value's node."""
        found: dict[str, tuple[str, yaml.Node, yaml.Node]] = {}
        for key, value in self._pairs(node):
            name = self.key(key)
            if name in found:
                self.fail(key, f"key {name!r} is given twice")
            elif name:
                found[name] = (name, key, value)
        return list(found.values())

    def _pairs(self, node: yaml.Node) -> list[tuple[yaml.Node, yaml.Node]]:
        if isinstance(node, yaml.MappingNode):
            return list(node.value)
        self.fail(node, f"expected a mapping, found {_kind(node)}", "write key: value")
        return []

    def key(self, node: yaml.Node) -> str:
        """The name of a key; empty where it is none."""
        if not isinstance(node, yaml.ScalarNode) or not node.value:
            self.fail(node, f"expected a key, found {_kind(node)}", "write key: value")
            return ""
        if not node.style and not _OPENING_QUOTES.isdisjoint(node.value):
            name = node.value[:_LONGEST_NAME]
            self.fail(node, f"curly quotes around the key {name}", 'use straight quotes: "…"')
            return ""
        return str(node.value)

    def _unknown_key(self, node: yaml.Node, name: str, known: set[str]) -> set[str]:
        """Report it; return the key that was probably meant, which then is not missing too."""
        if "\u00a0" in name:
            self.fail(node, f"a no-break space in the key {name!r}"[:120], "use plain spaces")
            return {name.replace("\u00a0", "").strip()}
        self.fail_unknown(node, "key", name, known)
        return {meant for meant in known if self.errors.found[-1].hint.endswith(f"{meant!r}?")}

    def items(self, node: yaml.Node) -> list[yaml.Node]:
        if not isinstance(node, yaml.SequenceNode):
            self.fail(node, f"expected a list, found {_kind(node)}", "write [one, two] or - one")
            return []
        return list(node.value)

    def text(self, node: yaml.Node) -> str:
        """A scalar as it stands in the file (``no`` is no, ``012`` is 012), in NFC."""
        if not isinstance(node, yaml.ScalarNode):
            self.fail(node, f"expected text, found {_kind(node)}")
            return ""
        text = unicodedata.normalize("NFC", node.value).strip()
        if not text:
            self.fail(node, "expected text, found nothing")
        elif not node.style and _in_curly_quotes(text):
            self.fail(node, "curly quotes around a value", 'use straight quotes: "…"')
            return ""
        return text

    def identifier(self, node: yaml.Node) -> str:
        """A name that other files may refer to; empty where it is none."""
        text = self.text(node)
        if text and not is_identifier(text):
            self.fail(
                node, f"{text[:_LONGEST_NAME]!r} is not an id", "lower-case letters, digits, dashes"
            )
            return ""
        return text

    def texts(self, node: yaml.Node) -> tuple[str, ...]:
        """A list of names, none of them twice."""
        found: list[str] = []
        for item in self.items(node):
            text = self.text(item)
            if text in found:
                self.fail(item, f"{text[:_LONGEST_NAME]!r} is given twice")
            elif text:
                found.append(text)
        return tuple(found)

    def known(self, node: yaml.Node, kind: str, known: Collection[str]) -> str:
        """One of a fixed set of words; empty where it is none of them."""
        text = self.text(node)
        if text and text not in known:
            self.fail_unknown(node, kind, text, known)
            return ""
        return text

    def true(self, node: yaml.Node) -> bool:
        """A key that says what it says by being there."""
        text = self.text(node)
        if text and text != "true":
            problem = f"expected true, found {text[:_LONGEST_NAME]!r}"
            self.fail(node, problem, "write true, or leave the key out")
        return True

    def whole(self, node: yaml.Node, most: int, least: int = 1) -> int:
        """A whole number from ``least`` to ``most``; the least where it is none."""
        text = self.text(node)
        if not text:
            return least
        if not _WHOLE.fullmatch(text):
            shown = text[:_LONGEST_NAME]
            self.fail(node, f"{shown!r} is not a whole number", "write for example 3")
            return least
        number = int(text)
        if number < least:
            self.fail(node, f"{text} is less than {least}")
            return least
        if number > most:
            self.fail(node, f"{text} is more than {most}")
            return least
        return number

    def number(self, node: yaml.Node, least: float, most: float) -> float:
        """A number from ``least`` to ``most``, with a point; ``most`` where it is none."""
        text = self.text(node)
        if not text:
            return most
        shown = text[:_LONGEST_NAME]
        if not _NUMBER.fullmatch(text):
            self.fail(node, f"{shown!r} is not a number", "write for example 1.5")
            return most
        number = float(text)
        if not least <= number <= most:
            self.fail(node, f"{shown} is not between {least:g} and {most:g}")
            return most
        return number

    def duration_ms(self, node: yaml.Node) -> int:
        """``45s``, ``2m``, ``1m30s``, ``1:30`` or plain seconds; 1 s where it is none of them."""
        text = self.text(node)
        if not text:
            return 1_000
        if match := _MINUTES.fullmatch(text):
            seconds = int(match[1]) * 60 + int(match[2] or 0)
        elif match := _CLOCK.fullmatch(text):
            seconds = int(match[1]) * 60 + int(match[2])
        elif match := _SECONDS.fullmatch(text.removeprefix("-")):
            seconds = int(match[1]) * (-1 if text.startswith("-") else 1)
        else:
            shown = text[:_LONGEST_NAME]
            self.fail(node, f"{shown!r} is not a duration", "write 45s, 2m, 1m30s or 1:30")
            return 1_000
        if seconds <= 0:
            self.fail(node, f"the duration {text} is not more than 0")
            return 1_000
        if seconds * 1_000 > MOST_MS:
            self.fail(node, f"the duration {text} is longer than 4 hours")
            return 1_000
        return seconds * 1_000

    def localized(self, node: yaml.Node) -> LocalizedText:
        """Text in both languages."""
        if not isinstance(node, yaml.MappingNode):
            self.fail(node, f"expected {{vi: …, en: …}}, found {_kind(node)}")
            return UNREADABLE
        if [key.value for key, _ in node.value] == ["vi", "en"]:  # nearly always
            return self._both(node.value[0][1], node.value[1][1])
        before = len(self.errors.found)
        found = {name: value for name, _, value in self._languages(node)}
        missing = [language for language in LANGUAGES if language not in found]
        if missing:
            if len(self.errors.found) == before:  # else it is there, with a mistake in its key
                self.fail(node, f"missing translation: {', '.join(missing)}")
            return UNREADABLE
        return self._both(found["vi"], found["en"])

    def _both(self, vi_node: yaml.Node, en_node: yaml.Node) -> LocalizedText:
        vi, en = self._translation(vi_node, "vi"), self._translation(en_node, "en")
        return LocalizedText(vi, en) if vi and en else UNREADABLE

    def _languages(self, node: yaml.Node) -> list[tuple[str, yaml.Node, yaml.Node]]:
        kept = []
        for name, key, value in self.pairs(node):
            if name in LANGUAGES:
                kept.append((name, key, value))
            elif _is_empty(value):  # what an unquoted comma leaves behind
                hint = "put text with a comma between double quotes"
                self.fail(key, f"{name[:24]!r} is read as a key", hint)
            else:
                self.fail_unknown(key, "language", name, LANGUAGES)
        return kept

    def _translation(self, node: yaml.Node, language: str) -> str:
        if _is_empty(node):
            self.fail(node, f"missing translation: {language}")
            return ""
        return self.text(node)


def keys_of(node: yaml.Node) -> set[str]:
    """The keys of a mapping, for a look ahead; whatever is wrong is told when it is read."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {key.value for key, _ in pairs if isinstance(key, yaml.ScalarNode)}


def value_of(node: yaml.Node, name: str) -> yaml.Node | None:
    """The value of a key, for who reads it beside the others."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for key, value in pairs if key.value == name), None)


def is_identifier(text: str) -> bool:
    return bool(_ID.fullmatch(text))


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value.strip()


def _in_curly_quotes(text: str) -> bool:
    if text[0] in _OPENING_QUOTES:
        return True
    return text[-1] in _CLOSING_QUOTES and _OPENING_QUOTES.isdisjoint(text[:-1])


def _kind(node: yaml.Node) -> str:
    if isinstance(node, yaml.MappingNode):
        return "a mapping"
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    return "text" if node.value else "nothing"

"""Every character that is shipped as text has a glyph in the shipped fonts."""

import ast
import json
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from fontTools.ttLib import TTFont

from massage_trainer.services.resources import assets_dir, protocols_dir

FONTS = assets_dir() / "fonts"
STYLES = {
    "regular": ("BeVietnamPro-Regular.ttf", "TrainerHan-Regular.otf"),
    "semibold": ("BeVietnamPro-SemiBold.ttf", "TrainerHan-Bold.otf"),
    "bold": ("BeVietnamPro-Bold.ttf", "TrainerHan-Bold.otf"),
}
PINYIN = "āáǎàēéěèīíǐìńňǹōóǒòūúǔùǖǘǚǜü"
INVISIBLE = {"Cc", "Cf", "Zl", "Zp"}
"""Categories of characters that steer the text and are never drawn."""


@cache
def glyphs(style: str) -> frozenset[str]:
    return frozenset(
        chr(code) for name in STYLES[style] for code in TTFont(FONTS / name).getBestCmap()
    )


def texts_of_yaml(path: Path) -> Iterator[str]:
    """Scalars and keys alone: comments are for authors."""

    def scalars(node: yaml.Node | None) -> Iterator[str]:
        match node:
            case yaml.ScalarNode():
                yield node.value
            case yaml.SequenceNode():
                for item in node.value:
                    yield from scalars(item)
            case yaml.MappingNode():
                for key, value in node.value:
                    yield from scalars(key)
                    yield from scalars(value)

    return scalars(yaml.compose(path.read_text(encoding="utf-8"), yaml.CSafeLoader))


def texts_of_json(path: Path) -> Iterator[str]:
    def strings(value: Any) -> Iterator[str]:
        match value:
            case str():
                yield value
            case list():
                for item in value:
                    yield from strings(item)
            case dict():
                for item in value.values():
                    yield from strings(item)

    return strings(json.loads(path.read_text(encoding="utf-8")))


def texts_of_translation(path: Path) -> Iterator[str]:
    for message in ElementTree.parse(path).iter("message"):
        for part in ("source", "translation"):
            for element in message.iter(part):
                yield "".join(element.itertext())


def texts_of_python(path: Path) -> Iterator[str]:
    """String literals; docstrings are for programmers."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    bare = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in bare:
            yield node.value


PACKAGE = Path("massage_trainer")
READERS = {
    ".yaml": texts_of_yaml,
    ".json": texts_of_json,
    ".ts": texts_of_translation,
    ".py": texts_of_python,
}
# What people type, or what tables begin with: it is compared, and never shown.
READ_ONLY = {"point_aliases.py", "collation.py", "names.py", "inert_cells.py"}
SHIPPED = sorted(
    path
    for folder, patterns in (
        (protocols_dir(), ["*.yaml"]),
        (assets_dir() / "catalog", ["*.yaml"]),
        (assets_dir() / "scenes", ["*.yaml"]),
        (assets_dir() / "plates", ["*.json"]),
        (assets_dir() / "i18n", ["**/*.ts"]),
        *((PACKAGE / floor, ["**/*.py"]) for floor in ("domain", "viewmodels", "widgets", "app")),
    )
    for pattern in patterns
    for path in folder.glob(pattern)
    if path.name not in READ_ONLY
)


def missing(text: Iterable[str], style: str) -> list[str]:
    lacking = [
        letter
        for letter in sorted(set(text) - glyphs(style))
        if unicodedata.category(letter) not in INVISIBLE
    ]
    return [f"{letter} U+{ord(letter):04X} {unicodedata.name(letter, '')}" for letter in lacking]


@cache
def shipped_letters() -> dict[str, set[str]]:
    """The letters of each shipped file."""
    return {path.as_posix(): set().union(*map(set, READERS[path.suffix](path))) for path in SHIPPED}


def test_letters_of_every_kind_of_file_are_looked_at():
    found = {Path(path).suffix for path, letters in shipped_letters().items() if letters}
    assert found == set(READERS)


@pytest.mark.parametrize("style", STYLES)
def test_every_shipped_string_has_its_glyphs(style: str):
    lacking = {path: missing(letters, style) for path, letters in shipped_letters().items()}
    assert {path: letters for path, letters in lacking.items() if letters} == {}


@pytest.mark.parametrize("style", STYLES)
def test_pinyin_can_be_written_in_small_and_in_capital_letters(style):
    assert not missing(PINYIN + PINYIN.upper(), style)


@pytest.mark.parametrize("style", STYLES)
def test_vietnamese_can_be_written_in_small_and_in_capital_letters(style):
    vowels = "aăâeêioôơuưy"
    tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
    letters = "đ₫" + "".join(unicodedata.normalize("NFC", v + t) for v in vowels for t in tones)
    assert not missing(letters + letters.upper(), style)


def test_the_catalogue_names_all_numbered_points():
    path = assets_dir() / "catalog" / "point_names.yaml"
    points = yaml.safe_load(path.read_text(encoding="utf-8"))["points"]
    codes = [point["code"] for point in points]
    assert len(codes) == len(set(codes))
    assert len([code for code in codes if not code.startswith(("EX-", "ASHI"))]) == 361
    assert all(
        unicodedata.is_normalized("NFC", text) for point in points for text in point.values()
    )


@pytest.mark.parametrize("name", sorted({name for pair in STYLES.values() for name in pair}))
def test_a_line_that_mixes_the_fonts_is_no_taller_than_its_neighbours(name):
    font = TTFont(FONTS / name)
    assert (font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap) == (1000, -265, 0)
    assert font["OS/2"].fsSelection & 1 << 7, "Qt takes the taller Windows metrics otherwise"


def test_the_subset_does_not_carry_its_sources_reserved_names():
    for name in ("TrainerHan-Regular.otf", "TrainerHan-Bold.otf"):
        font = TTFont(FONTS / name)
        names = " ".join(
            str(record) for record in font["name"].names if record.nameID in range(1, 7)
        )
        assert font["name"].getDebugName(1) == "Trainer Han"
        assert "Noto" not in names
        assert "Source" not in names

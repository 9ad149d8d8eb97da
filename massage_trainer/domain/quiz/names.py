"""Names of points and places as questions say them, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from massage_trainer.domain.catalog import Sure
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Acupoint, Catalog

_UNSURE: Final = LocalizedText(
    "Các sách chưa thống nhất về vị trí này: hãy hỏi giáo viên.",
    "The books do not agree on this place: ask your instructor.",
)
_PROPER: Final = ("Achilles",)


def point_name(point: Acupoint) -> LocalizedText:
    """The name and then the code."""
    return LocalizedText(f"{point.name_vi} ({point.code})", f"{point.pinyin} ({point.code})")


def place_name(place: str, catalog: Catalog) -> LocalizedText:
    """A landmark or a point, by its id."""
    landmark = catalog.landmarks.get(place)
    if landmark is not None:
        return landmark.name
    point = catalog.points.get(place)
    return point_name(point) if point else LocalizedText(place, place)


def in_sentence(name: LocalizedText) -> LocalizedText:
    """A name of the catalogue within a sentence: no capital, but ``C7`` and ``PSIS`` stay."""
    return LocalizedText(_lowered(name.vi), _lowered(name.en))


def _lowered(text: str) -> str:
    if text[1:2].isupper() or text[1:2].isdigit() or text.startswith(_PROPER):
        return text
    return text[:1].lower() + text[1:]


def filled(text: LocalizedText, **parts: LocalizedText) -> LocalizedText:
    """A sentence with a gap for each part, in both languages."""
    return LocalizedText(
        text.vi.format(**{name: part.vi for name, part in parts.items()}),
        text.en.format(**{name: part.en for name, part in parts.items()}),
    )


def joined(*texts: LocalizedText) -> LocalizedText:
    """Sentences one after the other."""
    return LocalizedText(" ".join(text.vi for text in texts), " ".join(text.en for text in texts))


def how_to_find(point: Acupoint) -> LocalizedText:
    """How a hand finds it; where the books differ, that too."""
    return point.find if point.sure is Sure.HIGH else joined(point.find, _UNSURE)

"""What the atlas says of points and landmarks, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from massage_trainer.domain.catalog import Sure
from massage_trainer.domain.quiz.names import joined
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from massage_trainer.domain.atlas import Atlas


def short_name(atlas: Atlas, code: str, language: str) -> str:
    """``Thận du``, ``Shènshū``; the code of a point that nobody knows."""
    names = atlas.named(code)
    if names is None:
        return code
    return names.vi if language == "vi" else names.pinyin


def full_name(atlas: Atlas, code: str, language: str) -> str:
    """Name and code."""
    return f"{short_name(atlas, code, language)} ({code})"


def other_names(atlas: Atlas, code: str, language: str) -> str:
    """The names in the other languages, and those that are used besides."""
    names, point = atlas.named(code), atlas.point(code)
    if names is None:
        return ""
    also = ", ".join(point.also_vi) if point else ""
    parts = [names.pinyin, names.hanzi, also] if language == "vi" else [names.hanzi, names.vi, also]
    return " · ".join(part for part in parts if part)


def landmark_name(atlas: Atlas, place: str, language: str) -> str:
    """A landmark, or a point that serves as one."""
    landmark = atlas.catalog.landmarks.get(place)
    if landmark is not None:
        return landmark.name.in_language(language)
    return full_name(atlas, place.partition("@")[0], language)


def sure_text(sure: Sure) -> str:
    """How sure it is where the point lies."""
    match sure:
        case Sure.HIGH:
            return QCoreApplication.translate("Atlas", "The books agree.")
        case Sure.MEDIUM:
            return QCoreApplication.translate(
                "Atlas", "The books do not quite agree: ask your instructor."
            )
        case Sure.LOW:
            return QCoreApplication.translate("Atlas", "The books differ: ask your instructor.")


def spoken_card(atlas: Atlas, code: str) -> LocalizedText | None:
    """The card as it is read aloud: name, how to find it, what to mind."""
    point = atlas.point(code)
    if point is None:
        return None
    name = LocalizedText(f"{point.name_vi}.", f"{point.pinyin}, {code}.")
    return joined(name, point.find, *atlas.cautions(code), *atlas.pregnancy(code))

"""Point sheets: with names and a key for the teacher, or with blanks for the class to fill in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.catalog import Sure
from massage_trainer.domain.paper import words
from massage_trainer.domain.paper.model import (
    Blanks,
    Cell,
    Dot,
    Heading,
    Paper,
    Part,
    Picture,
    Plate,
    Prose,
    Remark,
    Sign,
    Table,
    Title,
)
from massage_trainer.domain.paper.point_views import SheetPicture, sheet_pictures

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Acupoint
    from massage_trainer.domain.paper.point_views import PointView, SheetPoint
    from massage_trainer.domain.text import LocalizedText

# With more than these the names of a picture would stand on one another, and its codes are taken.
_NAMES_AT_MOST: Final = 10
# Decks whose title says nothing of how their points are called.
_TELLING_NOTHING: Final = ("lesson:", "region:")
_COLUMNS: Final = 2


class PointSheets:
    """Both sheets of one deck; their numbers are the same.

    ``left_out`` are the points that no picture shows.
    """

    def __init__(
        self,
        deck_id: str,
        title: LocalizedText,
        points: Sequence[Acupoint],
        views: Sequence[PointView],
    ) -> None:
        self._title = title
        self._neutral = not deck_id.startswith(_TELLING_NOTHING)
        # Teacher and class can tell that two sheets belong together, and nothing else.
        self.tag = hashlib.sha256(deck_id.encode()).hexdigest()[:4].upper()
        self._pictures, self.left_out = sheet_pictures(points, views)

    @property
    def is_empty(self) -> bool:
        return not self._pictures

    def labelled(self, language: str) -> Paper:
        """Names beside the points, and after each picture its key."""
        return Paper(
            self._title.in_language(language),
            language,
            self._foot(words.POINT_SHEET, language),
            tuple(self._labelled(language)),
        )

    def blank(self, language: str) -> Paper:
        """Numbers, and lines to write on: nothing in it says what a point is called."""
        title = words.BLANK_SHEET if self._neutral else self._title
        return Paper(
            f"{title.in_language(language)} ({self.tag})",
            language,
            self._foot(words.BLANK_SHEET, language),
            tuple(self._blank(language)),
        )

    def _foot(self, kind: LocalizedText, language: str) -> str:
        tag = words.SHEET_TAG.in_language(language).format(tag=self.tag)
        return f"{words.PROGRAM.in_language(language)} · {kind.in_language(language)} · {tag}"

    def _labelled(self, language: str) -> Iterator[Part]:
        count = sum(len(picture.points) for picture in self._pictures)
        yield Title(
            self._title.in_language(language),
            words.POINT_SHEET.in_language(language),
            words.SHEET_LEAD.in_language(language),
            ((words.COUNT_OF_POINTS.in_language(language), str(count)),),
        )
        if self.left_out:
            names = ", ".join(f"{point.name_vi} ({point.code})" for point in self.left_out)
            yield Prose(f"{words.LEFT_OUT.in_language(language)}: {names}.", small=True)
        for number, first, picture in self._numbered():
            title = words.PICTURE_NUMBER.in_language(language).format(number=number)
            yield Heading(title, new_page=number > 1)
            yield Plate(_picture(picture, first, named=True))
            yield Heading(words.KEY.in_language(language).format(title=title), new_page=True)
            yield _key(picture, first, language)
        yield Remark(
            Sign.ASK,
            words.REVIEW_LABEL.in_language(language),
            words.REVIEW.in_language(language),
        )

    def _blank(self, language: str) -> Iterator[Part]:
        kind = words.BLANK_SHEET.in_language(language)
        yield Title(
            kind if self._neutral else self._title.in_language(language),
            words.PROGRAM.in_language(language) if self._neutral else kind,
            f"{words.BLANK_LEAD.in_language(language)} {words.BLANK_SIDE.in_language(language)}",
            lines=tuple(
                line.in_language(language)
                for line in (words.NAME_LINE, words.CLASS_LINE, words.DATE_LINE)
            ),
        )
        for number, first, picture in self._numbered():
            title = words.PICTURE_NUMBER.in_language(language).format(number=number)
            yield Heading(title, new_page=number > 1)
            yield Plate(_picture(picture, first, named=False))
            numbers = tuple(range(first, first + len(picture.points)))
            yield Blanks(numbers, _COLUMNS)

    def _numbered(self) -> Iterator[tuple[int, int, SheetPicture]]:
        """Each picture with its own number and that of its first point."""
        first = 1
        for number, picture in enumerate(self._pictures, 1):
            yield number, first, picture
            first += len(picture.points)


def _picture(shown: SheetPicture, first: int, *, named: bool) -> Picture:
    short = len(shown.points) > _NAMES_AT_MOST
    dots = [
        dot
        for number, each in enumerate(shown.points, first)
        for dot in _dots(each, number, _name(each.point, short=short) if named else "")
    ]
    return Picture(shown.view.still, shown.view.shape, dots=tuple(dots), part=shown.part)


def _dots(shown: SheetPoint, number: int, name: str) -> Iterator[Dot]:
    """Of a point with many places the middle one is numbered."""
    middle = len(shown.places) // 2
    for place, at in enumerate(shown.places):
        yield Dot(at, name, number) if place == middle else Dot(at)


def _name(point: Acupoint, *, short: bool) -> str:
    return point.code if short else f"{point.name_vi} ({point.code})"


def _key(shown: SheetPicture, first: int, language: str) -> Table:
    rows = []
    for number, each in enumerate(shown.points, first):
        point = each.point
        find = point.find.in_language(language)
        ask = words.UNSURE.in_language(language) if point.sure is not Sure.HIGH else ""
        rows.append(
            (
                Cell(str(number), strong=True),
                Cell(
                    f"{point.name_vi} ({point.code})",
                    f"{point.pinyin} · {point.hanzi}",
                    strong=True,
                ),
                Cell(find, ask),
            )
        )
    head = (words.NUMBER_HEAD, words.NAMES_HEAD, words.FIND_HEAD)
    return Table(tuple(text.in_language(language) for text in head), tuple(rows), (0.06, 0.3, 0.64))

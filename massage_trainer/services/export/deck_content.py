"""What is taken along of a deck: its points with names, words, pictures and right places."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Final, NamedTuple

from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.quiz.deck import decks
from massage_trainer.domain.quiz.kinds.locate import LocatePoint
from massage_trainer.domain.quiz.kinds.name import NamePoint
from massage_trainer.domain.quiz.source import channel_of
from massage_trainer.domain.still_places import Sight
from massage_trainer.services.export.whole_file import ExportError
from massage_trainer.services.export.zones import (
    Part,
    Zone,
    choose_part,
    least_radius,
    outline,
)
from massage_trainer.services.still_places import StillPlacesError, read_places

if TYPE_CHECKING:
    from massage_trainer.domain.anatomy import Side
    from massage_trainer.domain.catalog import Acupoint
    from massage_trainer.domain.plate import PlateIndex, Still
    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.domain.quiz.question import Question, Shot
    from massage_trainer.domain.quiz.source import QuizSource
    from massage_trainer.domain.still_places import Spot, StillPlaces
    from massage_trainer.domain.text import LocalizedText
    from massage_trainer.domain.verdict import Judge

# Wrong names are chosen alike at every export, so that a second one changes nothing.
_SEED: Final = 1


@dataclass(frozen=True, slots=True)
class ExportItem:
    """One point of a deck, asked both ways: where it is, and what it is called.

    ``part`` is what is shown of the still; the zones are fractions of it.
    """

    point: Acupoint
    locate: Question
    name: Question
    still: Still
    part: Part
    zones: tuple[Zone, ...]

    @property
    def code(self) -> str:
        return self.point.code

    @property
    def channel(self) -> str:
        return channel_of(self.point.code)


@dataclass(frozen=True, slots=True)
class ExportDeck:
    """``left_out`` are points of the deck that no picture shows or that no place is known of."""

    id: str
    title: LocalizedText
    items: tuple[ExportItem, ...]
    left_out: tuple[str, ...]


class _View(NamedTuple):
    """One picture of a point: everything in it that is right."""

    still: Still
    size: tuple[int, int]
    spots: list[tuple[str, Side, Spot, float]]

    @property
    def clearness(self) -> float:
        """How large the smallest right place is."""
        return min(least_radius(spot, hit, *self.size) for _, _, spot, hit in self.spots)


def find_deck(source: QuizSource, deck_id: str) -> Deck:
    """The deck of this id; an unknown one is refused with the nearest name."""
    known = {deck.id: deck for deck in decks(source)}
    if deck_id in known:
        return known[deck_id]
    from difflib import get_close_matches

    folded = {name.casefold(): name for name in known}
    for name in known:
        folded.setdefault(name.partition(":")[2].casefold(), name)
    close = get_close_matches(deck_id.casefold(), folded, n=1)
    names = ", ".join(known)
    hint_vi = f"có phải {folded[close[0]]}?" if close else f"hiện có: {names}"
    hint_en = f"did you mean {folded[close[0]]}?" if close else f"there are: {names}"
    raise ExportError(
        f"Không có bộ câu hỏi {deck_id!r} ({hint_vi}).",
        f"There is no deck {deck_id!r} ({hint_en}).",
    )


def read_deck(
    source: QuizSource, deck: Deck, plates: Path, index: PlateIndex, *, close: bool = False
) -> ExportDeck:
    """Its points as they are asked; ``plates`` is the folder of the pictures.

    ``close`` shows a part of each still, for programs that show no more than small pictures.
    """
    reader = _Reader(source, plates, index, close=close)
    locate = {q.item: q for q in LocatePoint().questions(source, deck, Random(_SEED))}
    name = {q.item: q for q in NamePoint().questions(source, deck, Random(_SEED))}
    points = [source.catalog.points[code] for code in source.catalog.points if code in locate]
    items = [
        item
        for point in points
        if point.code in name
        and (item := reader.item(point, locate[point.code], name[point.code])) is not None
    ]
    if not items:
        raise ExportError(
            f"Bộ {deck.id!r} không có huyệt nào thấy được trong ảnh.",
            f"The deck {deck.id!r} holds no point that a picture shows.",
        )
    shown = {item.code for item in items}
    left_out = tuple(
        point.code
        for point in source.catalog.points.values()
        if point.practice
        and deck.wants(LocatePoint.id, point.code, point.code)
        and point.code not in shown
    )
    return ExportDeck(deck.id, deck.title, tuple(items), left_out)


class _Reader:
    """Finds for each point the picture that shows its places best."""

    def __init__(self, source: QuizSource, plates: Path, index: PlateIndex, *, close: bool) -> None:
        self._close = close
        self._source = source
        self._plates = plates
        self._index = index
        self._judge = source.judges.points(ClientBody.MAN) if source.judges else None
        self._places: dict[Shot, StillPlaces | None] = {}

    def item(self, point: Acupoint, locate: Question, name: Question) -> ExportItem | None:
        if self._judge is None or not self._judge.can_judge(point.code):
            return None
        views = [view for shot in self._shots(point) if (view := self._view(point, shot))]
        if not views:
            return None
        view = max(views, key=lambda each: each.clearness)
        outlines = [outline(spot, hit) for _, _, spot, hit in view.spots]
        whole = Part(0, 0, *view.size)
        part = choose_part(outlines, point.code, view.size) if self._close else whole
        zones = tuple(
            _zone(site, side, spot, hit, corners, part, view.size)
            for (site, side, spot, hit), corners in zip(view.spots, outlines, strict=True)
        )
        return ExportItem(point, locate, name, view.still, part, zones)

    def _shots(self, point: Acupoint) -> list[Shot]:
        found: dict[Shot, None] = {}
        for site in point.sites:
            for shots in self._source.pictures.of(site.key).values():
                found.update(dict.fromkeys(shots))
        return list(found)

    def _view(self, point: Acupoint, shot: Shot) -> _View | None:
        judge: Judge | None = self._judge
        still = self._index.still(shot.plate_id, shot.side, shot.frame)
        places = self._read(shot, still) if still else None
        if judge is None or still is None or places is None:
            return None
        spots = [
            (site.key, side, spot, judge.hit_cun(point.code, site.key, side))
            for site in point.sites
            for side, spot in places.points.get(site.key, {}).items()
            if spot.sight is Sight.VISIBLE
        ]
        plate = self._index.plates[still.plate_id]
        return _View(still, (plate.width, plate.height), spots) if spots else None

    def _read(self, shot: Shot, still: Still) -> StillPlaces | None:
        if shot not in self._places:
            try:
                found = read_places(self._plates, still.files.places, still.plate_id)
            except StillPlacesError:
                self._places[shot] = None
            else:
                self._places[shot] = found.mirrored() if still.files.mirrored else found
        return self._places[shot]


def _zone(
    site: str,
    side: Side,
    spot: Spot,
    hit_cun: float,
    corners: tuple[tuple[float, float], ...],
    part: Part,
    size: tuple[int, int],
) -> Zone:
    width, height = size

    def within(place: tuple[float, float]) -> tuple[float, float]:
        return part.fraction(place[0] * width, place[1] * height)

    return Zone(site, side, within(spot.at), tuple(map(within, corners)), hit_cun)

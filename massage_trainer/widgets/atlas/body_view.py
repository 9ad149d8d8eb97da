"""Draws on a picture of the body what the atlas tells, and hears where it is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Slot

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.picture_places import nearest_point, point_toward
from massage_trainer.domain.still_places import Sight
from massage_trainer.widgets.atlas.words import full_name, landmark_name, short_name
from massage_trainer.widgets.body_picture import BodyDrawing, BodyMark, Measure, Sign

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from massage_trainer.domain.finding import FindingStep
    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction, Spot
    from massage_trainer.viewmodels.atlas import AtlasViewModel
    from massage_trainer.widgets.plate.still_picture import StillPicture

_REACH_CUN: Final = 7.0  # how much is seen around a chosen point
_PRESS_CUN: Final = 2.0  # how far from a point a press still means it
_WAY_MS: Final = 900


class BodyView(QObject):
    """Stands between the atlas and the picture."""

    def __init__(
        self,
        atlas: AtlasViewModel,
        picture: StillPicture,
        language: Callable[[], str],
        client: Callable[[], ClientBody],
        moves: Callable[[], bool],
    ) -> None:
        """``moves`` says whether anything on the screen may move by itself."""
        super().__init__(picture)
        self._atlas = atlas
        self._picture = picture
        self._language = language
        self._client = client
        self._moves = moves
        self._way = QVariantAnimation(self)
        self._way.setStartValue(0.0)
        self._way.setEndValue(1.0)
        self._way.setDuration(_WAY_MS)
        self._way.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._way.valueChanged.connect(self._go_on)
        self._share = 1.0
        self._step = -1
        self._shown: tuple[object, ...] = ()
        picture.place_touched.connect(self._touch)
        picture.step_wanted.connect(self._go)
        picture.moved.connect(self.draw)

    def show_chosen(self) -> None:
        """Show the picture of the chosen point, near enough to see where it lies."""
        if not self._picture.isVisible():
            return  # it has no size yet, and would be decoded for the wrong one
        self._way.stop()
        self._share, self._step = 1.0, -1
        picture, atlas = self._picture, self._atlas
        wanted = (atlas.shot, self._client())
        if wanted != self._shown:
            self._shown = wanted
            picture.show_shot(atlas.shot, self._client())
        self.look()
        self.draw()

    def look(self) -> None:
        """Scroll to the chosen point; without one show everything."""
        seen = self._atlas.sighting
        if seen is None:
            self._picture.canvas.show_whole()
        else:
            self._picture.look_at(seen.key, seen.side, _REACH_CUN)

    def follow(self) -> None:
        """Other layers, or another step of the finding."""
        before, self._step = self._step, self._atlas.step
        step = self._current
        self._way.stop()
        goes = step and self._step > before and step.legs > step.legs_before and self._moves()
        self._share = 0.0 if goes else 1.0
        self.draw()
        if goes:
            self._way.start()

    @Slot()
    def draw(self) -> None:
        """Draw what is chosen now, and is seen now."""
        self._picture.want_zones(on=self._atlas.zones)
        self._picture.draw(self._drawing())

    def describe(self) -> str:
        """What is marked, for those who do not see it."""
        if not self._atlas.code or self._atlas.covered:
            return ""
        return full_name(self._atlas.atlas, self._atlas.code, self._language())

    def sees(self, place: str) -> bool:
        """Whether the picture shows a landmark or a point on the chosen side, or in the middle."""
        places, seen = self._picture.places, self._atlas.sighting
        if places is None or seen is None:
            return False
        sides = places.points.get(place) or places.landmarks.get(place, {})
        spot = sides.get(seen.side) or sides.get(Side.MIDLINE)
        return spot is not None and spot.sight is Sight.VISIBLE

    def stop(self) -> None:
        """Nobody looks any more."""
        self._way.stop()

    def _drawing(self) -> BodyDrawing:
        atlas, seen = self._atlas, self._atlas.sighting
        step = self._current
        landmarks = self._landmark_label if atlas.landmarks else None
        if seen is None or step is None:
            line = seen and atlas.line and Measure(seen.key, seen.side)
            marks = (*self._chosen_mark(), *self._spots())
            return BodyDrawing(marks, landmarks=landmarks, measure=line or None)
        marks = tuple(
            BodyMark(
                Sign.RIGHT if place == seen.key else Sign.LANDMARK,
                landmark_name(atlas.atlas, place, self._language()),
                place,
                seen.side,
            )
            for place in step.places
            if place != seen.key or self._share >= 1
        )
        return BodyDrawing(marks, landmarks=landmarks, measure=self._measured())

    def _measured(self) -> Measure | None:
        """As far as the hand has come; a line that is partly hidden comes as a whole at the end."""
        step, seen = self._current, self._atlas.sighting
        if step is None or seen is None:
            return None
        places = self._picture.places
        line = places.lines.get(seen.key, {}).get(seen.side) if places else None
        last = self._atlas.steps[-1]
        if line is not None and len(line.legs) != last.legs:
            return Measure(seen.key, seen.side, share=self._share) if step is last else None
        return Measure(seen.key, seen.side, step.legs, step.legs_before, self._share)

    def _chosen_mark(self) -> Iterator[BodyMark]:
        seen = self._atlas.sighting
        if seen is not None:
            name = full_name(self._atlas.atlas, self._atlas.code, self._language())
            yield BodyMark(Sign.ASKED, name, seen.key, seen.side)

    def _spots(self) -> Iterator[BodyMark]:
        """The listed points of this picture; those at the same level by name, others by code."""
        atlas, places, seen = self._atlas, self._picture.places, self._atlas.sighting
        listed = {each.code for each in atlas.atlas.find("", atlas.wanted)}
        level = set(atlas.atlas.level_points(atlas.code)) if seen else set()
        on = atlas.side if seen is None or seen.side is Side.MIDLINE else seen.side
        for key, sides in places.points.items() if places else ():
            code = key.partition("@")[0]
            if code not in listed:
                continue
            for side, spot in sides.items():
                if spot.sight is not Sight.VISIBLE or (
                    seen and (key, side) == (seen.key, seen.side)
                ):
                    continue
                label = ""
                named = seen and side in (on, Side.MIDLINE) and "@" not in key
                if named and not atlas.covered and not atlas.zones:  # whose names need the room
                    name = short_name(atlas.atlas, code, self._language())
                    label = name if code in level else code
                yield BodyMark(Sign.SPOT, label, key, side)

    def _landmark_label(self, key: str) -> str | None:
        if self._atlas.covered:
            return ""
        return landmark_name(self._atlas.atlas, key, self._language())

    def _spot(self) -> Spot | None:
        seen = self._atlas.sighting
        return self._picture.spot(seen.key, seen.side) if seen else None

    @property
    def _current(self) -> FindingStep | None:
        steps, step = self._atlas.steps, self._atlas.step
        return steps[step] if 0 <= step < len(steps) else None

    @Slot(object, tuple)
    def _touch(self, _place: Vector | None, at: Fraction) -> None:
        places = self._picture.places
        found = nearest_point(places, at, _PRESS_CUN) if places else None
        if found:
            self._atlas.choose_place(*found)

    @Slot(int, int, bool)
    def _go(self, right: int, down: int, pull: bool) -> None:  # noqa: FBT001 - a slot
        """An arrow key: to the next point that way; with Shift the picture is pulled."""
        canvas, places = self._picture.canvas, self._picture.places
        if pull:
            canvas.pull(-right * canvas.width() / 5, -down * canvas.height() / 5)
            return
        spot, view = self._spot(), canvas.view
        here = spot.at if spot else (0.5, 0.5)
        aspect = view.width / view.height
        found = point_toward(places, aspect, here, (right, down)) if places else None
        if found:
            self._atlas.choose_place(*found)

    @Slot(object)
    def _go_on(self, share: float) -> None:
        self._share = share
        self.draw()

"""Shows the picture of the lesson's step, moment by moment, as the preferences want it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from massage_trainer.domain.settings import Settings
from massage_trainer.widgets.picture_wishes import Look, Wishes, points_of
from massage_trainer.widgets.plate.words import PlateWords

if TYPE_CHECKING:
    from massage_trainer.domain.countdown import Countdown
    from massage_trainer.domain.plate import PlateIndex, Still
    from massage_trainer.domain.timeline import Segment
    from massage_trainer.viewmodels.lesson import LessonViewModel
    from massage_trainer.viewmodels.preferences import PreferencesViewModel
    from massage_trainer.widgets.illustration import Illustration


class LessonPicture(QObject):
    """Has no time of its own: it is told each countdown, and asks for what belongs to it."""

    def __init__(
        self,
        lesson: LessonViewModel,
        index: PlateIndex,
        preferences: PreferencesViewModel,
        picture: Illustration,
        words: Callable[[], PlateWords],
    ) -> None:
        super().__init__(picture)
        self._lesson = lesson
        self._index = index
        self._preferences = preferences
        self._picture = picture
        self._words = words
        self._look = Look.of(preferences.value)
        self._wishes = Wishes(index, self._look)
        picture.want_arrows(on=preferences.value.arrows)
        picture.view_toggled.connect(self._change_view)
        picture.arrows_toggled.connect(self._keep_arrows)
        picture.stills_again.connect(self._come_up)
        preferences.changed.connect(self._follow_preferences)

    def show_segment(self) -> None:
        """Show the segment that the lesson has come to."""
        lesson, wishes = self._lesson, self._wishes
        wish = wishes.at(lesson.countdown)
        ahead = wishes.ahead(lesson.timeline, lesson.index)
        points = points_of(lesson.segment)
        self._picture.show_picture(
            wish,
            tuple(each for each in ahead if each != wish),
            points,
            self._words(),
            self._small(),
        )

    def follow(self, countdown: Countdown) -> None:
        """Go on to the next moment when its time has come; not while the student is asking."""
        model = self._picture.model
        if model.chosen or model.answer:
            return
        wish = self._wishes.at(countdown)
        if self._picture.is_live and wish.is_same_shot(self._picture.wish):
            return  # the body moves by itself
        if wish != self._picture.wish and self._index.still(*wish) != self._picture.still:
            self.show_segment()

    def following(self, segment: Segment) -> Still | None:
        """The most telling picture of a segment to come."""
        look = self._look
        wish = self._wishes.first(segment)
        return self._index.still(wish.plate_id, wish.side, view=look.view, client=look.client)

    def _small(self) -> tuple[Still, ...]:
        """What may be announced after one press of a key, in small."""
        timeline = self._lesson.timeline
        row = self._lesson.segment.row
        rows = [timeline.rows[at] for at in (row + 1, row + 2, row) if at < len(timeline.rows)]
        stills = (self.following(timeline.segments[each.first]) for each in rows)
        return tuple(still for still in stills if still and still.files.thumb)

    @Slot()
    def _come_up(self) -> None:
        """The still goes on where the body was."""
        if self._lesson.is_open:
            self.follow(self._lesson.countdown)

    @Slot()
    def _change_view(self) -> None:
        """See it from the other distance; what the plate itself proposes is no wish."""
        still = self._picture.still
        plate = self._index.plates.get(still.plate_id) if still else None
        if still is None or plate is None:
            return
        views = plate.views(self._look.client)
        other = next((view for view in views if view is not still.view), still.view)
        self._preferences.update(view="" if other is views[0] else other.value)

    @Slot(bool)
    def _keep_arrows(self, on: bool) -> None:  # noqa: FBT001 - a slot of toggled
        self._preferences.update(arrows=on)

    @Slot(Settings)
    def _follow_preferences(self, settings: Settings) -> None:
        self._picture.want_arrows(on=settings.arrows)
        look = Look.of(settings)
        if look != self._look:
            self._look = look
            self._wishes = Wishes(self._index, look)
            if self._lesson.is_open:
                self.show_segment()

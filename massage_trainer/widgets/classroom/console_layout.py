"""Where everything stands on the console: three columns, or two with tabs in a small window."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect

from massage_trainer.widgets.classroom.sheet_head import sheet_edge
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from massage_trainer.widgets.classroom.console import Console

_WIDE_FROM: Final = 1080  # logical pixels
_LEFT: Final = 0.24  # of the width, for the steps
_RIGHT: Final = 0.27
_NARROW_LEFT: Final = 0.58
_STEPS: Final = 0.37  # of the height of their column
_LEAST, _MOST = 0.28, 0.62  # of their column, for the notes
_BESIDE_READING = 0.38  # where the instructor reads to the class from the other
_NEXT: Final = 10.4  # percent: two lines under their label, so that nothing jumps
_INSET: Final = 0.62  # of the width of its column
_WALL: Final = 9 / 16


class Pane(Enum):
    """What takes turns where there is no room for all of it."""

    NOTES = auto()
    CAUTIONS = auto()
    STEPS = auto()
    PACE = auto()


class ConsoleLayout:
    """Arranges by hand: what has a fixed shape comes first, words take the rest."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._scale = Scale(720)
        self._words = QRect()  # for notes and cautions, where both are seen
        self._wide: bool | None = None

    @property
    def _panes(self) -> dict[Pane, QWidget]:
        console = self._console
        return {
            Pane.NOTES: console.notes,
            Pane.CAUTIONS: console.cautions,
            Pane.STEPS: console.steps,
            Pane.PACE: console.pace,
        }

    def arrange(self, scale: Scale | None = None) -> None:
        """Put everything in its place."""
        self._scale = scale or self._scale
        console, unit = self._console, self._scale.unit
        edge = sheet_edge(self._scale)
        wide = console.width() >= _WIDE_FROM
        whole = console.rect().adjusted(edge, unit if wide else 0, -edge, -unit)
        if whole.width() < 1 or whole.height() < 1:
            return
        body = self._head_and_foot(whole)
        console.tabs.setVisible(not wide)
        if wide:
            self._three_columns(body)
        else:
            self._two_columns(body)
        if wide is not self._wide:
            self._wide = wide
            self._lead_tab()

    def _lead_tab(self) -> None:
        """Column by column."""
        console, panes = self._console, self._panes
        steps, shown = [panes[Pane.STEPS], panes[Pane.PACE]], [console.preview, console.bar]
        words = [console.tabs, panes[Pane.NOTES], panes[Pane.CAUTIONS]]
        columns = [*steps, *shown, *words] if self._wide else [*shown, *words, *steps]
        lead_tab(console.back, console.keys_button, *columns, console.transport)

    def share(self) -> None:
        """Notes above cautions: what one does not need is the other's."""
        side, gap = self._words, 2 * self._scale.unit
        if side.isEmpty() or not self._console.tabs.isHidden():
            return
        if not self._console.cautions.lines:  # a heading over nothing would be read as a fault
            self._pane(Pane.NOTES, side)
            for part in (self._console.captions[Pane.CAUTIONS], self._console.cautions):
                part.hide()
            return
        caption = self._console.captions[Pane.NOTES].sizeHint().height() + self._scale.unit
        height = side.height() - gap
        notes = self._console.notes.wanted_height(side.width()) + caption
        cautions = self._console.cautions.wanted_height(side.width()) + caption
        most = _BESIDE_READING if self._console.reads_out else _MOST
        most = max(round(height * most), height - cautions)
        share = max(round(height * _LEAST), min(notes, most))
        upper = QRect(side.left(), side.top(), side.width(), share)
        self._pane(Pane.NOTES, upper)
        self._pane(Pane.CAUTIONS, side.adjusted(0, share + gap, 0, 0))

    def make_room(self) -> None:
        """For what comes next, where it has become longer than its place."""
        following = self._console.next
        if following.height() < following.heightForWidth(following.width()):
            self.arrange()

    def _head_and_foot(self, whole: QRect) -> QRect:
        """The title above, the verbs below; answers what is between."""
        console, unit = self._console, self._scale.unit
        back, keys = console.back.sizeHint(), console.keys_button.sizeHint()
        height = max(back.height(), keys.height())
        console.back.setGeometry(QRect(whole.topLeft(), back))
        right = whole.right() + 1 - keys.width()
        console.keys_button.setGeometry(QRect(right, whole.top(), keys.width(), height))
        left = whole.left() + back.width() + 2 * unit
        title = console.title.sizeHint()
        top = whole.top() + max(0, (height - title.height()) // 2)
        console.title.setGeometry(left, top, right - left - unit, title.height())
        foot = console.transport.height()
        console.transport.setGeometry(whole.left(), whole.bottom() + 1 - foot, whole.width(), foot)
        return whole.adjusted(0, max(height, title.height()) + unit, 0, -foot - unit)

    def _three_columns(self, body: QRect) -> None:
        gap = 2 * self._scale.unit
        left, right = round(body.width() * _LEFT), round(body.width() * _RIGHT)
        steps = QRect(body.left(), body.top(), left, body.height())
        upper, lower = _split(steps, _STEPS, gap)
        self._pane(Pane.STEPS, upper)
        self._pane(Pane.PACE, lower)
        side = QRect(body.right() + 1 - right, body.top(), right, body.height())
        side = self._times(side)
        side = self._inset(side)
        self._words = side
        self.share()
        self._middle(body.adjusted(left + gap, 0, -right - gap, 0))

    def _two_columns(self, body: QRect) -> None:
        console, gap = self._console, 2 * self._scale.unit
        left = round(body.width() * _NARROW_LEFT)
        self._middle(QRect(body.left(), body.top(), left, body.height()))
        side = self._inset(self._times(body.adjusted(left + gap, 0, 0, 0)))
        tabs = console.tabs.sizeHint().height()
        console.tabs.setGeometry(side.left(), side.top(), side.width(), tabs)
        chosen = console.tabs.tabData(console.tabs.currentIndex())
        for pane, widget in self._panes.items():
            console.captions[pane].hide()
            widget.setVisible(pane is chosen)
            if pane is chosen:
                widget.setGeometry(side.adjusted(0, tabs + self._scale.unit, 0, 0))

    def _middle(self, column: QRect) -> None:
        """The badge, the picture, what is done to it, what comes next."""
        console, unit = self._console, self._scale.unit
        badge = console.badge.sizeHint().height()
        console.badge.setGeometry(column.left(), column.top(), column.width(), badge)
        console.bar.set_scale(self._scale, column.width())
        bar = console.bar.heightForWidth(column.width())
        room = self._scale.px(_NEXT)
        following = max(room, console.next.heightForWidth(column.width()))
        least = column.height() - badge - bar - following - 3 * unit
        wanted = console.preview.height_for(column.width())
        top = column.top() + badge + unit
        height = max(1, min(least, wanted))
        console.preview.setGeometry(column.left(), top, column.width(), height)
        top += height + unit
        console.bar.setGeometry(column.left(), top, column.width(), bar)
        top += bar + unit
        console.next.setGeometry(column.left(), top, column.width(), following)

    def _times(self, side: QRect) -> QRect:
        height = self._console.times.sizeHint().height()
        self._console.times.setGeometry(side.left(), side.top(), side.width(), height)
        return side.adjusted(0, height + self._scale.unit, 0, 0)

    def _inset(self, side: QRect) -> QRect:
        inset = self._console.inset
        if inset is None or inset.isHidden():
            return side
        words, unit = self._console.still_seen, self._scale.unit
        caption = words.sizeHint().height()
        words.setGeometry(side.left(), side.top(), side.width(), caption)
        caption += unit // 2
        width = round(side.width() * _INSET)
        height = round(width * _WALL)
        inset.setGeometry(side.left(), side.top() + caption, width, height)
        return side.adjusted(0, caption + height + unit, 0, 0)

    def _pane(self, pane: Pane, room: QRect) -> None:
        caption = self._console.captions[pane]
        height = caption.sizeHint().height()
        caption.setGeometry(room.left(), room.top(), room.width(), height)
        caption.show()
        widget = self._panes[pane]
        widget.setGeometry(room.adjusted(0, height + self._scale.unit, 0, 0))
        widget.show()


def _split(room: QRect, share: float, gap: int) -> tuple[QRect, QRect]:
    height = round(room.height() * share)
    upper = QRect(room.left(), room.top(), room.width(), height)
    return upper, room.adjusted(0, height + gap, 0, 0)

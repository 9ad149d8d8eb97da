"""The instructor's cockpit while a lesson runs: what the class sees, what comes, what to say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.classroom.pace import is_swap
from massage_trainer.domain.classroom.slower import may_wait
from massage_trainer.domain.countdown import Countdown
from massage_trainer.domain.keys import Action, KeyMap
from massage_trainer.domain.timeline import SegmentKind
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.classroom.console_layout import ConsoleLayout, Pane
from massage_trainer.widgets.classroom.pane_tabs import PaneTabs
from massage_trainer.widgets.detail_column import DetailColumn
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.next_step import NextStep, next_line
from massage_trainer.widgets.step_details import caution_lines, instruction_lines
from massage_trainer.widgets.step_list import StepList
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.theme import theme_of
from massage_trainer.widgets.transport import TransportBar

if TYPE_CHECKING:
    from massage_trainer.viewmodels.lesson import LessonViewModel
    from massage_trainer.widgets.classroom.console_parts import ConsoleParts
    from massage_trainer.widgets.plate.keeper import PictureWish
    from massage_trainer.widgets.theme import Scale

# The verbs have the keys of the lessons, but "U" takes back a line of the pen here.
_VERB_KEYS = KeyMap({Action.UNDO: ()})
_DETAIL = 2.3
# What is asked or told stands nowhere else: the class sees no more than its name.
_READ_OUT = frozenset({SegmentKind.CHECK, SegmentKind.NOTICE})


class Console(QWidget):
    """Everything about the running lesson on one page; narrow windows have tabs at the right.

    Signals:
        chooser_wanted: another lesson, or the plan of the hour.
        keys_wanted: the table of the keys.
    """

    chooser_wanted = Signal()
    keys_wanted = Signal()

    def __init__(
        self, lesson: LessonViewModel, parts: ConsoleParts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("console")
        self._lesson = lesson
        self._parts = parts
        self.back = Button(ButtonKind.QUIET, Icon.BACK, self)
        self.back.setObjectName("other-lesson")
        self._title = TextBlock(2.4, weight=QFont.Weight.DemiBold, parent=self)
        self._title.setWordWrap(False)
        self.keys_button = Button(ButtonKind.QUIET, Icon.KEYBOARD, self)
        self.keys_button.setObjectName("class-keys")
        self.badge, self.preview, self.bar = parts.badge, parts.preview, parts.bar
        self.times, self.notes, self.pace = parts.times, parts.notes, parts.pace
        self.next = NextStep(parts.small, self)
        self.steps = StepList(self)
        self.cautions = DetailColumn(_DETAIL, self)
        self.cautions.setObjectName("class-cautions")
        self.captions = {pane: TextBlock(1.9, "muted", parent=self) for pane in Pane}
        self.tabs = PaneTabs(self)
        self.tabs.setObjectName("class-tabs")
        self.transport = TransportBar(self)
        self.transport.hurts.hide()
        self.transport.show_keys(_VERB_KEYS)
        self.inset: QWidget | None = None
        self.reads_out = False
        self._looked_at: PictureWish | None = None
        self.still_seen = TextBlock(1.9, "caution_ink", QFont.Weight.DemiBold, self)
        self.still_seen.hide()
        for part in (self.badge, self.preview, self.bar, self.times, self.notes, self.pace):
            part.setParent(self)
        for pane in Pane:
            self.tabs.addTab("")
            self.tabs.setTabData(self.tabs.count() - 1, pane)
        self._layout = ConsoleLayout(self)
        self._connect()
        self.retranslate()

    @property
    def title(self) -> TextBlock:
        """The name of the lesson."""
        return self._title

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        for words in (self._title, self.still_seen, *self.captions.values()):
            words.set_scale(scale)
        for part in (self.badge, self.times, self.notes, self.pace, self.next):
            part.set_scale(scale)
        for column in (self.steps, self.cautions, self.transport):
            column.set_scale(scale)
        for button in (self.back, self.keys_button):
            button.set_text_px(scale.caption_px)
        self.tabs.setFont(self.back.font())
        self._layout.arrange(scale)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.back.setText(self.tr("Other lesson"))
        self.back.setToolTip(self.tr("Another lesson, or another plan of the hour"))
        keys = self.tr("Keys and remotes")
        self.keys_button.setAccessibleName(keys)
        self.keys_button.setToolTip(f"{keys} (?)")
        words = {
            Pane.NOTES: self.tr("Notes"),
            Pane.CAUTIONS: self.tr("Cautions"),
            Pane.STEPS: self.tr("Steps"),
            Pane.PACE: self.tr("Class hour"),
        }
        for index, pane in enumerate(Pane):
            self.tabs.setTabText(index, words[pane])
            self.captions[pane].show_text(words[pane])
        self._name_cautions()
        self.still_seen.show_text(self.tr("The class still sees"))
        self.tabs.setAccessibleName(self.tr("What is shown below"))
        self.cautions.setAccessibleName(self.tr("When to stop, and cautions"))
        for part in (self.badge, self.preview, self.bar, self.times, self.notes, self.pace):
            part.retranslate()
        if self._lesson.is_open:
            self._show_lesson()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame around what the class still sees: it has the colour of the page."""
        if self.inset is not None and not self.inset.isHidden():
            painter, theme = QPainter(self), theme_of(self)
            painter.setPen(QPen(theme.caution_ink, 2))
            painter.drawRect(self.inset.geometry().adjusted(-1, -1, 1, 1))

    def _connect(self) -> None:
        lesson, bar = self._lesson, self.transport
        self.back.clicked.connect(self.chooser_wanted)
        self.keys_button.clicked.connect(self.keys_wanted)
        self.tabs.currentChanged.connect(self._turn_to)
        self.bar.grown.connect(self._make_room)
        self._parts.pacing.changed.connect(self.times.show_pace)
        lesson.opened.connect(self._show_lesson)
        lesson.segment_changed.connect(self._show_segment)
        lesson.countdown_changed.connect(self._show_countdown)
        self._parts.classroom.frozen_changed.connect(self._show_inset)
        for clicked, verb in (
            (bar.toggle_clicked, lesson.toggle),
            (bar.back_clicked, lesson.back),
            (bar.repeat_clicked, lesson.repeat),
            (bar.next_clicked, lesson.next),
            (bar.done_clicked, lesson.done),
            (bar.extend_clicked, self._parts.pacing.wait_for_slower),
            (bar.undo_clicked, lesson.undo),
            (bar.stop_clicked, lesson.stop),
            (self.steps.row_chosen, lesson.jump_to_row),
        ):
            clicked.connect(verb)

    @Slot()
    def _show_lesson(self) -> None:
        lesson, language = self._lesson, self._parts.language()
        self._title.show_text(lesson.protocol.name.in_language(language))
        self.steps.show_rows(lesson.timeline.rows, self._parts.catalog(), language)
        self._show_segment(lesson.index)
        self._show_countdown(lesson.countdown)
        self._layout.arrange()

    @Slot(int)
    def _show_segment(self, index: int) -> None:
        timeline, catalog = self._lesson.timeline, self._parts.catalog()
        segment, language = timeline.segments[index], self._parts.language()
        lines = caution_lines(segment, catalog, language)
        self.reads_out = segment.kind in _READ_OUT or is_swap(segment)
        self._name_cautions()
        if self.reads_out:
            said = instruction_lines(segment, catalog, self._parts.choices(), language)
            lines = (*said, *lines)
        if lines != self.cautions.lines:  # else it would scroll back under the reader's eyes
            self.cautions.show_lines(lines)
        self._layout.share()
        later = segment.row + 1
        following = timeline.rows[later].first if later < len(timeline.rows) else None
        self.next.show_picture(
            self._parts.still_of(timeline.segments[following]) if following is not None else None
        )

    def _name_cautions(self) -> None:
        words = self.tr("Read out") if self.reads_out else self.tr("Cautions")
        self.captions[Pane.CAUTIONS].show_text(words)
        self.tabs.setTabText(list(Pane).index(Pane.CAUTIONS), words)

    @Slot(Countdown)
    def _show_countdown(self, countdown: Countdown) -> None:
        parts = self._parts
        self.times.show_countdown(countdown)
        # More time is for the room here: also in a gap, where some are not at their place yet.
        self.transport.show_countdown(replace(countdown, may_extend=may_wait(countdown)))
        segment = countdown.segment
        self.steps.show_place(
            segment.row, segment.repetition[0], finished=parts.is_finished(countdown)
        )
        self.next.show_line(
            next_line(countdown, self._lesson.timeline, parts.catalog(), parts.language())
        )
        self._layout.make_room()
        self._tell_problem()

    def _tell_problem(self) -> None:
        """The class reads no errors: an empty sheet is told here."""
        picture = self.preview.picture
        shown = picture.wish if picture is not None else None
        if shown != self._looked_at:
            self._looked_at = shown
            self.badge.show_problem(picture.problem if picture is not None else "")

    @Slot()
    def _show_inset(self) -> None:
        """While the class's picture stands, both are seen: theirs in small."""
        frozen = self._parts.classroom.frozen
        if frozen and self.inset is None:
            self.inset = self._parts.make_inset()
            self.inset.setParent(self)
            self.inset.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if self.inset is not None:
            self.inset.setVisible(frozen)
        self.still_seen.setVisible(frozen)
        self._layout.arrange()
        self.update()

    @Slot()
    def _make_room(self) -> None:
        self._layout.arrange()

    @Slot(int)
    def _turn_to(self, _index: int) -> None:
        self._layout.arrange()

"""The page on which a lesson is played."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFont, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.catalog import Catalog
from massage_trainer.domain.countdown import Countdown, clock_text
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.ports import PlateSource
from massage_trainer.domain.teacher import TeacherChoices
from massage_trainer.domain.timeline import SegmentKind
from massage_trainer.domain.verdict import Judge
from massage_trainer.viewmodels.lesson import LessonViewModel
from massage_trainer.viewmodels.preferences import PreferencesViewModel
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.countdown import CountdownWidget
from massage_trainer.widgets.detail_column import DetailColumn
from massage_trainer.widgets.detail_row import DetailLine, DetailRow, Tone
from massage_trainer.widgets.headline import Headline
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.illustration import Illustration
from massage_trainer.widgets.lesson_keys import (
    add_lesson_keys,
    add_page_keys,
    add_picture_keys,
)
from massage_trainer.widgets.lesson_layout import LessonLayout, LessonParts
from massage_trainer.widgets.lesson_picture import LessonPicture
from massage_trainer.widgets.next_step import NextStep, gap_status, next_line
from massage_trainer.widgets.plate.words import PlateWords
from massage_trainer.widgets.source_details import source_lines
from massage_trainer.widgets.source_sheet import SourceSheet
from massage_trainer.widgets.step_details import caution_lines, instruction_lines
from massage_trainer.widgets.step_lines import row_name
from massage_trainer.widgets.step_list import StepList
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.theme import Scale
from massage_trainer.widgets.transport import TransportBar


class LessonPage(QWidget):
    """Step list, picture and words, countdown and cautions, and the bar of verbs.

    Signals:
        library_wanted: the student wants to choose another lesson.
    """

    library_wanted = Signal()

    def __init__(
        self,
        lesson: LessonViewModel,
        plates: PlateSource[QImage],
        catalog: Callable[[], Catalog],
        choices: Callable[[], TeacherChoices],
        language: Callable[[], str],
        judge: Callable[[ClientBody], Judge | None],
        preferences: PreferencesViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lesson = lesson
        self._catalog = catalog
        self._choices = choices
        self._language = language
        self._interrupted_ms: int | None = None
        self._scale = Scale(0)
        self.library = Button(ButtonKind.QUIET, Icon.BACK, self)
        self.library.setObjectName("library")
        self._title = TextBlock(2.4, weight=QFont.Weight.DemiBold, parent=self)
        self._steps = StepList(self)
        self._interruption = DetailRow(2.4, self)
        self._interruption.setObjectName("interruption")
        self._headline = Headline(self)
        self._illustration = Illustration(plates, judge, self._words(), self)
        self._picture = LessonPicture(
            lesson, plates.index, preferences, self._illustration, self._words
        )
        self._instructions = DetailColumn(parent=self)
        self._instructions.setObjectName("instructions")
        self._countdown = CountdownWidget(self)
        self._next = NextStep(self._illustration.small, self)
        self._cautions = DetailColumn(parent=self)
        self._cautions.setObjectName("cautions")
        self._transport = TransportBar(self)
        self._sheet = SourceSheet(self)
        self._layout = self._build()
        self._connect()
        self.retranslate()
        if lesson.is_open:
            self._show_lesson()

    def set_tools(self, tools: QWidget) -> None:
        """Put the buttons of the whole program under the list of steps."""
        self._layout.set_tools(tools)

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        if scale != self._scale:
            self._scale = scale
            for part in (
                self._title,
                self._steps,
                self._interruption,
                self._headline,
                self._illustration,
                self._instructions,
                self._next,
                self._cautions,
                self._transport,
                self._sheet,
            ):
                part.set_scale(scale)
            self.library.set_text_px(scale.caption_px)
        self._layout.divide(scale)
        self._place_sheet()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.library.setText(self.tr("Lessons"))
        self.library.setToolTip(self.tr("Back to the lessons (Home)"))
        self._instructions.setAccessibleName(self.tr("Instructions"))
        self._cautions.setAccessibleName(self.tr("When to stop, and cautions"))
        if self._lesson.is_open:
            self._show_lesson()
            self._tell_interruption()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_scale(Scale.of(self))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Space:
                self._lesson.toggle()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._lesson.done()
            case _:
                super().keyPressEvent(event)

    def _build(self) -> LessonLayout:
        self._interruption.hide()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        return LessonLayout(
            self,
            LessonParts(
                library=self.library,
                title=self._title,
                steps=self._steps,
                interruption=self._interruption,
                headline=self._headline,
                illustration=self._illustration,
                instructions=self._instructions,
                countdown=self._countdown,
                following=self._next,
                cautions=self._cautions,
                transport=self._transport,
            ),
        )

    def _connect(self) -> None:
        lesson, bar, picture = self._lesson, self._transport, self._illustration
        lesson.opened.connect(self._show_lesson)
        lesson.segment_changed.connect(self._show_segment)
        lesson.countdown_changed.connect(self._show_countdown)
        lesson.interrupted.connect(self._show_interruption)
        lesson.state_changed.connect(self._follow_state)
        for clicked, verb in (
            (bar.toggle_clicked, lesson.toggle),
            (bar.back_clicked, lesson.back),
            (bar.repeat_clicked, lesson.repeat),
            (bar.next_clicked, lesson.next),
            (bar.done_clicked, lesson.done),
            (bar.extend_clicked, lesson.extend),
            (bar.undo_clicked, lesson.undo),
            (bar.stop_clicked, lesson.stop),
            (self._steps.row_chosen, lesson.jump_to_row),
            (self.library.clicked, self.library_wanted),
            (self._headline.source.clicked, self._toggle_sheet),
            (self._sheet.close_clicked, self._close_sheet),
            (picture.left, self._take_focus),
        ):
            clicked.connect(verb)
        add_lesson_keys(self, lesson)
        add_picture_keys(self, picture)
        add_page_keys(self, self._toggle_sheet, self._escape, self.library_wanted.emit)

    def _words(self) -> PlateWords:
        return PlateWords(self._catalog(), self._language())

    @Slot()
    def _show_lesson(self) -> None:
        language = self._language()
        self._title.show_text(self._lesson.protocol.name.in_language(language))
        self._steps.show_rows(self._lesson.timeline.rows, self._catalog(), language)
        self._show_segment(self._lesson.index)
        self._show_countdown(self._lesson.countdown)

    @Slot(int)
    def _show_segment(self, index: int) -> None:
        timeline, catalog, language = self._lesson.timeline, self._catalog(), self._language()
        segment = timeline.segments[index]
        row = timeline.rows[segment.row]
        self._headline.show_segment(row, segment, catalog, language)
        self._layout.put_words_first(first=segment.kind is SegmentKind.CHECK)
        self._illustration.show_step(
            row_name(row, language), segment.step.words.do.in_language(language), language
        )
        self._picture.show_segment()
        later = segment.row + 1
        self._next.show_picture(
            self._picture.following(timeline.segments[timeline.rows[later].first])
            if later < len(timeline.rows)
            else None
        )
        self._instructions.show_lines(
            instruction_lines(segment, catalog, self._choices(), language)
        )
        self._cautions.show_lines(caution_lines(segment, catalog, language))
        self._countdown.show_step(
            f"{segment.row + 1}/{len(timeline.rows)}", gap_status(segment, self._lesson.protocol)
        )
        if self._sheet.isVisible():
            self._fill_sheet()

    @Slot(Countdown)
    def _show_countdown(self, countdown: Countdown) -> None:
        self._countdown.show_countdown(countdown)
        self._transport.show_countdown(countdown)
        segment = countdown.segment
        finished = countdown.state is SessionState.FINISHED
        self._next.setVisible(not finished)
        self._steps.show_place(segment.row, segment.repetition[0], finished=finished)
        self._picture.follow(countdown)
        self._next.show_line(
            next_line(countdown, self._lesson.timeline, self._catalog(), self._language())
        )

    @Slot(int)
    def _show_interruption(self, left_ms: int) -> None:
        self._interrupted_ms = left_ms
        self._tell_interruption()

    @Slot(SessionState)
    def _follow_state(self, state: SessionState) -> None:
        if state is not SessionState.PAUSED:
            self._interrupted_ms = None
            self._interruption.hide()

    def _tell_interruption(self) -> None:
        if self._interrupted_ms is None:
            return
        text = self.tr("Interrupted with {time} left – that gap does not count.").format(
            time=clock_text(self._interrupted_ms)
        )
        self._interruption.show_line(DetailLine(Icon.WARNING, "", text, tone=Tone.CAUTION))
        self._interruption.show()

    @Slot()
    def _toggle_sheet(self) -> None:
        if self._sheet.isVisible():
            self._close_sheet()
            return
        self._fill_sheet()
        self._sheet.show()
        self._place_sheet()
        self._sheet.close_button.setFocus()

    @Slot()
    def _close_sheet(self) -> None:
        self._sheet.hide()
        self._headline.source.setFocus()

    def _place_sheet(self) -> None:
        if self._sheet.isVisible():
            self._sheet.setGeometry(self._layout.middle_area())
            self._sheet.raise_()

    def _fill_sheet(self) -> None:
        self._sheet.show_lines(
            source_lines(
                self._lesson.segment, self._lesson.protocol, self._catalog(), self._language()
            )
        )

    @Slot()
    def _take_focus(self) -> None:
        self.setFocus()

    @Slot()
    def _escape(self) -> None:
        """Close what lies over the page, else pause; never leave the lesson."""
        if self._sheet.isVisible():
            self._close_sheet()
        else:
            self._lesson.pause()

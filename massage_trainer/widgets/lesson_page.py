"""The page on which a lesson is played."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFont, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.catalog import Catalog
from massage_trainer.domain.countdown import Countdown
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.keys import Action
from massage_trainer.domain.pause_menu import PauseMenu
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.ports import PlateSource
from massage_trainer.domain.teacher import TeacherChoices
from massage_trainer.domain.timeline import SegmentKind
from massage_trainer.domain.verdict import Judge
from massage_trainer.viewmodels.hands_free import HandsFreeViewModel
from massage_trainer.viewmodels.keys import KeysViewModel
from massage_trainer.viewmodels.lesson import LessonViewModel
from massage_trainer.viewmodels.partner import PartnerViewModel
from massage_trainer.viewmodels.preferences import PreferencesViewModel
from massage_trainer.viewmodels.prompts import PromptViewModel
from massage_trainer.widgets.budget_button import BudgetButton
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.countdown import CountdownWidget
from massage_trainer.widgets.detail_column import DetailColumn
from massage_trainer.widgets.headline import Headline
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.illustration import Illustration
from massage_trainer.widgets.key_names import with_keys
from massage_trainer.widgets.lesson_keys import PageKeys, Slots
from massage_trainer.widgets.lesson_layout import LessonLayout, LessonParts
from massage_trainer.widgets.lesson_notice import LessonNotice
from massage_trainer.widgets.lesson_picture import LessonPicture
from massage_trainer.widgets.next_step import NextStep, gap_status, next_line
from massage_trainer.widgets.oily_target import OilyTarget
from massage_trainer.widgets.partner_button import PartnerButton
from massage_trainer.widgets.pause_page import PausePage
from massage_trainer.widgets.plate.words import PlateWords
from massage_trainer.widgets.prompt_bar import PromptBar
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
        hands: HandsFreeViewModel,
        keys: KeysViewModel,
        partner: PartnerViewModel,
        prompts: PromptViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lesson = lesson
        self._preferences = preferences
        self._hands = hands
        self._key_map = keys
        self._catalog = catalog
        self._choices = choices
        self._language = language
        self._scale = Scale(0)
        self.library = Button(ButtonKind.QUIET, Icon.BACK, self)
        self.library.setObjectName("library")
        self.partner = PartnerButton(partner, self)
        self.budget = BudgetButton(self)
        self.prompt = PromptBar(lesson, prompts, partner, language, self)
        self._title = TextBlock(2.4, weight=QFont.Weight.DemiBold, parent=self)
        self._steps = StepList(self)
        self._notice = LessonNotice(lesson, hands, self)
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
        self._oily = OilyTarget(hands, self)
        self._pause = PausePage(hands, language, self)
        self._layout = self._build()
        self.keys = PageKeys(self, keys, hands, self._slots())
        self._connect()
        self.retranslate()
        if lesson.is_open:
            self._show_lesson()

    @property
    def illustration(self) -> Illustration:
        return self._illustration

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
                self._notice,
                self._headline,
                self._illustration,
                self._instructions,
                self._next,
                self._cautions,
                self._transport,
                self._sheet,
                self._oily,
                self._pause,
            ):
                part.set_scale(scale)
            self.library.set_text_px(scale.caption_px)
            self.partner.set_text_px(scale.caption_px)
            self.budget.set_text_px(scale.caption_px)
            self.prompt.set_scale(scale)
        self._layout.divide(scale)
        self._place_sheet()
        self._oily.place()
        self._pause.place()
        self._uncover_steps()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.library.setText(self.tr("Lessons"))
        for part in (self.partner, self.budget, self.prompt):
            part.retranslate()
        self._name_keys()
        self._pause.retranslate()
        self._instructions.setAccessibleName(self.tr("Instructions"))
        self._cautions.setAccessibleName(self.tr("When to stop, and cautions"))
        if self._lesson.is_open:
            self._show_lesson()
            self._notice.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_scale(Scale.of(self))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not event.isAutoRepeat():
                    self._hands.once(self._lesson.done)
            case _:
                super().keyPressEvent(event)

    def _build(self) -> LessonLayout:
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        return LessonLayout(
            self,
            LessonParts(
                library=self.library,
                budget=self.budget,
                partner=self.partner,
                title=self._title,
                steps=self._steps,
                interruption=self._notice,
                headline=self._headline,
                prompt=self.prompt,
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
        once = self._hands.once
        lesson.opened.connect(self._show_lesson)
        lesson.segment_changed.connect(self._show_segment)
        lesson.countdown_changed.connect(self._show_countdown)
        self._preferences.changed.connect(self._follow_preferences)
        self._key_map.changed.connect(self._name_keys)
        self._hands.menu_changed.connect(self._follow_menu)
        self._hands.buttons_wanted.connect(self._end_oily_hands)
        for clicked, verb in (
            (bar.toggle_clicked, partial(once, lesson.toggle)),
            (bar.back_clicked, lesson.back),
            (bar.repeat_clicked, lesson.repeat),
            (bar.next_clicked, lesson.next),
            (bar.done_clicked, partial(once, lesson.done)),
            (bar.extend_clicked, lesson.extend),
            (bar.undo_clicked, lesson.undo),
            (bar.stop_clicked, lesson.stop),
            (bar.hurts_clicked, self._hands.stop_it_hurts),
            (self._steps.row_chosen, lesson.jump_to_row),
            (self.library.clicked, self.library_wanted),
            (self._headline.source.clicked, self._toggle_sheet),
            (self._sheet.close_clicked, self._close_sheet),
            (picture.left, self._take_focus),
        ):
            clicked.connect(verb)
        self._follow_preferences()

    def _slots(self) -> Slots:
        """What the keys do here, beside what they do on every page."""
        lesson, picture, once = self._lesson, self._illustration, self._hands.once
        return {
            Action.PAUSE: self._hands.pause,
            Action.LONGER: partial(once, lesson.extend),
            Action.DONE: partial(once, lesson.done),
            Action.REPEAT: partial(once, lesson.repeat),
            Action.UNDO: partial(once, lesson.undo),
            Action.SOURCE: self._toggle_sheet,
            Action.LEAVE_FULL_SCREEN: self.close_top,
            Action.OILY_HANDS: self._toggle_oily_hands,
            Action.LIBRARY: self.library_wanted.emit,
            Action.FIND: picture.toggle_find,
            Action.ZONES: picture.toggle_zones,
            Action.ARROWS: picture.toggle_arrows,
            Action.VIEW: picture.toggle_view,
            Action.LIVE: picture.toggle_live,
            Action.WORDS: picture.toggle_words,
            Action.ZOOM_IN: picture.zoom_in,
            Action.ZOOM_OUT: picture.zoom_out,
            Action.WHOLE: picture.show_whole,
        }

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

    @Slot()
    def _follow_preferences(self) -> None:
        self._hands.set_merge_ms(self._preferences.value.press_merge_ms)
        oily = self._preferences.value.oily_hands
        self._hands.set_oily(oily=oily)
        self._oily.setVisible(oily)
        if oily:
            self._oily.raise_()
            self._pause.raise_()

    @Slot()
    def _toggle_oily_hands(self) -> None:
        self._preferences.update(oily_hands=not self._preferences.value.oily_hands)

    @Slot()
    def _end_oily_hands(self) -> None:
        self._preferences.update(oily_hands=False)

    @Slot(object)
    def _follow_menu(self, menu: PauseMenu | None) -> None:
        self._uncover_steps()
        if menu is None and self.isVisible():
            self.setFocus()  # the zone that had it is gone

    def _uncover_steps(self) -> None:
        """The page of a pause lies over the lower part of the list."""
        bottom = self._steps.geometry().bottom() + 1
        covered = 0 if self._hands.menu is None else bottom - self._pause.y()
        self._steps.set_covered(max(0, covered))

    @Slot()
    def _name_keys(self) -> None:
        """Every hint names the keys of now."""
        keys = self._key_map.map
        back = self.tr("Back to the lessons")
        self.library.setToolTip(with_keys(back, keys, Action.LIBRARY))
        self._transport.show_keys(keys)
        self._headline.show_keys(keys)
        self._illustration.tools.show_keys(keys)

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
    def close_top(self) -> bool:
        """Close what lies over the page; the lesson goes on as it was."""
        return self.close_sheet() or self.close_menu()

    def close_sheet(self) -> bool:
        """Whether the sheet of the source was open."""
        shown = self._sheet.isVisible()
        if shown:
            self._close_sheet()
        return shown

    def close_menu(self) -> bool:
        """Whether the page of the pause was open; the lesson stays paused."""
        shown = self._hands.menu is not None
        self._hands.close_menu()
        return shown

"""Which class is examined on what: exams that were drawn, and a new one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.domain.exam.exam import LEAST_MINUTES, MINUTES, MOST_MINUTES
from massage_trainer.domain.exam.paper import MOST_EACH, POINTS_EACH, TECHNIQUES_EACH
from massage_trainer.viewmodels.exam_book import ExamWish
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.classroom.exam.mark_row import LEAST_TARGET
from massage_trainer.widgets.classroom.exam.setup_words import weights_text
from massage_trainer.widgets.classroom.sheet_head import SheetHead, sheet_edge
from massage_trainer.widgets.fields import ChoiceBox, NumberBox, Stepper, TextField
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.text_scroll import TextScroll
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from collections.abc import Callable

    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.viewmodels.exam import ExamViewModel

MOST_SEED: Final = 999_999  # a number that can be written on a board
_LONGEST: Final = 80
_LESSON: Final = "lesson:"
_ROWS: Final = ((0,), (1, 2), (3, 4, 5, 6))  # of the fields


class SetupPart(QWidget):
    """Says politely what is missing: a class, students, a file of weights without mistakes.

    Signals:
        lists_wanted: there is no class yet; its list is made elsewhere.
    """

    lists_wanted = Signal()

    def __init__(
        self, exam: ExamViewModel, language: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._exam = exam
        self._language = language
        self._scale = Scale(720)
        self._filling = False
        self.head = SheetHead(self)
        self.back = self.head.back
        self.group, self.deck = ChoiceBox(self), ChoiceBox(self)
        self.name = TextField(self)
        self.name.setMaxLength(_LONGEST)
        self.points = self._number(0, MOST_EACH, POINTS_EACH)
        self.techniques = self._number(0, MOST_EACH, TECHNIQUES_EACH)
        self.minutes = self._number(LEAST_MINUTES, MOST_MINUTES, MINUTES)
        self.seed = self._number(1, MOST_SEED, exam.new_seed() % MOST_SEED + 1)
        self._fields: tuple[QWidget, ...] = (
            *(self.group, self.name, self.deck),
            *(self.points, self.techniques, self.minutes, self.seed),
        )
        self._captions = [TextBlock(2.0, "muted", parent=self) for _ in self._fields]
        self._weights = TextBlock(2.2, "muted", parent=self)
        self.own = Button(ButtonKind.QUIET, Icon.SETTINGS, self)
        self._problem = TextBlock(2.4, "danger_ink", parent=self)
        self._drawn = TextBlock(2.8, "accent", QFont.Weight.DemiBold, self)
        self._new = TextBlock(2.8, "accent", QFont.Weight.DemiBold, self)
        self.draw = Button(ButtonKind.PRIMARY, None, self)
        self.lists = Button(ButtonKind.PLAIN, None, self)
        self.exams: list[Button] = []
        self._scroll = TextScroll(self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self.group.activated.connect(self._choose_group)
        self.draw.clicked.connect(self._draw)
        self.own.clicked.connect(self._begin_own)
        self.lists.clicked.connect(self.lists_wanted)
        exam.book.changed.connect(self.show_book)

    @property
    def problem(self) -> str:
        """Why nothing can be drawn; empty where it can."""
        return self._problem.text()

    @property
    def weights(self) -> str:
        """Which weights are in force."""
        return self._weights.text()

    @Slot()
    def show_book(self) -> None:
        """The classes, the exams and the weights there are."""
        book, language = self._exam.book, self._language()
        self._filling = True
        self._fill(self.group, [group.name for group in book.groups])
        if book.group is not None:
            self.group.setCurrentIndex([group.id for group in book.groups].index(book.group.id))
        first = self.deck.count() == 0
        self._fill(self.deck, [self._deck_text(deck) for deck in book.decks])
        lessons = [n for n, deck in enumerate(book.decks) if deck.id.startswith(_LESSON)]
        if first and lessons:
            self.deck.setCurrentIndex(lessons[0])
        self._filling = False
        self._weights.show_text(
            weights_text(book.reading.rubric, is_own=book.reading.is_own, language=language)
        )
        self.own.setText(self.tr("Set your own weights"))
        self._show_problem()
        self._show_exams()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.head.name(self.tr("Practical exam"))
        words = (
            self.tr("Class"),
            self.tr("Name of the exam"),
            self.tr("Drawn from"),
            self.tr("Points for each"),
            self.tr("Techniques for each"),
            self.tr("Minutes for each"),
            self.tr("Number of the draw"),
        )
        less, more = self.tr("less"), self.tr("more")
        for caption, field, text in zip(self._captions, self._fields, words, strict=True):
            caption.show_text(text)
            if isinstance(field, Stepper):
                field.name(text, less, more)
            field.setAccessibleName(text)
        self.name.setPlaceholderText(self.tr("such as: end of term"))
        self._drawn.show_text(self.tr("Exams of this class"))
        self._new.show_text(self.tr("A new exam"))
        self.draw.setText(self.tr("Draw the papers"))
        self.lists.setText(self.tr("Class lists"))
        self.show_book()

    def take_focus(self) -> None:
        shown = [button for button in self.exams if not button.isHidden()]
        (shown[0] if shown else self.name).setFocus()

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        self.head.set_scale(scale)
        blocks = (self._weights, self._problem, self._drawn, self._new)
        for words in (*blocks, *self._captions):
            words.set_scale(scale)
        font_px = scale.text(2.4)
        for field in self._fields:
            target = field.box if isinstance(field, Stepper) else field
            target.setFont(sized(target.font(), font_px))
            target.setMinimumHeight(max(LEAST_TARGET, scale.px(5), target.sizeHint().height()))
        for button in (self.own, self.lists, *self.exams):
            button.set_text_px(scale.control_px)
        self.draw.set_text_px(scale.text(2.8))
        self.draw.setMinimumHeight(max(LEAST_TARGET, scale.px(6)))
        self._scroll.set_scale(scale)
        gap = scale.px(1)
        edge = sheet_edge(scale)
        self._column.setContentsMargins(edge, scale.unit, edge, gap)
        self._column.setSpacing(gap)
        self._scroll.column.setSpacing(gap)
        for grid in self._grids:
            grid.setHorizontalSpacing(2 * gap)
            grid.setVerticalSpacing(gap // 2 + 1)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self._scroll, 1)
        self._exam_lines = QVBoxLayout()
        whose, what, much = QGridLayout(), QGridLayout(), QGridLayout()
        self._grids = (whose, what, much)
        for grid, fields in zip(self._grids, _ROWS, strict=True):
            for column, number in enumerate(fields):
                field = self._fields[number]
                grid.addWidget(self._captions[number], 0, column)
                grid.addWidget(field, 1, column, _place_of(field))
                grid.setColumnStretch(column, 1)
        stack = self._scroll.column
        stack.addLayout(whose)
        stack.addWidget(self._drawn)
        stack.addLayout(self._exam_lines)
        stack.addWidget(self._new)
        stack.addLayout(what)
        stack.addLayout(much)
        stack.addWidget(self._weights)
        stack.addWidget(self.own, 0, Qt.AlignmentFlag.AlignLeft)
        stack.addStretch(1)
        self._column.addWidget(self._problem)
        under = QHBoxLayout()
        under.addWidget(self.lists)
        under.addStretch(1)
        under.addWidget(self.draw)
        self._column.addLayout(under)
        lead_tab(*self._fields, self.own, self.lists, self.draw)

    def _number(self, least: int, most: int, value: int) -> Stepper:
        box = NumberBox(self)
        box.setRange(least, most)
        box.setValue(value)
        return Stepper(box, self)

    def _show_problem(self) -> None:
        book = self._exam.book
        problem = ""
        if not book.groups:
            problem = self.tr("There is no class yet. Make its list first.")
        elif not book.present:
            problem = self.tr("Nobody is in the list of this class.")
        elif book.reading.problems:
            problem = "\n".join(
                (
                    self.tr("The file of your weights has a mistake; nothing is drawn with it:"),
                    *book.reading.problems,
                )
            )
        self._problem.show_text(problem)
        self._problem.setVisible(bool(problem))
        self.draw.setEnabled(not problem)

    def _show_exams(self) -> None:
        exams = self._exam.book.exams
        self._drawn.setVisible(bool(exams))
        while len(self.exams) < len(exams):
            button = Button(ButtonKind.PLAIN, None, self)
            button.set_text_px(self._scale.control_px)
            button.setMinimumHeight(LEAST_TARGET)
            button.clicked.connect(partial(self._open, len(self.exams)))
            self._exam_lines.addWidget(button)
            self.exams.append(button)
        for number, button in enumerate(self.exams):
            button.setVisible(number < len(exams))
        for button, kept in zip(self.exams, exams, strict=False):
            button.setText(
                self.tr("{title} · {day} · {count} papers").format(
                    title=kept.record.title, day=kept.record.day, count=len(kept.exam.seats)
                )
            )

    def _open(self, number: int) -> None:
        self._exam.open_exam(self._exam.book.exams[number].record.id)

    def _deck_text(self, deck: Deck) -> str:
        title = deck.title.in_language(self._language())
        if deck.id.startswith(_LESSON):
            return self.tr("Lesson: {title}").format(title=title)
        return title

    def _fill(self, box: ChoiceBox, texts: list[str]) -> None:
        if [box.itemText(number) for number in range(box.count())] != texts:
            chosen = box.currentIndex()
            box.clear()
            box.addItems(texts)
            if 0 <= chosen < len(texts):
                box.setCurrentIndex(chosen)

    @Slot(int)
    def _choose_group(self, number: int) -> None:
        if not self._filling and 0 <= number < len(self._exam.book.groups):
            self._exam.book.choose_group(self._exam.book.groups[number].id)

    @Slot()
    def _begin_own(self) -> None:
        done = self._exam.book.begin_own_weights()
        path = self._exam.book.reading.own_file
        told = self.tr("Edit the file {path}; it is read again when this page is opened.")
        if not done:
            told = self.tr("The file {path} cannot be written.")
        self.own.setText(told.format(path=path))

    @Slot()
    def _draw(self) -> None:
        book, number = self._exam.book, self.deck.currentIndex()
        if not 0 <= number < len(book.decks):
            return
        done = self._exam.draw(
            ExamWish(
                title=self.name.text(),
                deck=book.decks[number].id,
                points_each=self.points.box.value(),
                techniques_each=self.techniques.box.value(),
                minutes=self.minutes.box.value(),
                seed=self.seed.box.value(),
            )
        )
        if done:
            self.name.clear()
            self.seed.box.setValue(self._exam.new_seed() % MOST_SEED + 1)
        else:
            self._problem.show_text(self.tr("The exam cannot be saved, so it does not begin."))
            self._problem.show()


def _place_of(field: QWidget) -> Qt.AlignmentFlag:
    """Numbers keep their buttons beside them; everything else fills its column."""
    return Qt.AlignmentFlag.AlignLeft if isinstance(field, Stepper) else Qt.AlignmentFlag(0)

"""What the next round asks a class: which deck, which kinds, how many, and which number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.domain.classroom.ports import NO_GROUP
from massage_trainer.domain.quiz.kinds import KINDS
from massage_trainer.viewmodels.class_quiz import MOST_SEED
from massage_trainer.viewmodels.quiz_setup import LENGTHS
from massage_trainer.widgets.audience.question_words import total_text
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.classroom.quiz.seen import SeenLine
from massage_trainer.widgets.classroom.sheet_head import SheetHead, sheet_edge
from massage_trainer.widgets.fields import ChoiceBox, NumberBox
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.quiz.words import deck_text
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.text_scroll import TextScroll
from massage_trainer.widgets.toggles import WrappingCheck

if TYPE_CHECKING:
    from massage_trainer.viewmodels.class_quiz import ClassQuizViewModel
    from massage_trainer.widgets.theme import Scale

_KIND_COLUMNS: Final = 3


class SetupPane(QWidget):
    """Changes the wish for a round as it is changed here.

    Signals:
        back_clicked: to what is offered.
    """

    back_clicked = Signal()

    def __init__(
        self, quiz: ClassQuizViewModel, language: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self._language = language
        self._filling = False
        self.seen = SeenLine(quiz, self)
        self.group = self._box("class-group")
        self.deck = self._box("class-deck")
        self.length = self._box("class-length")
        self.seed = NumberBox(self)
        self.seed.setObjectName("class-seed")
        self.seed.setRange(1, MOST_SEED)
        self._captions = {
            field: TextBlock(2.0, "muted", parent=self)
            for field in (self.group, self.deck, self.length, self.seed)
        }
        self.draw = Button(ButtonKind.QUIET, Icon.REPEAT, self)
        self.draw.setObjectName("class-draw")
        self._kinds_caption = TextBlock(2.0, "muted", parent=self)
        self.kinds = {kind.id: WrappingCheck(self) for kind in KINDS}
        self._past = TextBlock(2.0, "muted", parent=self)
        self._past.setObjectName("past-rounds")
        self._notice = TextBlock(2.4, "danger_ink", parent=self)
        self._notice.hide()
        self.head = SheetHead(self)
        self.back = self.head.back
        self.start = Button(ButtonKind.PRIMARY, Icon.PLAY, self)
        self.start.setObjectName("start-class-round")
        self._scroll = TextScroll(self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self._connect()

    @property
    def past_text(self) -> str:
        """What the chosen class was asked before."""
        return self._past.text()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.seen.retranslate()
        self.head.name(self.tr("Ask the class"))
        for field, words in (
            (self.group, self.tr("Class")),
            (self.deck, self.tr("What it asks about")),
            (self.length, self.tr("Questions")),
            (self.seed, self.tr("Number of the round: the same number asks the same")),
        ):
            self._captions[field].show_text(words)
            field.setAccessibleName(words)
        self.draw.setText(self.tr("Another number"))
        self._kinds_caption.show_text(self.tr("Kinds of questions"))
        for kind in KINDS:
            self.kinds[kind.id].setText(kind.title.in_language(self._language()))
        self.start.setText(self.tr("Show the first question"))
        self.show_wish()

    @Slot()
    def show_wish(self) -> None:
        """Show what is wished, and which decks and classes there are."""
        quiz, setup = self._quiz, self._quiz.setup
        if not setup.decks or self._filling:
            return
        self._filling = True
        names = [self.tr("No class list"), *(group.name for group in quiz.groups)]
        _fill(self.group, names)
        ids = [NO_GROUP, *(group.id for group in quiz.groups)]
        self.group.setCurrentIndex(ids.index(quiz.group))
        _fill(self.deck, [deck_text(deck, self._language()) for deck in setup.decks])
        self.deck.setCurrentIndex(setup.decks.index(setup.deck))
        _fill(self.length, [str(length) for length in LENGTHS])
        near = min(LENGTHS, key=lambda length: abs(length - setup.wish.length))
        self.length.setCurrentIndex(LENGTHS.index(near))
        self.seed.setValue(quiz.seed)
        free = setup.deck.keys is None
        for kind_id, check in self.kinds.items():
            check.setChecked(kind_id in setup.wish.kinds)
            check.setEnabled(free)
        self._filling = False
        self.start.setEnabled(bool(setup.kinds))
        self.tell("" if setup.kinds else self.tr("Choose at least one kind of question."))
        self._past.show_text(self._past_text())
        self._past.setVisible(bool(self._past.text()))

    def tell(self, words: str) -> None:
        """Why a round cannot begin; empty: it can."""
        self._notice.show_text(words)
        self._notice.setVisible(bool(words))

    @Slot()
    def tell_nothing(self) -> None:
        """The deck holds no question of these kinds."""
        self.tell(self.tr("There is no such question in this deck. Choose other kinds."))

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        self.head.set_scale(scale)
        for words in (
            self._kinds_caption,
            self._notice,
            self._past,
            *self._captions.values(),
        ):
            words.set_scale(scale)
        for widget in (*self._captions, *self.kinds.values()):
            widget.setFont(sized(widget.font(), scale.text(2.4)))
            widget.updateGeometry()
        self._scroll.set_scale(scale)
        self.seen.set_scale(scale)
        self.start.set_text_px(scale.text(2.8))
        self.draw.set_text_px(scale.control_px)
        edge, gap = sheet_edge(scale), scale.px(1)
        self._column.setContentsMargins(edge, scale.unit, edge, gap)
        self._column.setSpacing(gap)
        self._scroll.column.setSpacing(scale.px(1.6))
        for grid in (self._boxes, self._kinds):
            grid.setHorizontalSpacing(2 * gap)
            grid.setVerticalSpacing(gap // 2 + 1)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self.seen)
        self._column.addWidget(self._scroll, 1)
        self._boxes, self._kinds = QGridLayout(), QGridLayout()
        numbered = QHBoxLayout()
        numbered.addWidget(self.seed, 1)
        numbered.addWidget(self.draw)
        for number, (field, caption) in enumerate(self._captions.items()):
            row, column = divmod(number, 2)
            self._boxes.addWidget(caption, 2 * row, column)
            if field is self.seed:
                self._boxes.addLayout(numbered, 2 * row + 1, column)
            else:
                self._boxes.addWidget(field, 2 * row + 1, column)
        for number, check in enumerate(self.kinds.values()):
            self._kinds.addWidget(check, *divmod(number, _KIND_COLUMNS))
        for grid, columns in ((self._boxes, 2), (self._kinds, _KIND_COLUMNS)):
            for column in range(columns):
                grid.setColumnStretch(column, 1)
        self._scroll.column.addLayout(self._boxes)
        self._scroll.column.addWidget(self._kinds_caption)
        self._scroll.column.addLayout(self._kinds)
        self._scroll.column.addWidget(self._past)
        self._scroll.column.addStretch(1)
        self._column.addWidget(self._notice)
        under = QHBoxLayout()
        under.addStretch(1)
        under.addWidget(self.start)
        self._column.addLayout(under)

    def _connect(self) -> None:
        quiz = self._quiz
        quiz.setup.changed.connect(self.show_wish)
        quiz.groups_changed.connect(self.show_wish)
        quiz.nothing_found.connect(self.tell_nothing)
        self.back.clicked.connect(self.back_clicked)
        self.start.clicked.connect(quiz.start)
        self.draw.clicked.connect(quiz.draw_seed)
        for box in (self.group, self.deck, self.length):
            box.activated.connect(self._follow)
        self.seed.valueChanged.connect(self._follow)
        for check in self.kinds.values():
            check.toggled.connect(self._follow)

    def _box(self, name: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        return box

    def _past_text(self) -> str:
        titles = {deck.id: deck_text(deck, self._language()) for deck in self._quiz.setup.decks}
        lines = [
            self.tr("{day} · {deck} · number {seed} · {share}").format(
                day=past.day,
                deck=titles.get(past.deck, past.deck),
                seed=past.seed,
                share=total_text(past.right, past.answered),
            )
            for past in self._quiz.past
        ]
        return "\n".join([self.tr("Asked before:"), *lines]) if lines else ""

    @Slot()
    def _follow(self) -> None:
        if self._filling:
            return
        quiz = self._quiz
        quiz.setup.update(
            deck=quiz.setup.decks[max(0, self.deck.currentIndex())].id,
            kinds=frozenset(kind for kind, check in self.kinds.items() if check.isChecked()),
            length=LENGTHS[max(0, self.length.currentIndex())],
        )
        at = self.group.currentIndex()
        quiz.choose_group(quiz.groups[at - 1].id if at > 0 else NO_GROUP)
        quiz.set_seed(self.seed.value())


def _fill(box: ChoiceBox, texts: Sequence[str]) -> None:
    if [box.itemText(number) for number in range(box.count())] != list(texts):
        box.clear()
        box.addItems(list(texts))

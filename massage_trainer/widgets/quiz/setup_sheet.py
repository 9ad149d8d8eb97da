"""What the next round asks: its deck, kinds, length, help, tries, and how it is answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from massage_trainer.domain.quiz.kinds import KINDS
from massage_trainer.domain.quiz.round import ONE_SHOT, TRIES, Help
from massage_trainer.viewmodels.quiz_setup import LENGTHS
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.fields import ChoiceBox
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.quiz.words import deck_text, help_text
from massage_trainer.widgets.tab_order import lead_tab
from massage_trainer.widgets.text_block import TextBlock
from massage_trainer.widgets.text_scroll import TextScroll
from massage_trainer.widgets.theme import Scale
from massage_trainer.widgets.toggles import WrappingCheck

if TYPE_CHECKING:
    from massage_trainer.viewmodels.quiz_setup import QuizSetup

_KIND_COLUMNS: Final = 3
_OPTIONS: Final = ("at_first_click", "timed", "aloud", "worded", "turned")


class SetupSheet(QWidget):
    """Changes the wish for a round as it is changed here.

    Signals:
        start_clicked: begin.
        export_clicked: take the chosen deck along as a file.
        import_clicked: take questions of one's own in.
    """

    start_clicked = Signal()
    export_clicked = Signal()
    import_clicked = Signal()

    def __init__(
        self, setup: QuizSetup, language: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._setup = setup
        self._language = language
        self._scale = Scale(720)
        self._filling = False
        self._title = TextBlock(4.2, weight=QFont.Weight.DemiBold, parent=self)
        self.deck = self._box("deck")
        self.length = self._box("length")
        self.help = self._box("help")
        self.tries = self._box("tries")
        self._captions = {
            box: TextBlock(2.0, "muted", parent=self)
            for box in (self.deck, self.length, self.help, self.tries)
        }
        self._kinds_caption = TextBlock(2.0, "muted", parent=self)
        self.kinds = {kind.id: WrappingCheck(self) for kind in KINDS}
        self.options = {name: WrappingCheck(self) for name in _OPTIONS}
        self._notice = TextBlock(2.4, "danger_ink", parent=self)
        self._notice.hide()
        self._lack = TextBlock(2.2, "muted", parent=self)
        self._lack.setObjectName("lacks-turning")
        self._lack.hide()
        self.start = Button(ButtonKind.PRIMARY, Icon.PLAY, self)
        self.start.setObjectName("start-round")
        self.export_deck = Button(ButtonKind.QUIET, parent=self)
        self.export_deck.setObjectName("export-deck")
        self.import_questions = Button(ButtonKind.QUIET, parent=self)
        self.import_questions.setObjectName("import-questions")
        self._scroll = TextScroll(self)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        setup.changed.connect(self.show_wish)
        self.start.clicked.connect(self.start_clicked)
        self.export_deck.clicked.connect(self.export_clicked)
        self.import_questions.clicked.connect(self.import_clicked)
        for box in self._captions:
            box.activated.connect(self._follow)
        for check in (*self.kinds.values(), *self.options.values()):
            check.toggled.connect(self._follow)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._title.show_text(self.tr("A round of the quiz"))
        for box, words in (
            (self.deck, self.tr("What it asks about")),
            (self.length, self.tr("Questions")),
            (self.help, self.tr("Help in the picture")),
            (self.tries, self.tr("Tries")),
        ):
            self._captions[box].show_text(words)
            box.setAccessibleName(words)
        self._kinds_caption.show_text(self.tr("Kinds of questions"))
        for kind in KINDS:
            self.kinds[kind.id].setText(kind.title.in_language(self._language()))
        for name, words in (
            ("at_first_click", self.tr("The first click is the answer")),
            ("timed", self.tr("Show the time (it never counts)")),
            ("aloud", self.tr("Say everything aloud")),
            ("worded", self.tr("Ask in words, without pictures")),
            ("turned", self.tr("Turn the body to the place first")),
        ):
            self.options[name].setText(words)
        self._lack.show_text(
            self.tr(
                "Turning the body needs moving pictures, which are off here: this round asks with"
                " still pictures."
            )
        )
        self.start.setText(self.tr("Begin"))
        self.export_deck.setText(self.tr("Export…"))
        self.import_questions.setText(self.tr("Import questions…"))
        self.show_wish()

    @Slot()
    def show_wish(self) -> None:
        """Show what is wished, and the decks there are."""
        wish, decks = self._setup.wish, self._setup.decks
        if not decks or self._filling:
            return
        self._filling = True
        self._fill(self.deck, [deck_text(deck, self._language()) for deck in decks])
        self.deck.setCurrentIndex(decks.index(self._setup.deck))
        self._fill(self.length, [str(length) for length in LENGTHS])
        near = min(LENGTHS, key=lambda length: abs(length - wish.length))
        self.length.setCurrentIndex(LENGTHS.index(near))
        self._fill(self.help, [help_text(level) for level in Help])
        self.help.setCurrentIndex(list(Help).index(wish.help))
        tries = [self.tr("Three: 3, 2 or 1 points"), self.tr("One shot")]
        self._fill(self.tries, tries)
        self.tries.setCurrentIndex(1 if wish.is_one_shot else 0)
        free = self._setup.deck.keys is None
        for kind_id, check in self.kinds.items():
            check.setChecked(kind_id in wish.kinds)
            check.setEnabled(free)
        for name, check in self.options.items():
            check.setChecked(getattr(wish, name))
        self.options["turned"].setVisible(self._setup.can_turn)
        self.options["turned"].setEnabled(not wish.worded)
        self._lack.setVisible(self._setup.lacks_turning)
        self._filling = False
        self.start.setEnabled(bool(self._setup.kinds))
        if not self._setup.kinds:
            self.tell(self.tr("Choose at least one kind of question."))
        else:
            self.tell("")

    @Slot(str)
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
        self._scale = scale
        for words in (
            self._title,
            self._kinds_caption,
            self._notice,
            self._lack,
            *self._captions.values(),
        ):
            words.set_scale(scale)
        font_px = scale.text(2.4)
        for widget in (*self._captions, *self.kinds.values(), *self.options.values()):
            widget.setFont(sized(widget.font(), font_px))
            widget.updateGeometry()
        self._scroll.set_scale(scale)
        self.start.set_text_px(scale.text(2.8))
        for quiet in (self.export_deck, self.import_questions):
            quiet.set_text_px(scale.text(2.2))
        margin, gap = scale.px(3), scale.px(1)
        self._column.setContentsMargins(margin, gap, margin, scale.px(2))
        self._column.setSpacing(gap)
        self._scroll.column.setSpacing(scale.px(1.6))
        for grid in (self._boxes, self._kinds, self._options):
            grid.setHorizontalSpacing(2 * gap)
            grid.setVerticalSpacing(gap // 2 + 1)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        self._column.addWidget(self._scroll, 1)
        self._boxes, self._kinds, self._options = QGridLayout(), QGridLayout(), QGridLayout()
        for number, (box, caption) in enumerate(self._captions.items()):
            row, column = divmod(number, 2)
            self._boxes.addWidget(caption, 2 * row, column)
            self._boxes.addWidget(box, 2 * row + 1, column)
        for number, check in enumerate(self.kinds.values()):
            self._kinds.addWidget(check, *divmod(number, _KIND_COLUMNS))
        for number, check in enumerate(self.options.values()):
            self._options.addWidget(check, *divmod(number, 2))
        for grid, columns in ((self._boxes, 2), (self._kinds, _KIND_COLUMNS), (self._options, 2)):
            for column in range(columns):
                grid.setColumnStretch(column, 1)
        self._scroll.column.addLayout(self._boxes)
        self._scroll.column.addWidget(self._kinds_caption)
        self._scroll.column.addLayout(self._kinds)
        self._scroll.column.addLayout(self._options)
        self._scroll.column.addWidget(self._lack)
        self._scroll.column.addStretch(1)
        self._column.addWidget(self._notice)
        under = QHBoxLayout()
        under.addWidget(self.export_deck)
        under.addWidget(self.import_questions)
        under.addStretch(1)
        under.addWidget(self.start)
        self._column.addLayout(under)
        lead_tab(self.export_deck, self.import_questions, self.start)

    def _box(self, name: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(name)
        return box

    def _fill(self, box: ChoiceBox, texts: Sequence[str]) -> None:
        if [box.itemText(number) for number in range(box.count())] != list(texts):
            box.clear()
            box.addItems(list(texts))

    @Slot()
    def _follow(self) -> None:
        if self._filling:
            return
        chosen = {name: check.isChecked() for name, check in self.options.items()}
        self._setup.update(
            deck=self._setup.decks[max(0, self.deck.currentIndex())].id,
            kinds=frozenset(kind for kind, check in self.kinds.items() if check.isChecked()),
            length=LENGTHS[max(0, self.length.currentIndex())],
            help=list(Help)[max(0, self.help.currentIndex())],
            tries=ONE_SHOT if self.tries.currentIndex() == 1 else TRIES,
            **chosen,
        )

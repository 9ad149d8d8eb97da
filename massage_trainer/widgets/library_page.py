"""The page to choose a lesson from."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QFont, QImage, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from massage_trainer.domain.library import LessonCard
from massage_trainer.viewmodels.library import LibraryViewModel
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.lesson_card import LessonCardView
from massage_trainer.widgets.page_row import Page, PageRow
from massage_trainer.widgets.panel import Panel, PanelKind
from massage_trainer.widgets.scroll_bar import WIDTH, QuietScrollBar
from massage_trainer.widgets.theme import Scale
from massage_trainer.widgets.tool_row import ToolRow

if TYPE_CHECKING:
    from massage_trainer.widgets.due_line import DueLine


class LibraryPage(QWidget):
    """One card per lesson, over them the tools of the program and what nobody has checked yet.

    Signals:
        lesson_chosen: str; the id of the lesson to open.
        lit: str; the id of the lesson to which the one key has come.
        due_clicked: to the questions that are due.
    """

    lesson_chosen = Signal(str)
    lit = Signal(str)
    due_clicked = Signal()

    def __init__(
        self,
        library: LibraryViewModel,
        thumbs: Callable[[str], QImage | None],
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._thumbs = thumbs
        self._language = language
        self._scale = Scale.of(self)
        self.pages = PageRow(Page.LESSONS, self)
        self.tools = ToolRow(self)
        self._title = _heading(self)
        self._notice = Panel(PanelKind.CAUTION, self)
        self._notice_words = _heading(self._notice)
        self._notice_words.setObjectName("review-notice")
        self._notice_words.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._empty = _heading(self)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("lessons")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._bar = QuietScrollBar(self._scroll)
        self._scroll.setVerticalScrollBar(self._bar)
        self._shelf = QWidget()
        self._shelf_rows = QVBoxLayout(self._shelf)
        self._shelf_rows.addWidget(self._empty)
        self._shelf_rows.addStretch()
        self._scroll.setWidget(self._shelf)
        self._cards: list[LessonCardView] = []
        self._due: DueLine | None = None
        self._lay_out()
        self._library.changed.connect(self.refresh)
        self._bar.valueChanged.connect(self._fetch_pictures)
        self._bar.rangeChanged.connect(self._fetch_pictures)
        self.retranslate()

    @property
    def cards(self) -> tuple[LessonCardView, ...]:
        """The cards from top to bottom."""
        return tuple(self._cards)

    @Slot()
    def refresh(self) -> None:
        """Show the lessons, places and numbers of now."""
        cards = self._library.cards
        if [_looks(card) for card in cards] != [_looks(view.card) for view in self._cards]:
            self._rebuild(cards)
        language = self._language()
        for view, card in zip(self._cards, cards, strict=True):
            view.show_card(card, self._library.place(card.id), language)
        self._empty.setVisible(not cards)

    def show_due(self, count: int) -> None:
        """One quiet line under the title; none where no question is due."""
        if self._due is None and count:
            from massage_trainer.widgets.due_line import DueLine

            self._due = DueLine(self)
            self._due.clicked.connect(self.due_clicked)
            self._due.set_text_px(self._scale.control_px)
            self._column.insertWidget(2, self._due)
        if self._due is not None:
            self._due.show_count(count)

    def focus_lesson(self, lesson_id: str) -> None:
        """Put the focus on a lesson, or on the first one where it is unknown."""
        known = [view for view in self._cards if view.card.id == lesson_id] or self._cards
        if known:
            known[0].button.setFocus()

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        self._scale = scale
        self.pages.set_scale(scale)
        self.tools.set_scale(scale)
        self._title.setFont(sized(self.font(), scale.title_px, QFont.Weight.DemiBold))
        self._notice_words.setFont(sized(self.font(), scale.caption_px))
        self._empty.setFont(sized(self.font(), scale.body_px))
        self._notice.set_radius(scale.radius)
        unit = scale.unit
        self._notice_row.setContentsMargins(2 * unit, unit, 2 * unit, unit)
        self._column.setContentsMargins(4 * unit, 2 * unit, 0, 0)
        self._column.setSpacing(2 * unit)
        self._top.setContentsMargins(0, 0, 2 * unit, 0)
        self._middle.setContentsMargins(0, 0, 4 * unit, 0)
        self._middle.setSpacing(2 * unit)
        self._shelf_rows.setContentsMargins(0, 0, 4 * unit - WIDTH, 4 * unit)
        self._shelf_rows.setSpacing(2 * unit)
        for view in self._cards:
            view.set_scale(scale)
        if self._due is not None:
            self._due.set_text_px(scale.control_px)
        self._fit_tools()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._title.setText(self.tr("Back massage: choose a lesson"))
        self._notice_words.setText(
            self.tr("No doctor or other clinician has reviewed this content yet.")
        )
        self._empty.setText(
            self.tr("There is no lesson to show. The list above says what is wrong.")
        )
        self._scroll.setAccessibleName(self.tr("Lessons"))
        if self.isVisible():  # else it is done when the size is known
            self._fit_tools()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(int)
    def move_focus(self, steps: int) -> None:
        """Light another card, from wherever the focus is; one key alone goes round and round."""
        places = [n for n, view in enumerate(self._cards) if view.button.hasFocus()]
        if not self._cards:
            return
        at = (places[0] + steps) % len(self._cards) if places else 0
        self._cards[at].button.setFocus()
        self.lit.emit(self._cards[at].card.id)

    @Slot()
    def open_focused(self) -> None:
        """Open the lesson whose card holds the focus."""
        for view in self._cards:
            if view.button.hasFocus():
                view.button.click()
                return

    @Slot(int)
    def _go(self, steps: int) -> None:
        """Put the focus so many cards further down."""
        for place, view in enumerate(self._cards):
            if view.button.hasFocus():
                target = min(max(0, place + steps), len(self._cards) - 1)
                self._cards[target].button.setFocus()
                return

    @Slot()
    def _bring_into_view(self) -> None:
        for view in self._cards:
            if view.button.hasFocus():
                self._scroll.ensureWidgetVisible(view, 0, 2 * self._scale.unit)

    @Slot()
    def _fetch_pictures(self) -> None:
        """Decode a picture when its card comes into view; the first page has few in view."""
        top = self._bar.value()
        bottom = top + self._scroll.height()  # asking for the viewport would look at every class
        for view in self._cards:
            place = view.geometry()
            in_view = view.is_placed and place.top() < bottom and place.bottom() >= top
            if in_view and not view.has_asked_for_picture:
                view.show_picture(self._thumbs(view.card.cover))

    def _rebuild(self, cards: tuple[LessonCard, ...]) -> None:
        for view in self._cards:
            self._shelf_rows.removeWidget(view)
            view.deleteLater()
        self._cards = []
        for row, card in enumerate(cards):
            view = LessonCardView(card, self._shelf)
            view.set_scale(self._scale)
            view.chosen.connect(self.lesson_chosen)
            view.focused.connect(self._bring_into_view)
            view.placed.connect(self._fetch_pictures)
            view.button.left.connect(self._go)
            self._shelf_rows.insertWidget(row, view)
            self._cards.append(view)
        if self._cards:
            self._scroll.setFocusProxy(self._cards[0].button)

    def _fit_tools(self) -> None:
        """The tools are words where the row has room for them, else icons."""
        room = self.window().width() - 6 * self._scale.unit - self.pages.sizeHint().width()
        for codes in (False, True):
            self.tools.set_small(small=False, codes=codes)
            if self.tools.sizeHint().width() <= room:
                return
        self.tools.set_small(small=True)

    def _lay_out(self) -> None:
        self._notice_row = QHBoxLayout(self._notice)
        self._notice_row.addWidget(self._notice_words)
        self._top = QHBoxLayout()
        self._top.addWidget(self.pages)
        self._top.addStretch(1)
        self._top.addWidget(self.tools)
        self._middle = QHBoxLayout()
        self._middle.addWidget(self._title, 1)
        self._middle.addWidget(self._notice, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addLayout(self._middle)
        self._column.addWidget(self._scroll, 1)


def _looks(card: LessonCard) -> tuple[str, str]:
    """What a card's widgets were built from; everything else can be shown anew."""
    return card.id, card.cover


def _heading(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    return label

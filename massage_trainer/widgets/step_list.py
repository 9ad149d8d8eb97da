"""The list of steps at the left: where the lesson is, and a way to go elsewhere."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from massage_trainer.domain.catalog import Catalog
from massage_trainer.domain.timeline import Row
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.scroll_bar import QuietScrollBar
from massage_trainer.widgets.step_delegate import StepDelegate
from massage_trainer.widgets.step_lines import StepLines
from massage_trainer.widgets.theme import Scale

_Index = QModelIndex | QPersistentModelIndex


class StepList(QListView):
    """All steps of the lesson; the current one is always in sight.

    Signals:
        row_chosen: int; the student wants to go to this line.
    """

    row_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("step-list")
        self.lines = StepLines(self)
        self.setModel(self.lines)
        self._delegate = StepDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollBar(QuietScrollBar(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._choose)
        self.retranslate()

    def show_rows(self, rows: tuple[Row, ...], catalog: Catalog, language: str) -> None:
        self._delegate.forget_texts()
        self.lines.show_rows(rows, catalog, language)
        self._follow()

    def show_place(self, row: int, repetition: int, *, finished: bool) -> None:
        """Mark the current line and bring it into sight."""
        moved = row != self.lines.current
        self.lines.show_place(row, repetition, finished=finished)
        if moved:
            self._follow()

    def set_scale(self, scale: Scale) -> None:
        self.setFont(sized(self.font(), scale.control_px))
        self._delegate.forget_texts()
        self.scheduleDelayedItemsLayout()
        self._follow()

    def set_covered(self, height: int) -> None:
        """So much from below lies under something else: the current line is seen above it."""
        if height != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, height)
            self._follow()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Steps of the lesson"))

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.row())

    def _follow(self) -> None:
        index = self.lines.index(self.lines.current)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def dataChanged(  # noqa: N802 - Qt's name
        self, top_left: _Index, bottom_right: _Index, roles: Sequence[int] = ()
    ) -> None:
        # Not QListView's, which lays all lines out again: heights do not depend on the progress.
        QAbstractItemView.dataChanged(self, top_left, bottom_right, roles)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self.currentIndex().isValid():
                    self.row_chosen.emit(self.currentIndex().row())
            case Qt.Key.Key_Up | Qt.Key.Key_Down | Qt.Key.Key_End:
                super().keyPressEvent(event)
            case _:
                event.ignore()  # the page has its own keys; no search by letters here

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

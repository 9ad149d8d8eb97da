"""The list of a lesson's lines, and the keys to record them one after the other."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from massage_trainer.viewmodels.recording import RecordingViewModel
from massage_trainer.widgets.icons import Icon, draw_icon
from massage_trainer.widgets.line_rows import RECORDED_ROLE, LineRows
from massage_trainer.widgets.painting import draw_focus, fill_card
from massage_trainer.widgets.scroll_bar import QuietScrollBar
from massage_trainer.widgets.theme import Scale, theme_of

_Index = QModelIndex | QPersistentModelIndex
_LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LineList(QListView):
    """One row for each line; the current one is always in sight.

    Signals:
        record_wanted: the space bar.
        listen_wanted: Enter, or a double click.
    """

    record_wanted = Signal()
    listen_wanted = Signal()

    def __init__(
        self, recording: RecordingViewModel, scale: Scale, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("lines")
        self._recording = recording
        self.rows = LineRows(recording, self)
        self.setModel(self.rows)
        self.setItemDelegate(_LineDelegate(self, scale))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBar(QuietScrollBar(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.viewport().setAutoFillBackground(False)
        recording.line_chosen.connect(self.show_line)
        self.doubleClicked.connect(self.listen_wanted)
        self.show_line()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(self.tr("Lines of the lesson"))
        self.setAccessibleDescription(
            self.tr("Space records and stops, Enter listens, arrow keys change the line.")
        )
        self.rows.tell_again()

    @Slot()
    def show_line(self) -> None:
        """Follow the view-model."""
        index = self.rows.index(self._recording.index)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        if current.isValid():
            self._recording.choose(current.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())  # a message below takes room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Space:
                if not event.isAutoRepeat():
                    self.record_wanted.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not event.isAutoRepeat():
                    self.listen_wanted.emit()
            case Qt.Key.Key_Escape:
                event.ignore()
            case _:
                super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802 - Qt's name
        """Not by letters: a line would be left by a wrong key."""


class _LineDelegate(QStyledItemDelegate):
    """Paints a row: a bead, filled when the line is recorded, and the first words."""

    def __init__(self, view: QListView, scale: Scale) -> None:
        super().__init__(view)
        self._view = view
        self._scale = scale

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        em = self._view.fontMetrics().height()
        return QSize(self._view.viewport().width(), round(em * 1.7))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, scale = theme_of(self._view), self._scale
        state: QStyle.StateFlag = option.state
        area = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            fill_card(painter, area, scale.radius, theme.accent_soft)
            if self._view.hasFocus():
                draw_focus(painter, area, scale.radius, theme.ink)
        side = area.height() * 0.5
        bead = QRectF(area.left() + scale.unit, area.center().y() - side / 2, side, side)
        if index.data(RECORDED_ROLE):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent)
            painter.drawEllipse(bead)
            inset = side * 0.2
            mark = bead.adjusted(inset, inset, -inset, -inset)
            draw_icon(painter, Icon.CHECK, mark, theme.accent_ink)
        else:
            painter.setPen(QPen(theme.outline, 1.5))
            painter.setBrush(theme.paper)
            painter.drawEllipse(bead)
        room = area.adjusted(side + 2 * scale.unit, 0, -scale.unit, 0)
        painter.setPen(theme.ink)
        painter.setFont(self._view.font())
        words = self._view.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, _LEFT_MIDDLE, words)
        painter.restore()

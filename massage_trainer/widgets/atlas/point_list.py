"""The points that are listed, one line each."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from massage_trainer.domain.atlas import Atlas
from massage_trainer.domain.point_search import Found
from massage_trainer.widgets.atlas.words import other_names, short_name
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.painting import draw_focus
from massage_trainer.widgets.scroll_bar import QuietScrollBar
from massage_trainer.widgets.theme import Scale, theme_of

_Index = QModelIndex | QPersistentModelIndex
CODE: Final = Qt.ItemDataRole.UserRole + 1
OTHERS: Final = Qt.ItemDataRole.UserRole + 2
TAUGHT: Final = Qt.ItemDataRole.UserRole + 3
_CODE_EMS: Final = 4.1
_ELIDE: Final = Qt.TextElideMode.ElideRight


class PointLines(QAbstractListModel):
    """The listed points as Qt's views read them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._atlas: Atlas | None = None
        self._found: tuple[Found, ...] = ()
        self._language = "vi"

    def show_points(self, atlas: Atlas, found: tuple[Found, ...], language: str) -> None:
        self.beginResetModel()
        self._atlas, self._found, self._language = atlas, found, language
        self.endResetModel()

    def row_of(self, code: str) -> int:
        """Where a point is listed; -1: it is not."""
        return next((row for row, each in enumerate(self._found) if each.code == code), -1)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._atlas is None:
            return None
        found = self._found[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return short_name(self._atlas, found.code, self._language)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(self._atlas, found)
            case _ if role == CODE:
                return found.code
            case _ if role == OTHERS:
                if not found.taught:
                    return self.tr("not in this atlas")
                return other_names(self._atlas, found.code, self._language)
            case _ if role == TAUGHT:
                return found.taught
            case _:
                return None

    def _spoken(self, atlas: Atlas, found: Found) -> str:
        name = short_name(atlas, found.code, self._language)
        if found.taught:
            return f"{name}, {found.code}"
        return self.tr("{name}, {code}: not in this atlas").format(name=name, code=found.code)


class PointList(QListView):
    """Shows the lines; the arrow keys choose while it has the focus.

    Signals:
        code_chosen: str; somebody wants to see this point.
    """

    code_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("point-list")
        self.lines = PointLines(self)
        self.setModel(self.lines)
        self.setItemDelegate(_PointDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBar(QuietScrollBar(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._choose)
        self.retranslate()

    def show_points(self, atlas: Atlas, found: tuple[Found, ...], language: str) -> None:
        self.lines.show_points(atlas, found, language)

    def show_chosen(self, code: str) -> None:
        """Mark a point and bring it into sight."""
        row = self.lines.row_of(code)
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return
        index = self.lines.index(row)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        self.scrollTo(index)

    def set_scale(self, scale: Scale) -> None:
        self.setFont(sized(self.font(), scale.control_px))
        self.scheduleDelayedItemsLayout()

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Points"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        count = self.lines.rowCount()
        if steps is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            row = min(max(self.currentIndex().row() + steps, 0), count - 1)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            row = 0 if event.key() == Qt.Key.Key_Home else count - 1
        else:
            event.ignore()  # letters are for the search, PageUp and PageDown for the channel
            return
        if row >= 0:
            self._choose(self.lines.index(row))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.code_chosen.emit(str(index.data(CODE)))


class _PointDelegate(QStyledItemDelegate):
    """Code, name, and the other names in a quieter ink where there is room."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        font: QFont = self._view.font()
        return QSize(0, round(font.pixelSize() * 2.1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        view = self._view
        theme = theme_of(view)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.accent_soft if is_chosen else theme.surface)
        font = view.font()
        em = font.pixelSize()
        taught = bool(index.data(TAUGHT))
        room = area.adjusted(em // 2, 0, -em // 2, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(sized(font, em, QFont.Weight.DemiBold))
        painter.setPen(theme.accent if taught else theme.muted)
        painter.drawText(room, flags, str(index.data(CODE)))
        room.setLeft(room.left() + round(em * _CODE_EMS))
        painter.setFont(font)
        painter.setPen(theme.ink if taught else theme.muted)
        name = str(index.data())
        metrics = painter.fontMetrics()
        painter.drawText(room, flags, metrics.elidedText(name, _ELIDE, room.width()))
        room.setLeft(room.left() + metrics.horizontalAdvance(name) + em // 2)
        if room.width() > 3 * em:
            painter.setFont(sized(font, round(em * 0.86)))
            painter.setPen(theme.muted)
            others = painter.fontMetrics().elidedText(str(index.data(OTHERS)), _ELIDE, room.width())
            painter.drawText(room, flags, others)
        if is_chosen and view.hasFocus():
            draw_focus(painter, QRectF(area), 4, theme.ink)
        painter.restore()

    @property
    def _view(self) -> QListView:
        view = self.parent()
        if not isinstance(view, QListView):
            raise TypeError("a delegate of a list")
        return view

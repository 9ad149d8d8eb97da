"""The table of a class: quiet lines, one row chosen, everything within reach of the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from massage_trainer.domain.classroom.roster import Student
from massage_trainer.viewmodels.roster import RosterViewModel
from massage_trainer.widgets.classroom.roster_model import (
    FIRST_EXAM,
    NAME,
    WITHDRAWN_ROLE,
    RosterRows,
)
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.painting import draw_focus, fill_card
from massage_trainer.widgets.scroll_bar import QuietScrollBar
from massage_trainer.widgets.theme import Scale, theme_of

_Index = QModelIndex | QPersistentModelIndex
_ROW_EM = 1.75
_WIDEST_NUMBER_EM = 12
_NARROWEST_EXAM_EM = 6
_EXAMS_SHARE = 0.55  # of the width, for all exams together
_PADDING_EM = 0.5


class RosterTable(QTableView):
    """One row for each student.

    Signals:
        chosen_changed: another row is chosen, or none.
        rename_wanted: Enter, F2 or a double click.
        delete_wanted: the Delete key.
    """

    chosen_changed = Signal()
    rename_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, roster: RosterViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("students")
        self.rows = RosterRows(roster, self)
        self._scale = Scale(720)
        self._chosen_id = 0
        self.setModel(self.rows)
        self.setItemDelegate(_CellDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table, arrows walk in it
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBar(QuietScrollBar(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalHeader(_Head(self))
        self.viewport().setAutoFillBackground(False)
        self.rows.modelReset.connect(self._settle)
        self.doubleClicked.connect(self._wish_rename)

    @property
    def chosen(self) -> Student | None:
        """Whose row is chosen."""
        return self.rows.student(self.currentIndex().row())

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(self.tr("Students of the class"))
        self.setAccessibleDescription(
            self.tr("Arrow keys choose a student, Enter renames, Delete deletes.")
        )
        self.rows.tell_again()

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        self._scale = scale
        self.setFont(sized(self.font(), scale.control_px))
        self.horizontalHeader().setFont(sized(self.font(), scale.caption_px, QFont.Weight.DemiBold))
        em = self.fontMetrics().height()
        self.verticalHeader().setMinimumSectionSize(round(em * _ROW_EM))
        self.verticalHeader().setDefaultSectionSize(round(em * _ROW_EM))
        self.horizontalHeader().setMinimumSectionSize(2 * em)
        self.horizontalHeader().setFixedHeight(round(em * _ROW_EM))
        self._fit_columns()

    def choose(self, student_id: int) -> None:
        """Choose a student, if they are there."""
        for row in range(self.rows.rowCount()):
            student = self.rows.student(row)
            if student is not None and student.id == student_id:
                self.setCurrentIndex(self.rows.index(row, NAME))
                self.scrollTo(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        if self.chosen is not None:
            self._chosen_id = self.chosen.id
        self.chosen_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_F2:
                if not event.isAutoRepeat() and self.chosen is not None:
                    self.rename_wanted.emit()
            case Qt.Key.Key_Delete:
                if not event.isAutoRepeat() and self.chosen is not None:
                    self.delete_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def _wish_rename(self, _index: QModelIndex) -> None:
        self.rename_wanted.emit()

    def _settle(self) -> None:
        """Who was chosen stays chosen, wherever the row is now."""
        wanted = self._chosen_id
        if self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, NAME))
        self._chosen_id = wanted
        self.choose(wanted)
        self._fit_columns()
        self.chosen_changed.emit()

    def _fit_columns(self) -> None:
        """The name takes what the others leave."""
        em = self.fontMetrics().height()
        head = self.horizontalHeader()
        head.setStretchLastSection(False)
        for column in range(self.rows.columnCount()):
            if column == NAME:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
                continue
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            widest = _WIDEST_NUMBER_EM * em
            if column >= FIRST_EXAM:
                share = round(_EXAMS_SHARE * self.width()) // (self.rows.columnCount() - FIRST_EXAM)
                widest = max(_NARROWEST_EXAM_EM * em, share)
            self.setColumnWidth(column, min(self._natural_width(column), widest))

    def _natural_width(self, column: int) -> int:
        words = [
            str(self.rows.index(row, column).data() or "") for row in range(self.rows.rowCount())
        ]
        metrics = self.fontMetrics()
        heading = str(self.rows.headerData(column, Qt.Orientation.Horizontal) or "")
        head = QFontMetrics(self.horizontalHeader().font()).horizontalAdvance(heading)
        widest = max([head, *map(metrics.horizontalAdvance, words)])
        return widest + round(1.6 * metrics.height())


class _Head(QHeaderView):
    """The names of the columns, as quiet as the rows."""

    def __init__(self, view: RosterTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setSectionsClickable(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 - Qt
        theme = theme_of(self._view)
        painter.save()
        painter.fillRect(rect, theme.paper)
        painter.setPen(QPen(theme.outline, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        padding = round(self._view.fontMetrics().height() * _PADDING_EM)
        room = rect.adjusted(padding, 0, -padding, 0)
        words = str(self._view.rows.headerData(section, Qt.Orientation.Horizontal) or "")
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(self.font())
        painter.setPen(theme.ink)
        side = (
            Qt.AlignmentFlag.AlignHCenter if section >= FIRST_EXAM else Qt.AlignmentFlag.AlignLeft
        )
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()


class _CellDelegate(QStyledItemDelegate):
    def __init__(self, view: RosterTable) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        em = self._view.fontMetrics().height()
        return QSize(em, round(em * _ROW_EM))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, view = theme_of(self._view), self._view
        state: QStyle.StateFlag = option.state
        area: QRect = option.rect
        em = view.fontMetrics().height()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            fill_card(painter, QRectF(area), 0, theme.accent_soft)
            if view.hasFocus() and view.currentIndex() == index:
                draw_focus(painter, QRectF(area).adjusted(1, 1, -1, -1), 4, theme.ink)
        else:
            painter.setPen(QPen(theme.line, 1))
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        padding = round(em * _PADDING_EM)
        room = area.adjusted(padding, 0, -padding, 0)
        painter.setPen(theme.muted if index.data(WITHDRAWN_ROLE) else theme.ink)
        painter.setFont(view.font())
        words = view.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width()
        )
        middle = index.column() >= FIRST_EXAM
        side = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()

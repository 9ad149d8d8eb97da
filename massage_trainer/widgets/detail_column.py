"""A scrolling column of detail lines; rows are reused from step to step."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from massage_trainer.widgets.detail_row import BODY_PERCENT, DetailLine, DetailRow
from massage_trainer.widgets.text_scroll import TextScroll
from massage_trainer.widgets.theme import Scale

_BESIDE_FROM_PERCENT = 66  # of the scale's height: narrower, and labels stand above the words


class DetailColumn(TextScroll):
    """Shows lines from the top; ``lines`` is what stands there now."""

    def __init__(self, percent: float = BODY_PERCENT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._percent = percent
        self._rows: list[DetailRow] = []
        self._scale = Scale(720)
        self.lines: tuple[DetailLine, ...] = ()
        self.column.addStretch(1)

    def show_lines(self, lines: tuple[DetailLine, ...]) -> None:
        if lines != self.lines:
            self.lines = lines
            while len(self._rows) < len(lines):
                self._add_row()
            for row, line in zip(self._rows, lines, strict=False):
                row.show_line(line)
                row.show()
            for row in self._rows[len(lines) :]:
                row.hide()
        self.to_top()

    def set_scale(self, scale: Scale) -> None:
        super().set_scale(scale)
        self._scale = scale
        self.column.setSpacing(scale.px(0.6))
        self.column.setContentsMargins(0, 0, scale.px(1), scale.px(1.6))
        for row in self._rows:
            row.set_scale(scale)
        self._set_labels()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_labels()

    def _add_row(self) -> None:
        row = DetailRow(self._percent, self.body)
        row.set_scale(self._scale)
        self._rows.append(row)
        self.column.insertWidget(self.column.count() - 1, row)
        self._set_label_of(row)

    def _set_labels(self) -> None:
        for row in self._rows:
            self._set_label_of(row)

    def _set_label_of(self, row: DetailRow) -> None:
        if self.viewport().width() >= self._scale.px(_BESIDE_FROM_PERCENT):
            row.put_label_beside()
        else:
            row.put_label_above()

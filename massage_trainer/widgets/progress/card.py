"""A sheet with one chart: its title, a sentence about it, its numbers as text, and a file of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFont, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.painting import draw_focus
from massage_trainer.widgets.panel import Panel, PanelKind
from massage_trainer.widgets.progress.drawing import LEFT, MIDDLE, Look
from massage_trainer.widgets.text_block import TextBlock, draw_block
from massage_trainer.widgets.theme import LIGHT, Scale, theme_of

if TYPE_CHECKING:
    from massage_trainer.widgets.progress.drawing import Chart
    from massage_trainer.widgets.theme import Theme

_FILE_TEXT_PX: Final = 20
_FILE_WIDTH: Final = 1200
_SLACK: Final = 0.85


class ChartCanvas(QWidget):
    """Paints a chart; what it shows is its accessible description.

    A chart has hundreds of marks and seldom changes: it is drawn once for each look.
    """

    def __init__(self, height_percent: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._height_percent = height_percent
        self._scale = Scale.of(self)
        self._chart: Chart | None = None
        self._instead = ""
        self._drawn = QPixmap()
        self._drawn_as: tuple[Theme, QFont, QSize, float] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def chart(self) -> Chart | None:
        return self._chart

    def show_chart(self, chart: Chart | None, instead: str = "") -> None:
        """Show this, or the words where there is nothing to draw."""
        self._chart, self._instead = chart, instead
        self._drawn_as = None
        self.setAccessibleDescription("\n".join(chart.numbers) if chart else instead)
        self.update()

    def set_scale(self, scale: Scale) -> None:
        self._scale = scale
        self.setFont(sized(self.font(), scale.caption_px))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        high = self._scale.px(self._height_percent)
        return QSize(high, high)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._scale.px(20), self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        if self._chart is None:
            painter.setPen(theme.muted)
            flags = int(MIDDLE) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(self._area, flags, self._instead)
        else:
            painter.drawPixmap(0, 0, self._drawing_of(self._chart, theme))
        if self.hasFocus():
            draw_focus(painter, QRectF(self.rect()), 6, theme.ink)

    @property
    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(4, 4, -4, -4)

    def _drawing_of(self, chart: Chart, theme: Theme) -> QPixmap:
        ratio = self.devicePixelRatioF()
        wanted = theme, self.font(), self.size(), ratio
        if wanted != self._drawn_as:
            self._drawn_as = wanted
            self._drawn = QPixmap(self.size() * ratio)
            self._drawn.setDevicePixelRatio(ratio)
            self._drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._drawn)
            painter.setFont(self.font())
            chart.paint(painter, self._area, Look(theme, self.font()))
            painter.end()
        return self._drawn


class ChartCard(Panel):
    """The chart with everything around it.

    Signals:
        save_wanted: write the chart as a file.
    """

    save_wanted = Signal()

    def __init__(self, name: str, height_percent: float, parent: QWidget) -> None:
        super().__init__(PanelKind.CARD, parent)
        self.setObjectName(name)
        self.title = TextBlock(2.6, weight=QFont.Weight.DemiBold, parent=self)
        self.note = TextBlock(2.0, "muted", parent=self)
        self.canvas = ChartCanvas(height_percent, self)
        self.canvas.setObjectName(f"{name}-chart")
        self.numbers = Button(ButtonKind.QUIET, Icon.LIST, self)
        self.numbers.setObjectName(f"{name}-numbers")
        self.numbers.setCheckable(True)
        self.save = Button(ButtonKind.QUIET, None, self)
        self.save.setObjectName(f"{name}-save")
        self._table = QLabel(self)
        self._table.setTextFormat(Qt.TextFormat.PlainText)
        self._table.setWordWrap(True)
        self._table.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._table.hide()
        self.row = QHBoxLayout()
        self.row.addStretch(1)
        self.row.addWidget(self.numbers)
        self.row.addWidget(self.save)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(self.note)
        self._column.addWidget(self.canvas)
        self._column.addStretch(1)
        self._column.addLayout(self.row)
        self._column.addWidget(self._table)
        self.numbers.toggled.connect(self._table.setVisible)
        self.save.clicked.connect(self.save_wanted)

    def add_control(self, widget: QWidget) -> None:
        """Put something to choose above the chart."""
        self._column.insertWidget(2, widget, 0, Qt.AlignmentFlag.AlignLeft)

    def show_chart(self, chart: Chart | None, title: str, note: str, instead: str = "") -> None:
        """Show another chart, or the words where there is nothing to draw."""
        self.title.show_text(title)
        self.note.show_text(note)
        self.note.setVisible(bool(note))
        self.canvas.setAccessibleName(f"{title}. {note}" if note else title)
        self.canvas.show_chart(chart, instead)
        self._table.setText("\n".join(chart.numbers) if chart else "")
        for button in (self.numbers, self.save):
            button.setEnabled(chart is not None)
        if chart is None:
            self.numbers.setChecked(False)

    def name_buttons(self, numbers: str, save: str) -> None:
        """Their words; for the ear the title of the chart stands behind."""
        for button, words in ((self.numbers, numbers), (self.save, save)):
            button.setText(words)
            button.setAccessibleName(f"{words} {self.title.text()}")
        self._table.setAccessibleName(self.title.text())

    def set_scale(self, scale: Scale) -> None:
        unit = scale.unit
        self.set_radius(scale.radius)
        self._column.setContentsMargins(2 * unit, unit, 2 * unit, unit)
        self._column.setSpacing(unit)
        self.row.setSpacing(unit)
        self.title.set_scale(scale)
        self.note.set_scale(scale)
        self.canvas.set_scale(scale)
        self._table.setFont(sized(self.font(), scale.caption_px))
        for button in (self.numbers, self.save):
            button.set_text_px(scale.caption_px)

    @property
    def file_size(self) -> tuple[int, int]:
        """Of the chart as a file: the proportions of the screen under its words."""
        shape = self.canvas.height() / max(1, self.canvas.width())
        return _FILE_WIDTH, round(_FILE_WIDTH * min(max(shape, 0.4), 1.0)) + 6 * _FILE_TEXT_PX

    @Slot(QPainter)
    def draw_file(self, painter: QPainter) -> None:
        """The chart on white paper with its title and its sentence."""
        chart = self.canvas.chart
        if chart is None:
            return
        wide, high = self.file_size
        font = sized(self.font(), _FILE_TEXT_PX)
        page = QRectF(0, 0, wide, high).adjusted(24, 20, -24, -20)
        painter.fillRect(QRectF(0, 0, wide, high), LIGHT.surface)
        painter.setPen(LIGHT.ink)
        painter.setFont(sized(font, round(_FILE_TEXT_PX * 1.4), QFont.Weight.DemiBold))
        head = QRectF(page.left(), page.top(), page.width(), 2 * _FILE_TEXT_PX)
        painter.drawText(head, int(LEFT), self.title.text())
        top = head.bottom()
        if self.note.text():
            painter.setPen(LIGHT.muted)
            # Where an SVG is opened without our typeface the letters may be wider.
            wide_enough = page.width() * _SLACK
            room = QRectF(page.left(), top, wide_enough, 3 * _FILE_TEXT_PX).toRect()
            top += draw_block(painter, room, self.note.text(), font, Qt.AlignmentFlag.AlignLeft)
        area = QRectF(page.left(), top + 8, page.width(), page.bottom() - top - 8)
        chart.paint(painter, area, Look(LIGHT, font))

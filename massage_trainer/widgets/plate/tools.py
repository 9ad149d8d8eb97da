"""The buttons beside the picture: how to find the point, zones, zoom, the picture in words."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.theme import Scale


class PlateTools(QWidget):
    """A column of buttons, or several where it would be too high."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.measure = self._button("find", Icon.RULER, checkable=True)
        self.zones = self._button("zones", Icon.ZONES, checkable=True)
        self.closer = self._button("closer", Icon.ZOOM_IN)
        self.further = self._button("further", Icon.ZOOM_OUT)
        self.describe = self._button("describe", Icon.INFO, checkable=True)
        self._gap = 4
        self.retranslate()

    def set_scale(self, scale: Scale) -> None:
        for button in self._buttons():
            button.set_text_px(scale.caption_px)
        self._gap = max(2, scale.unit // 2)

    def retranslate(self) -> None:
        for button, words in (
            (self.measure, self.tr("How do I find it? Show the measuring line (F)")),
            (self.zones, self.tr("Safety zones: where not to press (Z)")),
            (self.closer, self.tr("Zoom in (Ctrl + plus, or Ctrl and the wheel)")),
            (self.further, self.tr("Zoom out (Ctrl + minus); the whole picture: Ctrl + 0")),
            (self.describe, self.tr("Describe the picture in words")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)

    def show_which(self, *, find: bool, picture: bool, describe: bool) -> None:
        """Show the buttons that have something to do here."""
        self.measure.setVisible(find)
        for button in (self.zones, self.closer, self.further):
            button.setVisible(picture)
        self.describe.setVisible(describe)

    @property
    def column_width(self) -> int:
        """What one column takes of the picture's room."""
        return self.describe.sizeHint().width()

    def arrange(self, height: int) -> QSize:
        """Place the buttons from the top, column by column; answers what they take."""
        left = top = width = most = 0
        for button in self._buttons():
            if button.isHidden():
                continue
            size = button.sizeHint()
            if top and top + size.height() > height:
                left, top = left + width + self._gap, 0
            button.setGeometry(left, top, size.width(), size.height())
            width = size.width()
            top += size.height() + self._gap
            most = max(most, top - self._gap)
        return QSize(left + width, most)

    def _buttons(self) -> tuple[Button, ...]:
        return self.measure, self.zones, self.closer, self.further, self.describe

    def _button(self, name: str, icon: Icon, *, checkable: bool = False) -> Button:
        button = Button(ButtonKind.PLAIN, icon, self)
        button.setObjectName(name)
        button.setCheckable(checkable)
        return button

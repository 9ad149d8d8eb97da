"""The row over the picture: which side, what lies over it, and the way along the channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from massage_trainer.domain.anatomy import Side
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from massage_trainer.viewmodels.atlas import AtlasViewModel


class LayerRow(QWidget):
    """Buttons that stay on, and two that lead to the neighbours."""

    def __init__(self, atlas: AtlasViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._atlas = atlas
        self.before = self._button("channel-back", Icon.BACK)
        self.after = self._button("channel-next", Icon.NEXT)
        self.left = self._button("side-left", None)
        self.right = self._button("side-right", None)
        self.landmarks = self._button("layer-landmarks", None)
        self.zones = self._button("layer-zones", None)
        self.line = self._button("layer-line", None)
        self.cover = self._button("cover", None)
        self._signs = {
            self.landmarks: Icon.PLACE,
            self.zones: Icon.ZONES,
            self.line: Icon.RULER,
            self.cover: Icon.EYE,
        }
        self._sides = QButtonGroup(self)
        for button in (self.left, self.right, self.landmarks, self.zones, self.line, self.cover):
            button.setCheckable(True)
        self._sides.addButton(self.left)
        self._sides.addButton(self.right)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        for button in (self.before, self.after, self.left, self.right):
            self._row.addWidget(button)
        self._row.addStretch(1)
        for button in (self.landmarks, self.zones, self.line, self.cover):
            self._row.addWidget(button)
        self._connect()
        self.retranslate()
        self.show_state()

    @Slot()
    def show_state(self) -> None:
        """Follow what is on, and where it goes on."""
        atlas = self._atlas
        self.left.setChecked(atlas.side is Side.LEFT)
        self.right.setChecked(atlas.side is Side.RIGHT)
        self.landmarks.setChecked(atlas.landmarks)
        self.zones.setChecked(atlas.zones)
        self.line.setChecked(atlas.line)
        self.cover.setChecked(atlas.covered)
        for button, step in ((self.before, -1), (self.after, 1)):
            button.setEnabled(not atlas.code or bool(atlas.atlas.along(atlas.code, step)))
        seen = atlas.atlas.sides(atlas.code) if atlas.atlas.point(atlas.code) else ()
        self.left.setEnabled(not atlas.code or Side.LEFT in seen)
        self.right.setEnabled(not atlas.code or Side.RIGHT in seen)

    def set_scale(self, scale: Scale) -> None:
        for button in self._buttons():
            button.set_text_px(scale.caption_px)
        self.fit()

    def fit(self) -> None:
        """Words where there is room, else signs alone; the names stay for those who listen."""
        self._show_words(short=False)
        if self._row.sizeHint().width() > self.width():
            self._show_words(short=True)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        for button, words, hint in (
            (self.before, "", self.tr("The point before on this channel (PageUp)")),
            (self.after, "", self.tr("The next point of this channel (PageDown)")),
            (self.left, self.tr("Left"), self.tr("The client's left side")),
            (self.right, self.tr("Right"), self.tr("The client's right side")),
            (self.landmarks, self.tr("Landmarks"), self.tr("What the hand and the eye find")),
            (self.zones, self.tr("Zones"), self.tr("Where nothing is pressed")),
            (self.line, self.tr("Measure"), self.tr("How a hand measures to the point")),
            (
                self.cover,
                self.tr("Cover names"),
                self.tr("Hide all names to test yourself; a press tells one"),
            ),
        ):
            button.setProperty("words", words)
            button.setText(words)
            button.setAccessibleName(words or hint)
            button.setAccessibleDescription(hint if words else "")
            button.setToolTip(hint)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _show_words(self, *, short: bool) -> None:
        for button, icon in self._signs.items():
            button.setText("" if short else str(button.property("words")))
            button.set_icon(icon if short else None)

    def _connect(self) -> None:
        atlas = self._atlas
        self.before.clicked.connect(self._go_back)
        self.after.clicked.connect(self._go_on)
        self._sides.buttonClicked.connect(self._take_side)
        for button in (self.landmarks, self.zones, self.line):
            button.clicked.connect(self._lay)
        self.cover.clicked.connect(self._cover)
        atlas.chosen.connect(self.show_state)
        atlas.drawn.connect(self.show_state)

    @Slot()
    def _go_back(self) -> None:
        self._atlas.go_along(-1)

    @Slot()
    def _go_on(self) -> None:
        self._atlas.go_along(1)

    @Slot()
    def _take_side(self) -> None:
        self._atlas.set_side(Side.LEFT if self.left.isChecked() else Side.RIGHT)

    @Slot()
    def _lay(self) -> None:
        self._atlas.lay(
            landmarks=self.landmarks.isChecked(),
            zones=self.zones.isChecked(),
            line=self.line.isChecked(),
        )

    @Slot()
    def _cover(self) -> None:
        self._atlas.cover(on=self.cover.isChecked())

    def _buttons(self) -> tuple[Button, ...]:
        ways = (self.before, self.after, self.left, self.right)
        return (*ways, self.landmarks, self.zones, self.line, self.cover)

    def _button(self, name: str, icon: Icon | None) -> Button:
        button = Button(ButtonKind.QUIET, icon, self)
        button.setObjectName(name)
        return button

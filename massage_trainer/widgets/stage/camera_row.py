"""The row of buttons that take the camera of a live picture to where everybody wants to stand."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.live_camera import Preset
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.icons import Icon

if TYPE_CHECKING:
    from massage_trainer.widgets.stage.camera_hands import CameraHands
    from massage_trainer.widgets.theme import Scale


class CameraRow(QWidget):
    """Words where there is room for them, else signs; none where the scene has no such view."""

    def __init__(
        self,
        hands: CameraHands,
        parent: QWidget | None = None,
        presets: Collection[Preset] = tuple(Preset),
    ) -> None:
        """``presets`` are those that nothing else leads to."""
        super().__init__(parent)
        self._offered = presets
        self.setObjectName("camera-row")
        self._hands = hands
        self._gap = 4
        self.presets = {
            Preset.WIDE: self._button("camera-wide", Icon.WIDE, Preset.WIDE),
            Preset.CLOSE: self._button("camera-close", Icon.CLOSE_UP, Preset.CLOSE),
            Preset.PRACTITIONER: self._button("camera-eyes", Icon.EYE, Preset.PRACTITIONER),
            Preset.OTHER_SIDE: self._button("camera-other", Icon.SWAP, Preset.OTHER_SIDE),
        }
        self.back = Button(ButtonKind.PLAIN, Icon.UNDO, self)
        self.back.setObjectName("camera-back")
        self.back.clicked.connect(hands.go_home)
        self._words: dict[Button, str] = {}
        hands.presets_changed.connect(self._show_which)
        self.retranslate()
        self._show_which()

    def set_scale(self, scale: Scale) -> None:
        for button in self._buttons():
            button.set_text_px(scale.caption_px)
        self._gap = max(2, scale.unit // 2)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        for button, words, told in (
            (
                self.presets[Preset.WIDE],
                self.tr("Wide"),
                self.tr("See everything"),
            ),
            (
                self.presets[Preset.CLOSE],
                self.tr("Near"),
                self.tr("See the hands from near"),
            ),
            (
                self.presets[Preset.PRACTITIONER],
                self.tr("Practitioner's eyes"),
                self.tr("See what the practitioner sees"),
            ),
            (
                self.presets[Preset.OTHER_SIDE],
                self.tr("Other side"),
                self.tr("See it from across the table"),
            ),
            (
                self.back,
                self.tr("As at first"),
                self.tr("Back to how the picture was at first"),
            ),
        ):
            self._words[button] = words
            button.setAccessibleName(words)
            button.setAccessibleDescription(told)
            button.setToolTip(told)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def arrange(self, width: int) -> QSize:
        """Place the buttons from the left; answers what they take.

        Where the words are too many those at the end give way to their signs.
        """
        shown = [button for button in self._buttons() if not button.isHidden()]
        for worded in range(len(shown), -1, -1):
            for at, button in enumerate(shown):
                button.setText(self._words[button] if at < worded else "")
            taken = sum(button.sizeHint().width() + self._gap for button in shown) - self._gap
            if taken <= width:
                break
        left = most = 0
        for button in shown:
            size = button.sizeHint()
            button.setGeometry(left, 0, size.width(), size.height())
            left += size.width() + self._gap
            most = max(most, size.height())
        return QSize(max(0, left - self._gap), most)

    def _show_which(self) -> None:
        there = self._hands.presets
        for preset, button in self.presets.items():
            button.setVisible(preset in there and preset in self._offered)
        self.updateGeometry()

    def _buttons(self) -> tuple[Button, ...]:
        return (*self.presets.values(), self.back)

    def _button(self, name: str, icon: Icon, preset: Preset) -> Button:
        button = Button(ButtonKind.PLAIN, icon, self)
        button.setObjectName(name)
        take: Callable[[], object] = partial(self._hands.take, preset)
        button.clicked.connect(take)
        return button

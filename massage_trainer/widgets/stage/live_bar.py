"""The bar over a live picture: from where it is seen, what of it, and the hands frame by frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.keys import Action, KeyMap
from massage_trainer.domain.live_camera import Preset
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.key_names import with_keys
from massage_trainer.widgets.stage.camera_row import CameraRow
from massage_trainer.widgets.stage.layer_menu import LayerButton

if TYPE_CHECKING:
    from collections.abc import Collection

    from massage_trainer.widgets.stage.camera_hands import CameraHands
    from massage_trainer.widgets.theme import Scale


class LiveBar(QWidget):
    """Lies over the lower edge of the picture; buttons alone take clicks, beside them it is air.

    Signals:
        layers_changed: Layers; the student wants to see more of the body, or less.
        frame_wanted: int; the key frame after (1) or before (-1) this one.
    """

    layers_changed = Signal(object)
    frame_wanted = Signal(int)

    def __init__(
        self,
        hands: CameraHands,
        parent: QWidget,
        presets: Collection[Preset] = tuple(Preset),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("live-bar")
        self._gap = 4
        self._keys = KeyMap()
        self.camera = CameraRow(hands, self, presets)
        self.layers = LayerButton(self)
        self.frame_back = self._button("frame-back", Icon.BACK)
        self.frame_on = self._button("frame-on", Icon.NEXT)
        self.layers.layers_changed.connect(self.layers_changed)
        self.frame_back.clicked.connect(self._step_back)
        self.frame_on.clicked.connect(self._step_on)
        self.let_step(may=False)
        self.retranslate()

    def let_step(self, *, may: bool) -> None:
        """Whether the hands stand and can be moved on frame by frame."""
        for button in (self.frame_back, self.frame_on):
            button.setVisible(may)

    def set_scale(self, scale: Scale) -> None:
        self.camera.set_scale(scale)
        for button in self._buttons():
            button.set_text_px(scale.caption_px)
        self._gap = max(2, scale.unit // 2)

    def show_keys(self, keys: KeyMap) -> None:
        """Name these keys in the hints."""
        self._keys = keys
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        for button, words, action in (
            (self.frame_back, self.tr("Previous key frame"), Action.FRAME_BACK),
            (self.frame_on, self.tr("Next key frame"), Action.FRAME_ON),
        ):
            button.setAccessibleName(words)
            button.setToolTip(with_keys(words, self._keys, action))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @property
    def may_step(self) -> bool:
        """Whether the hands stand and can be moved on."""
        return not self.frame_on.isHidden()

    def sizeHint(self) -> QSize:
        return self.layers.sizeHint()

    def arrange(self, width: int) -> QSize:
        """Place everything in one row from the left; answers what it takes."""
        own = [button for button in self._buttons() if not button.isHidden()]
        taken = sum(button.sizeHint().width() + self._gap for button in own)
        row = self.camera.arrange(max(1, width - taken))
        self.camera.setGeometry(0, 0, row.width(), row.height())
        left, high = row.width(), row.height()
        for button in own:
            size = button.sizeHint()
            left += self._gap
            button.setGeometry(left, 0, size.width(), high)
            left += size.width()
        return QSize(left, high)

    def _buttons(self) -> tuple[Button, ...]:
        return self.layers, self.frame_back, self.frame_on

    def _button(self, name: str, icon: Icon) -> Button:
        button = Button(ButtonKind.PLAIN, icon, self)
        button.setObjectName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard to the page
        return button

    @Slot()
    def _step_back(self) -> None:
        self.frame_wanted.emit(-1)

    @Slot()
    def _step_on(self) -> None:
        self.frame_wanted.emit(1)

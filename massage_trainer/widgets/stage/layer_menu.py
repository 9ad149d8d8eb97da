"""The menu of what is shown of a living body, and the button that opens it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from massage_trainer.domain.stage_layers import DEFAULT_LAYERS, Layers, StageLayer, switched
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.icons import Icon


class LayerMenu(QMenu):
    """One entry for each layer, checked where it is on.

    Signals:
        switched: StageLayer, bool.
    """

    switched = Signal(StageLayer, bool)

    def __init__(
        self, layers: Layers, parent: QWidget, offered: Layers = frozenset(StageLayer)
    ) -> None:
        """``offered`` are those that there is something of, and no other switch."""
        super().__init__(parent)
        self.setObjectName("layer-menu")
        for layer, words in (
            (StageLayer.CLIENT, self.tr("The one lying down")),
            (StageLayer.PRACTITIONER, self.tr("The practitioner")),
            (StageLayer.CLOTHES, self.tr("Clothes over the worked area")),
            (StageLayer.LANDMARKS, self.tr("Landmarks")),
            (StageLayer.CHANNELS, self.tr("Channels")),
            (StageLayer.SPINE, self.tr("Line of the spine")),
            (StageLayer.CREST, self.tr("Line between the iliac crests")),
        ):
            if layer not in offered:
                continue
            action = self.addAction(words)
            action.setObjectName(layer.value)
            action.setCheckable(True)
            action.setChecked(layer in layers)
            action.toggled.connect(partial(self.switched.emit, layer))


class LayerButton(Button):
    """Opens the menu, and remembers what is wanted.

    Signals:
        layers_changed: Layers; more of the body is to be seen, or less.
    """

    layers_changed = Signal(object)

    def __init__(self, parent: QWidget, offered: Layers = frozenset(StageLayer)) -> None:
        """``offered`` is what the menu has."""
        super().__init__(ButtonKind.PLAIN, Icon.PERSON, parent)
        self._offered = offered
        self.setObjectName("live-layers")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard to the page
        self._wanted: Layers = DEFAULT_LAYERS
        self.clicked.connect(self._open_menu)
        self.retranslate()

    @property
    def wanted(self) -> Layers:
        """What of the body is to be seen."""
        return self._wanted

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        words = self.tr("What of the body is shown")
        self.setAccessibleName(words)
        self.setToolTip(words)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def make_menu(self) -> LayerMenu:
        """What is shown of the body."""
        menu = LayerMenu(self._wanted, self, self._offered)
        menu.setFont(self.font())
        menu.switched.connect(self._switch)
        return menu

    @Slot(StageLayer, bool)
    def _switch(self, layer: StageLayer, on: bool) -> None:  # noqa: FBT001 - a slot
        self._wanted = switched(self._wanted, layer, on=on)
        self.layers_changed.emit(self._wanted)

    @Slot()
    def _open_menu(self) -> None:
        menu = self.make_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

"""The menu of what is shown of a living body."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from massage_trainer.domain.stage_layers import Layers, StageLayer


class LayerMenu(QMenu):
    """One entry for each layer, checked where it is on.

    Signals:
        switched: StageLayer, bool.
    """

    switched = Signal(StageLayer, bool)

    def __init__(self, layers: Layers, parent: QWidget) -> None:
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
            action = self.addAction(words)
            action.setObjectName(layer.value)
            action.setCheckable(True)
            action.setChecked(layer in layers)
            action.toggled.connect(partial(self.switched.emit, layer))

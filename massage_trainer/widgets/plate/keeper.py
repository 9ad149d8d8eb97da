"""Fetches pictures in the size they are painted in, and has those decoded that may come next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QImage

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.plate import ClientBody, MissingPicture, PictureFault, Still, View
from massage_trainer.domain.ports import PlateSource

_DECODE_AHEAD: Final = QEvent.Type(QEvent.registerEventType())
_DECODE_FINE: Final = QEvent.Type(QEvent.registerEventType())
AFTER_PAINTING: Final = Qt.EventPriority.LowEventPriority.value - 1  # Qt paints at low priority


class PictureWish(NamedTuple):
    """Which picture is asked for; the fields of ``PlateIndex.still``."""

    plate_id: str
    side: Side | None = None
    frame: str = ""
    view: View | None = None
    client: ClientBody = ClientBody.MAN

    def is_same_shot(self, other: PictureWish) -> bool:
        """Whether nothing but the hands moves from one picture to the other."""
        return self._replace(frame="") == other._replace(frame="")


class PictureKeeper(QObject):
    """Keeps the picture that is shown; ``picture`` is None before the first wish.

    Signals:
        fine_decoded: QImage; the same picture in its own size.
    """

    fine_decoded = Signal(QImage)

    def __init__(self, plates: PlateSource[QImage], parent: QObject) -> None:
        super().__init__(parent)
        self._plates = plates
        self._loaded: tuple[Still | None, str, int, int] | None = None
        self.wish = PictureWish("")
        self._ahead: tuple[PictureWish, ...] = ()
        self._small: tuple[Still, ...] = ()
        self.picture: QImage | MissingPicture | None = None

    @property
    def still(self) -> Still | None:
        """The picture that answers the wish."""
        return self._still(self.wish)

    @property
    def ahead(self) -> tuple[Still, ...]:
        """The pictures that may come next, the likeliest first."""
        stills = map(self._still, self._ahead)
        return tuple(still for still in stills if still is not None)

    @property
    def other_view(self) -> View | None:
        """From where else the picture can be seen; None where there is no other."""
        still = self.still
        plate = self._plates.index.plates.get(still.plate_id) if still else None
        views = plate.views(self.wish.client) if plate else ()
        return next((view for view in views if still and view is not still.view), None)

    def want(
        self, wish: PictureWish, ahead: Sequence[PictureWish], small: Sequence[Still] = ()
    ) -> None:
        """Name a picture and those that may come next, also in small; ``load`` fetches it."""
        self.wish, self._ahead, self._small = wish, tuple(ahead), tuple(map(in_small, small))

    def small(self, still: Still) -> QImage | None:
        """The small copy of a picture; at once if it was named before."""
        if self._loaded is None:
            return None
        picture = self._plates.picture(in_small(still), *self._loaded[2:])
        return picture if isinstance(picture, QImage) else None

    def load(self, width: int, height: int, ratio: float) -> bool:
        """Fetch the picture in this size of device pixels; False if it is here already."""
        still = self.still
        # When this one is painted: the worker must not take the processor away from it.
        QCoreApplication.postEvent(self, QEvent(_DECODE_AHEAD), AFTER_PAINTING)
        wanted = (still, self.wish.plate_id, width, height)
        if wanted == self._loaded:
            return False
        self._loaded = wanted
        if still is None:
            self.picture = MissingPicture(self.wish.plate_id, PictureFault.UNKNOWN)
        else:
            self.picture = self._plates.picture(still, width, height)
        if isinstance(self.picture, QImage):
            self.picture.setDevicePixelRatio(ratio)
        return True

    def want_fine(self) -> None:
        """Have the picture decoded in its own size, once there is nothing to paint."""
        QCoreApplication.postEvent(self, QEvent(_DECODE_FINE), AFTER_PAINTING)

    def event(self, event: QEvent) -> bool:
        if event.type() == _DECODE_AHEAD:
            self._decode_ahead()
            return True
        if event.type() == _DECODE_FINE:
            self._decode_fine()
            return True
        return super().event(event)

    def _decode_ahead(self) -> None:
        if self._loaded is None:
            return
        current, _, width, height = self._loaded
        stills = [current, *map(self._still, self._ahead)]
        known = [s for s in stills if s is not None]
        self._plates.prepare([*known, *self._small], width, height)

    def _decode_fine(self) -> None:
        still = self.still
        plate = self._plates.index.plates.get(still.plate_id) if still else None
        if still is None or plate is None:
            return
        picture = self._plates.picture(still, plate.width, plate.height)
        if isinstance(picture, QImage):
            self.fine_decoded.emit(picture)

    def _still(self, wish: PictureWish) -> Still | None:
        return self._plates.index.still(*wish)


def in_small(still: Still) -> Still:
    """The small copy of it, without its places."""
    return replace(still, files=replace(still.files, file=still.files.thumb, places=""))

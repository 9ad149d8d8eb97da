"""The pointer on a live body: a ring that lies on the skin under it, and a pin square to it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from massage_trainer.widgets.theme import theme_of

if TYPE_CHECKING:
    from massage_trainer.domain.skin_ring import Ring
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.widgets.plate.handled import HandledCanvas
    from massage_trainer.widgets.stage.live_body import LiveBody

EVERY_MS: Final = 40
_RADIUS_M: Final = 0.011  # half a cun: what counts as a hit
_LEAST_PX: Final = 10.0  # from far away it is larger than that, so as to be seen
_PIN: Final = 2.6  # radii
_LINE: Final = 2.0
_HALO: Final = 4.5
_ROOM: Final = 5


class SkinCursor(QWidget):
    """Lies over the canvas as small as the ring is; looks at most every ``EVERY_MS``.

    While the body moves nobody knows what is under the pointer, and there is none.
    """

    def __init__(self, body: LiveBody, canvas: HandledCanvas) -> None:
        super().__init__(canvas)
        self._body = body
        self._canvas = canvas
        self._pointer: QPointF | None = None
        self._ring: Ring | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(EVERY_MS)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._timer.timeout.connect(self.look)
        canvas.pointer_moved.connect(self._follow)
        canvas.view_changed.connect(self._look_soon)
        body.stage.frame_drawn.connect(self._look_soon)
        body.fell_back.connect(self.look)

    @property
    def ring(self) -> Ring | None:
        """What is drawn, in fractions of the picture."""
        return self._ring

    @Slot()
    def look(self) -> None:
        """Find what is under the pointer now."""
        self._ring = self._found()
        if self._ring is None:
            self.hide()
            return
        box = QPolygonF(self._line(self._ring)).boundingRect().toAlignedRect()
        self.setGeometry(box.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM))
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ring is None:
            return
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-QPointF(self.pos()))
        points = self._line(self._ring)
        ring, foot, head = points[:-2], points[-2], points[-1]
        for colour, width in ((theme.plate, _HALO), (theme.way, _LINE)):
            painter.setPen(_pen(colour, width))
            painter.drawPolygon(QPolygonF(ring))
            painter.drawLine(foot, head)

    def _found(self) -> Ring | None:
        overlay = self._body.overlay
        positions = overlay.positions if overlay is not None and self._body.is_live else None
        if self._pointer is None or positions is None:
            return None
        at = self._canvas.view.to_picture(self._pointer.x(), self._pointer.y())
        if at is None:
            return None
        radius = max(_RADIUS_M, _LEAST_PX * self._pixel_at(at))
        return positions.ring_at(at, radius, _PIN * radius)

    def _pixel_at(self, at: Fraction) -> float:
        """How wide a pixel is there, in metres."""
        frame = self._body.stage.frame
        if frame is None:
            return 0.0
        spread = 2 * math.tan(math.radians(frame.take.camera.fov_degrees) / 2)
        return frame.distance(*at) * spread / self._canvas.card.height()

    def _line(self, ring: Ring) -> list[QPointF]:
        """The ring and both ends of the pin, on the canvas."""
        view = self._canvas.view
        places = (*ring.round, ring.foot, ring.head)
        return [QPointF(*view.to_screen(at)) for at in places]

    @Slot(object)
    def _follow(self, pointer: QPointF | None) -> None:
        self._pointer = pointer
        if pointer is None:
            self.look()
        else:
            self._look_soon()

    @Slot()
    def _look_soon(self) -> None:
        if self._pointer is not None and not self._timer.isActive():
            self._timer.start()


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen

"""What places of the body are where somebody points at a live picture, and where they were put."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.stage import Camera
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.widgets.stage.live_body import LiveBody


class _Put(NamedTuple):
    """Where in a picture, and from where that was seen."""

    at: Fraction
    camera: Camera | None


class PlaceAsks(QObject):
    """Asks a live body, and remembers what was answered last while the camera stands.

    Signals:
        asked: object, tuple; the place of the rest body or None, and where it was asked for.
        touched: object, tuple; the same of a click.
    """

    asked = Signal(object, tuple)
    touched = Signal(object, tuple)

    def __init__(self, body: LiveBody) -> None:
        super().__init__(body)
        self._body = body
        self._waiting: dict[int, _Put] = {}
        self._asking: _Put | None = None
        self._clicked = _Put((0.0, 0.0), None)
        self._place: Vector | None = None
        self._put = _Put((0.0, 0.0), None)
        body.stage.place_found.connect(self._tell_asked)
        body.touched.connect(self._tell_touched)

    @property
    def is_waiting(self) -> bool:
        """Whether an exact answer is still on its way."""
        return bool(self._waiting)

    def ask(self, at: Fraction, known: Vector | None) -> None:
        """At once as far as the picture knows (``known``), and then once more exactly."""
        put = self._asking = _Put(at, self._body.seen_from)
        self._place, self._put = known, put
        if known is not None:
            self.asked.emit(known, at)
        number = self._body.stage.ask_place(*at)
        if self._asking is not None:
            self._waiting[number], self._asking = put, None

    def note_click(self, at: Fraction) -> None:
        """The body is going to tell what is there."""
        self._clicked = _Put(at, self._body.seen_from)

    def put_at(self, place: Vector) -> Fraction | None:
        """Where it was put, in the picture as it is still seen.

        Also where skin turns away so far that nothing would be marked on it.
        """
        seen = place == self._place and self._put.camera == self._body.seen_from
        return self._put.at if seen else None

    def forget(self) -> None:
        """Whatever is answered now is an answer to nothing any more."""
        self._waiting.clear()
        self._body.forget_touches()

    @Slot(int, object)
    def _tell_asked(self, number: int, place: Vector | None) -> None:
        put = self._waiting.pop(number, None)
        if put is None:  # told before the number was
            put, self._asking = self._asking, None
        if put is not None:
            if put == self._put:  # and not an older one
                self._place = place
            self.asked.emit(place, put.at)

    @Slot(object, tuple)
    def _tell_touched(self, place: Vector | None, at: Fraction) -> None:
        if self._clicked.at == at:
            self._place, self._put = place, self._clicked
        self.touched.emit(place, at)

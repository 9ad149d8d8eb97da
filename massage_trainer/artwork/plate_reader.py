"""Reads a scene file's cameras and the plates that are drawn from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import yaml

from massage_trainer.artwork.hand_reader import HandReader
from massage_trainer.artwork.scene import (
    CAMERAS,
    OWN,
    VIEWS,
    CameraSource,
    FrameSource,
    PlateSource,
)
from massage_trainer.services.content.yaml_nodes import NodeReader

_PLATE = ("frames", "main", "views", "loop", "marks")
_FARTHEST_M = 12.0


class PlateReader:
    """Reads the pictures of one file."""

    def __init__(self, reader: NodeReader, hands: HandReader) -> None:
        self._reader = reader
        self._hands = hands

    def cameras(
        self, node: yaml.Node | None, *, with_own: bool
    ) -> tuple[dict[str, CameraSource], bool]:
        reader, out, auto = self._reader, dict[str, CameraSource](), False
        for name, key, value in reader.pairs(node) if node else ():
            if name not in CAMERAS:
                reader.fail_unknown(key, "camera", name, CAMERAS)
            elif name == OWN and isinstance(value, yaml.ScalarNode):
                auto = bool(reader.known(value, "camera", ("auto",)))
                if not with_own:
                    reader.fail(key, "whose view? There is no practitioner")
            else:
                fields = reader.fields(value, ("eye", "at", "fov"))
                if len(fields) == 3:
                    eye, at = (self._vector(fields[name]) for name in ("eye", "at"))
                    if eye == at:
                        reader.fail(value, "a camera looks somewhere else than where it stands")
                    out[name] = CameraSource(eye, at, reader.number(fields["fov"], 1.0, 120.0))
        return out, auto

    def _vector(self, node: yaml.Node) -> tuple[float, float, float]:
        numbers = [
            self._reader.number(item, -_FARTHEST_M, _FARTHEST_M)
            for item in self._reader.items(node)
        ]
        if len(numbers) != 3:
            self._reader.fail(node, f"expected three numbers, found {len(numbers)}")
            return (0.0, 0.0, 0.0)
        return (numbers[0], numbers[1], numbers[2])

    def plates(
        self,
        node: yaml.Node | None,
        frames: Mapping[str, FrameSource],
        order: tuple[str, ...],
        cameras: Collection[str],
    ) -> tuple[PlateSource, ...]:
        reader, out = self._reader, []
        for name, key, value in reader.pairs(node) if node else ():
            fields = reader.fields(value, ("description",), _PLATE)
            moments = reader.texts(fields["frames"]) if "frames" in fields else ()
            for item, moment in zip(
                reader.items(fields["frames"]) if moments else (), moments, strict=False
            ):
                if moment not in frames:
                    reader.fail_unknown(item, "frame", moment, frames)
                elif moment not in order:
                    reader.fail(item, f"the order never comes to {moment!r}")
            moments = moments or tuple(dict.fromkeys(order))
            main = reader.known(fields["main"], "moment", moments) if "main" in fields else ""
            views = words(reader, fields.get("views"), "view", VIEWS & set(cameras))
            marks = (
                [self._hands.mark(m) for m in reader.items(fields["marks"])]
                if ("marks" in fields)
                else []
            )
            if not views and "views" not in fields:
                views = ("close",) if "close" in cameras else ("wide",)
            if "description" in fields:
                out.append(
                    PlateSource(
                        name, reader.where(key), moments, main or moments[0], views,
                        reader.localized(fields["description"]),
                        "loop" in fields and reader.true(fields["loop"]),
                        tuple(mark for mark in marks if mark is not None),
                    )
                )  # fmt: skip
        if node is not None and not out:
            reader.fail(node, "no plate is drawn from the scene")
        return tuple(out)


def words(
    reader: NodeReader, node: yaml.Node | None, kind: str, known: Collection[str]
) -> tuple[str, ...]:
    """A list of known words; those that are not are told."""
    if node is None:
        return ()
    return tuple(filter(None, (reader.known(item, kind, known) for item in reader.items(node))))

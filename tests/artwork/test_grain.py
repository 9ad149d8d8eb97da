"""Grain goes, lines stay."""

import numpy as np
from PySide6.QtGui import QImage

from massage_trainer.artwork.grain import without_grain

GRAIN = 6


def picture(colors):
    height, width, _ = colors.shape
    content = np.ascontiguousarray(colors).tobytes()
    return QImage(content, width, height, width * 3, QImage.Format.Format_RGB888).copy()


def colors_of(picture):
    line = picture.bytesPerLine()
    raw = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), line)
    return raw[:, : picture.width() * 3].reshape(picture.height(), picture.width(), 3).astype(int)


def grainy(level):
    """Two even fields with a hatch over them, and a sharp edge between."""
    hatch = GRAIN * (np.indices((40, 60)).sum(axis=0) % 2)
    field = np.where(np.arange(60) < 30, level, level + 90)
    return np.repeat((field + hatch)[..., None], 3, axis=2).astype(np.uint8)


def test_a_hatch_on_an_even_surface_goes():
    found = colors_of(without_grain(picture(grainy(80))))
    left = found[5:35, 5:25]
    assert left.max() - left.min() <= 2
    assert abs(left.mean() - (80 + GRAIN / 2)) < 1


def test_an_edge_is_as_sharp_as_before():
    found = colors_of(without_grain(picture(grainy(80))))
    assert (found[:, 30] - found[:, 29]).min() > 90 - 2 * GRAIN


def test_size_and_colors_of_an_even_picture_stay():
    even = np.full((17, 23, 3), (200, 120, 40), np.uint8)
    assert (colors_of(without_grain(picture(even))) == even).all()

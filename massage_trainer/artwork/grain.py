"""Takes the grain out of a picture: what few lamps and rough depth maps leave on even surfaces."""

from typing import Final

import numpy as np
from PySide6.QtGui import QImage
from scipy.ndimage import maximum_filter, minimum_filter, uniform_filter

# Differences between neighbours, of 255, up to which they are grain; a line or a fold is far above.
_MOST: Final = 24
_PASSES: Final = 2
_AROUND: Final = (3, 3, 1)


def without_grain(picture: QImage) -> QImage:
    """The same picture, each even place the mean of what is around it; edges stay as they are."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB888)
    width, height, line = picture.width(), picture.height(), picture.bytesPerLine()
    raw = np.frombuffer(picture.constBits(), np.uint8).reshape(height, line)
    colors = raw[:, : width * 3].reshape(height, width, 3)
    for _ in range(_PASSES):
        spread = maximum_filter(colors, _AROUND) - minimum_filter(colors, _AROUND)
        even = spread.max(axis=2, keepdims=True) <= _MOST
        mean = np.rint(uniform_filter(colors.astype(np.float32), _AROUND)).astype(np.uint8)
        colors = np.where(even, mean, colors)
    content = np.ascontiguousarray(colors).tobytes()
    return QImage(content, width, height, width * 3, QImage.Format.Format_RGB888).copy()

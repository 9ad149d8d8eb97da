"""Tab goes as one reads, whatever was made first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def lead_tab(*parts: QWidget, at: QWidget | None = None) -> None:
    """Through these parts in this order, each with all that is in it as it went until now.

    ``at`` holds what was made late: it comes where its place in the order of all is.
    """
    way = list(dict.fromkeys(leaf for part in parts for leaf in _leaves(part)))
    if at is None:
        _chain(way)
        return
    before = at.focusPolicy()
    at.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt leads only from what takes the focus
    _chain([at, *way])
    at.setFocusPolicy(before)


def _chain(way: list[QWidget]) -> None:
    for here, there in pairwise(way):
        QWidget.setTabOrder(here, there)


def _leaves(part: QWidget) -> Iterator[QWidget]:
    if _takes_tab(part):
        yield part
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        if _takes_tab(widget) and part.isAncestorOf(widget):
            yield widget
        widget = widget.nextInFocusChain()


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None

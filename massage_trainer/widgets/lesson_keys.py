"""The keys of the lesson page; a presentation remote and a foot pedal send some of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from massage_trainer.viewmodels.lesson import LessonViewModel
    from massage_trainer.widgets.illustration import Illustration


def add_lesson_keys(page: QWidget, lesson: LessonViewModel) -> None:
    """The verbs of the lesson."""
    key = Qt.Key
    _add(page, lesson.forward, key.Key_Right, key.Key_PageDown)
    _add(page, lesson.back, key.Key_Left, key.Key_PageUp)
    _add(page, lesson.repeat, key.Key_R)
    _add(page, lesson.done, key.Key_D)
    _add(page, lesson.undo, key.Key_U, QKeySequence.StandardKey.Undo)
    _add(page, lesson.extend, key.Key_Plus, key.Key_Equal)


def add_picture_keys(page: QWidget, picture: Illustration) -> None:
    """What is done with the picture, wherever on the page the focus is."""
    key = Qt.Key
    _add(page, picture.toggle_find, key.Key_F)
    _add(page, picture.toggle_zones, key.Key_Z)
    _add(page, picture.toggle_arrows, key.Key_O)
    _add(page, picture.toggle_view, key.Key_V)
    _add(page, picture.toggle_words, key.Key_I)
    _add(page, picture.zoom_in, QKeySequence.StandardKey.ZoomIn, "Ctrl+=")
    _add(page, picture.zoom_out, QKeySequence.StandardKey.ZoomOut)
    _add(page, picture.show_whole, "Ctrl+0")


def add_page_keys(
    page: QWidget,
    toggle_sheet: Callable[[], None],
    escape: Callable[[], None],
    go_to_library: Callable[[], None],
) -> None:
    """What is done with the page itself."""
    _add(page, toggle_sheet, Qt.Key.Key_S)
    _add(page, escape, Qt.Key.Key_Escape)
    _add(page, go_to_library, Qt.Key.Key_Home)


def _add(
    page: QWidget, slot: Callable[[], None], *keys: Qt.Key | QKeySequence.StandardKey | str
) -> None:
    for key in keys:
        shortcut = QShortcut(QKeySequence(key), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

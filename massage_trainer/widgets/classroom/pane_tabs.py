"""Tabs beside which arrow keys have another meaning."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from massage_trainer.widgets.tab_bar import QuietTabBar

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


class PaneTabs(QuietTabBar):
    """With the focus on them arrow keys turn to another tab, and not to another step."""

    def event(self, event: QEvent) -> bool:
        wanted = event.type() == QEvent.Type.ShortcutOverride
        if wanted and isinstance(event, QKeyEvent) and event.key() in _ARROWS:
            event.accept()
            return True
        return super().event(event)

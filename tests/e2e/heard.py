"""What somebody finds who sees nothing and has the keyboard alone: names, language, way of Tab."""

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from xml.etree import ElementTree

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QTableView,
    QTabWidget,
    QWidget,
)

from massage_trainer.services.resources import assets_dir
from tests.unit.widgets.fitting import spoken_name

# Letters that neither English nor pinyin has, and words that Vietnamese has not.
_VIETNAMESE = re.compile(
    r"[ăâđêôơưảạẻẹẽỉịĩỏọõủụũỷỵỹ]|[ấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự]", re.IGNORECASE
)
_ENGLISH = re.compile(
    r"\b(the|of|and|is|are|with|for|this|that|not|you|your|from|what|where|which|left|right|next"
    r"|back|page|show|step|lesson|point|picture|time|answer|question)\b",
    re.IGNORECASE,
)
# What a keyboard, a language, a person or a point is called is said in any language.
NAMES = frozenset(
    {
        "Page Up",
        "Page Down",
        "Tiếng Việt",
        "English",
        "Chặt, hacking",
        "K12 sáng",
        "Nguyễn Văn Ánh",
        "Đỗ Thị Ngọc Hằng",
    }
)
_PATH = re.compile(r"/\S+")
_SAME_ROW = 0.5  # of the lower of two heights: so much they share where one stands beside the other


def troubles(window: QWidget, language: str, *, names: frozenset[str] = frozenset()) -> list[str]:
    """Everything that is wrong in one window now; ``names`` are nobody's language."""
    return [
        *(f"no name: {each}" for each in nameless(window)),
        *(f"other language: {each}" for each in foreign(window, language, names)),
        *(f"one letter for two: {each}" for each in clashes(window)),
        *(f"Tab goes back: {each}" for each in jumps(window)),
    ]


def nameless(window: QWidget) -> list[str]:
    """What takes the focus or a click and tells nothing."""
    return [
        _called(widget)
        for widget in _seen(window)
        if (_takes_focus(widget) or isinstance(widget, QAbstractButton))
        and not _is_part(widget)
        and not spoken_name(widget).strip()
    ]


def foreign(window: QWidget, language: str, names: frozenset[str]) -> list[str]:
    """Words of the other language, seen or heard."""
    found = []
    for widget in _seen(window):
        for text in _texts(widget):
            rest = _PATH.sub("", text)
            for name in sorted(names, key=len, reverse=True):
                rest = rest.replace(name, "")
            if _is_foreign(rest, language):
                found.append(f"{_called(widget)}: {text!r}")
    return list(dict.fromkeys(found))


def clashes(window: QWidget) -> list[str]:
    """Letters with Alt that would press two things."""
    letters = Counter(
        key.toString()
        for widget in _seen(window)
        for text in _captions(widget)
        if (key := QKeySequence.mnemonic(text)) and not key.isEmpty()
    )
    actions = Counter(
        key.toString()
        for action in window.findChildren(QAction)
        if action.isEnabled() and action.isVisible()
        for key in action.shortcuts()
    )
    return [key for key, count in (letters + actions).items() if count > 1]


def jumps(window: QWidget) -> list[str]:
    """Where Tab goes up, or to the left in one row, though nothing stands beside it."""
    way = tab_way(window)
    return [
        f"from {_called(here)} to {_called(there)}"
        for here, there in pairwise(way)
        if _goes_back(*_branches(here, there))
    ]


def tab_way(window: QWidget) -> list[QWidget]:
    """Everything that Tab leads to, once round."""
    way, widget = [], window.nextInFocusChain()
    while widget is not None and widget is not window:
        if _takes_focus(widget) and widget.isVisible() and _is_reached(widget):
            way.append(widget)
        widget = widget.nextInFocusChain()
    return way


def _is_reached(widget: QWidget) -> bool:
    """Of an exclusive group Tab reaches the one that is on; arrow keys go on from there."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is None or not group.exclusive() or group.checkedButton() is None:
        return True
    return group.checkedButton() is widget


def _goes_back(here: QRect, there: QRect) -> bool:
    shared = min(here.bottom(), there.bottom()) - max(here.top(), there.top())
    if shared >= _SAME_ROW * min(here.height(), there.height()):
        return there.right() <= here.left()
    return there.bottom() <= here.top() and there.left() < here.right()


def _branches(here: QWidget, there: QWidget) -> tuple[QRect, QRect]:
    """Where the two parts stand in which the ways to both differ: what scrolls is one part."""
    ups = [[here], [there]]
    for way in ups:
        while (over := way[-1].parentWidget()) is not None and not way[-1].isWindow():
            way.append(over)
    common = next(widget for widget in ups[0] if widget in ups[1])
    at = (way[max(0, way.index(common) - 1)] for way in ups)
    first, second = (QRect(w.mapTo(common, QPoint(0, 0)), w.size()) for w in at)
    return first, second


def _seen(window: QWidget) -> list[QWidget]:
    inside = (w for w in window.findChildren(QWidget) if w.isVisible() and w.window() is window)
    return [window, *inside]


def _takes_focus(widget: QWidget) -> bool:
    tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return widget.isEnabled() and bool(tab) and widget.focusProxy() is None


def _is_part(widget: QWidget) -> bool:
    """What belongs to one that is named: the field of a box, the view of a list."""
    over = widget.parentWidget()
    return widget.objectName().startswith("qt_") or isinstance(over, QComboBox)


def _captions(widget: QWidget) -> list[str]:
    if isinstance(widget, QTabWidget):
        return []  # its bar has them
    if isinstance(widget, QTabBar):
        return [widget.tabText(i) for i in range(widget.count())]
    return [widget.text()] if isinstance(widget, QAbstractButton | QLabel) else []


def _texts(widget: QWidget) -> list[str]:
    found = [
        widget.accessibleName(),
        widget.accessibleDescription(),
        widget.toolTip(),
        widget.whatsThis(),
        widget.statusTip(),
        widget.windowTitle() if widget.isWindow() else "",
        *_captions(widget),
    ]
    match widget:
        case QComboBox():
            found += [widget.itemText(i) for i in range(widget.count())]
        case QLineEdit():
            found.append(widget.placeholderText())
        case QAbstractItemView() if widget.model() is not None:
            found += _cells(widget)
    return [text for text in found if text]


def _cells(view: QAbstractItemView) -> list[str]:
    model, roles = view.model(), (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
    columns = range(model.columnCount()) if isinstance(view, QTableView) else (0,)
    places = ((row, column) for row in range(model.rowCount()) for column in columns)
    cells = [model.index(row, column).data(role) for row, column in places for role in roles]
    return [cell for cell in cells if isinstance(cell, str)]


def _is_foreign(text: str, language: str) -> bool:
    if language == "en":
        return bool(_VIETNAMESE.search(text))
    return bool(_ENGLISH.search(text)) or text in _untranslated()


@cache
def _untranslated() -> frozenset[str]:
    """What stands in the code, where the Vietnamese differs."""
    tree = ElementTree.parse(assets_dir() / "i18n" / "vi" / "ui.ts")
    pairs = [
        (message.findtext("source") or "", message.findtext("translation") or "")
        for message in tree.getroot().iter("message")
    ]
    return frozenset(source for source, said in pairs if source != said) - {s for _, s in pairs}


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r}"

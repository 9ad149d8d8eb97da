"""Looks for what is cut off, what the keyboard cannot reach, and what has no name."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QScrollArea,
    QTabBar,
    QWidget,
)

from massage_trainer.widgets.lesson_card import LessonCardView

ROUNDS = 5  # a layout asks the next one for room in an event of its own


def settle(window: QWidget) -> None:
    """Let every layout have its say."""
    for _ in range(ROUNDS):
        QApplication.processEvents()
    window.grab()


def cut_off(window: QWidget) -> list[str]:
    """Every visible widget whose words do not fit into it, or that sticks out of its parent."""
    settle(window)
    return [
        f"{type(widget).__name__} {widget.objectName()!r}: {trouble}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        for trouble in (*_words(widget), *_sticks_out(widget))
    ]


def unreachable(window: QWidget) -> list[str]:
    """What can be used but never gets the focus while Tab goes all the way round."""
    seen = set()
    focused = QApplication.focusWidget()
    while focused is not None and focused not in seen:
        seen.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
    return [
        f"{type(widget).__name__} {widget.objectName()!r}"
        for widget in window.findChildren(QWidget)
        if _wants_focus(widget) and widget not in seen and not _in_group_of(widget, seen)
    ]


def nameless(window: QWidget) -> list[str]:
    """What gets the focus and tells a screen reader nothing."""
    return [
        f"{type(widget).__name__} {widget.objectName()!r}"
        for widget in window.findChildren(QWidget)
        if _wants_focus(widget) and not spoken_name(widget)
    ]


def spoken_name(widget: QWidget) -> str:
    """As Qt tells it to a screen reader (asking QAccessible leaves dangling wrappers behind)."""
    if isinstance(widget, QTabBar):
        return widget.tabText(widget.currentIndex())
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or words


def _words(widget: QWidget) -> list[str]:
    match widget:
        case LessonCardView():
            return _card(widget)
        case QLabel() if widget.wordWrap():
            need = widget.heightForWidth(widget.width())
            widest = max(
                (widget.fontMetrics().horizontalAdvance(w) for w in widget.text().split()),
                default=0,
            )
            return _compare(widget, widest, need)
        case QLabel() | QAbstractSpinBox():
            return _compare(widget, widget.sizeHint().width(), widget.minimumSizeHint().height())
        case QAbstractButton() if widget.hasHeightForWidth():
            return _compare(
                widget, widget.minimumSizeHint().width(), widget.heightForWidth(widget.width())
            )
        case QAbstractButton() if widget.text():
            return _compare(widget, widget.sizeHint().width(), widget.sizeHint().height())
        case QComboBox():
            words = widget.fontMetrics().horizontalAdvance(widget.currentText())
            arrow = 2 * widget.fontMetrics().height()
            return _compare(widget, words + arrow, widget.fontMetrics().height())
        case QTabBar():
            last = widget.tabRect(widget.count() - 1)
            return _compare(widget, last.right(), last.height())
    return []


def _compare(widget: QWidget, width: int, height: int) -> list[str]:
    if widget.width() >= width and widget.height() >= height:
        return []
    return [f"{widget.width()}x{widget.height()} given, {width}x{height} needed"]


def _card(card: LessonCardView) -> list[str]:
    plan = card.plan
    parts = (plan.thumb, plan.name, plan.length, plan.summary, plan.button, *plan.needs)
    outside = [part for part in parts if not card.rect().contains(part)]
    overlap = (
        plan.summary.intersects(plan.button) or plan.summary.right() >= plan.needs_title.left()
    )
    late = card.heightForWidth(card.width()) > card.height()
    return [f"outside: {outside}, overlap: {overlap}, too low: {late}"] * bool(
        outside or overlap or late
    )


def _sticks_out(widget: QWidget) -> list[str]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or isinstance(parent, QAbstractScrollArea):
        return []
    if isinstance(parent.parentWidget(), QScrollArea):  # what scrolls may be taller
        inside = widget.width() <= parent.width()
    else:
        inside = parent.rect().contains(widget.geometry())
    return [] if inside else [f"{widget.geometry()} sticks out of {parent.rect()}"]


def _wants_focus(widget: QWidget) -> bool:
    return (
        widget.isVisible()
        and widget.isEnabled()
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
    )


def _in_group_of(widget: QWidget, seen: set[QWidget]) -> bool:
    """Arrow keys go inside an exclusive group; Tab reaches the one that is on."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and any(button in seen for button in group.buttons())

"""What the console works on, as the class sees it, under the instructor's hands."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_trainer.domain.classroom.slides import Cover
from massage_trainer.viewmodels.class_tools import Tool
from massage_trainer.widgets.audience.board_picture import BoardPicture
from massage_trainer.widgets.painting import draw_focus
from massage_trainer.widgets.theme import theme_of

if TYPE_CHECKING:
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.viewmodels.class_tools import ClassTools
    from massage_trainer.viewmodels.classroom import ClassroomViewModel
    from massage_trainer.widgets.audience.audience_view import AudienceView
    from massage_trainer.widgets.classroom.class_camera import ClassCamera

_FRAME: Final = 4
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PAD_AND_SHIFT: Final = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_CURSORS: Final = {
    Tool.HAND: Qt.CursorShape.OpenHandCursor,
    Tool.SPOTLIGHT: Qt.CursorShape.CrossCursor,
    Tool.LENS: Qt.CursorShape.CrossCursor,
    Tool.PEN: Qt.CursorShape.CrossCursor,
}


class _Frame(Enum):
    """What the class gets of it."""

    SEEN = auto()
    FROZEN = auto()
    COVERED = auto()


class ClassPreview(QWidget):
    """A small copy in the proportions of the class's window, framed by what the class gets of it.

    Signals:
        pointed: Fraction; a click on the picture with no tool in the hand, for the sheet to use.
    """

    pointed = Signal(tuple)

    def __init__(
        self,
        view: AudienceView,
        classroom: ClassroomViewModel,
        tools: ClassTools,
        parent: QWidget | None = None,
        camera: ClassCamera | None = None,
    ) -> None:
        """``camera``: what its gestures do to a living body."""
        super().__init__(parent)
        self.setObjectName("class-preview")
        self._camera = camera
        self._view = view
        self._classroom = classroom
        self._tools = tools
        self._adopted: set[BoardPicture] = set()
        self._shape = QSize(classroom.wall.width, classroom.wall.height)
        view.setParent(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        for changed in (
            classroom.prepared_changed,
            classroom.cover_changed,
            classroom.frozen_changed,
        ):
            changed.connect(self._follow)
        tools.changed.connect(self._follow_tool)
        classroom.wall_changed.connect(self._follow_wall)
        self._face: QWidget | None = None
        self._frame = _Frame.SEEN
        self._follow()
        self.retranslate()

    @property
    def view(self) -> AudienceView:
        """The small copy."""
        return self._view

    @property
    def picture(self) -> BoardPicture | None:
        """The picture of the face that is on, where it has one."""
        shown = self._view.face.findChildren(BoardPicture)
        return shown[0] if shown else None

    def height_for(self, width: int) -> int:
        """How high it is when it takes the whole width."""
        edge = 2 * (_FRAME + 2)
        return round((width - edge) * self._shape.height() / self._shape.width()) + edge

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.setAccessibleName(self.tr("The picture for the class"))
        self.setAccessibleDescription(
            self.tr(
                "Arrow keys move the spotlight or the magnifier, draw with the pen, pull a zoomed"
                " picture, or turn a live body."
            )
        )

    def sizeHint(self) -> QSize:
        return QSize(640, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 135)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        wanted = event.type() == QEvent.Type.ShortcutOverride
        if wanted and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._turns(event):
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            assert self._camera is not None
            self._camera.press_key(event.key(), shift=shift)
        elif self._is_ours(event):
            self._tools.step(*_ARROWS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        color = {
            _Frame.SEEN: theme.accent,
            _Frame.FROZEN: theme.caution_ink,
            _Frame.COVERED: theme.danger_ink,
        }[self._frame]
        painter = QPainter(self)
        frame = self._view.geometry().adjusted(-_FRAME, -_FRAME, _FRAME, _FRAME)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(frame, _FRAME, _FRAME)
        if self.hasFocus():
            draw_focus(painter, frame.toRectF().adjusted(-2, -2, 2, 2), _FRAME, theme.ink)

    def _is_ours(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        arrow = event.key() in _ARROWS
        return (arrow and not held and self._tools.takes_arrows) or self._turns(event)

    def _turns(self, event: QKeyEvent) -> bool:
        """Whether an arrow turns the body, or with Shift pulls the picture."""
        held = event.modifiers() & ~_PAD_AND_SHIFT
        hands = self._camera.hands if self._camera is not None else None
        free = self._tools.tool is Tool.HAND
        return hands is not None and free and event.key() in _ARROWS and not held

    def _arrange(self) -> None:
        edge = _FRAME + 2
        room = self.rect().adjusted(edge, edge, -edge, -edge)
        size = self._shape.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        self._view.setGeometry(QRect(room.topLeft(), size))  # in line with badge and controls
        self.update()

    @Slot()
    def _follow(self) -> None:
        if self._face is not self._view.face:
            self._face = self._view.face
            for picture in self._face.findChildren(BoardPicture):
                self._adopt(picture)
            if self._camera is not None:
                self._camera.look_after(self.picture)
        room = self._classroom
        frame = _Frame.FROZEN if room.frozen else _Frame.SEEN
        frame = frame if room.cover is Cover.NONE else _Frame.COVERED
        if frame is not self._frame:  # painting it paints all that is in it, too
            self._frame = frame
            self.update()

    @Slot()
    def _follow_wall(self) -> None:
        shape = QSize(self._classroom.wall.width, self._classroom.wall.height)
        if not shape.isEmpty() and shape != self._shape:
            self._shape = shape
            self._arrange()

    @Slot()
    def _follow_tool(self) -> None:
        for picture in self._adopted:
            picture.setCursor(_CURSORS[self._tools.tool])

    def _adopt(self, picture: BoardPicture) -> None:
        if picture in self._adopted:
            return
        self._adopted.add(picture)
        picture.set_handled(handled=True)
        tools = self._tools
        picture.hovered.connect(tools.hover)
        picture.pressed.connect(tools.press)
        picture.dragged.connect(tools.drag)
        picture.released.connect(tools.release)
        picture.zoom_wanted.connect(tools.zoom)
        picture.pointed.connect(self._tell)
        self._follow_tool()

    @Slot(tuple)
    def _tell(self, at: Fraction) -> None:
        if self._tools.tool is Tool.HAND:
            self.pointed.emit(at)

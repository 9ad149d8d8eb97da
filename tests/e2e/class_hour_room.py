"""The real windows of a class hour, and hands, keys and eyes of whoever leads it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QToolTip,
    QWidget,
)

from massage_trainer.widgets.page_row import Page
from tests.e2e.conftest import Stand
from tests.e2e.heard import NAMES, troubles

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier
_SOON_MS, _PATIENCE = 20, 200
_SHADE = 64  # of 255: letters under a clip are smoothed a little differently
SIZES = {"vi": (1366, 768), "en": (1280, 800)}  # of the console


class HourRoom:
    """The program at its class page; every look at the wall is remembered."""

    def __init__(self, folder, language, look=None):
        self.stand = Stand(folder / "data", language)
        self.folder, self.language, self._look = folder, language, look
        self.program, self.console = self.stand.program, self.stand.window
        self.console.resize(*SIZES[language])
        self.program.study_flow.go(Page.CLASS)
        self.flow = self.program.study_flow.class_flow
        self.page = self.program.study_flow.page(Page.CLASS)
        self.store = self.program.practice_flow.class_store
        self.walls = []  # name, words, size
        self.faults = []
        self.unheard = {}  # what somebody who does not see would miss, and where it was found
        self.settle()

    @property
    def audience(self):
        return vars(self.flow.screens).get("window")

    @property
    def clock(self):
        return self.stand.clock

    def settle(self):
        for _ in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def find(self, name):
        """The widget of this name that is seen."""
        found = [w for w in self.console.findChildren(QWidget, name) if w.isVisible()]
        assert found, f"nothing called {name} is seen"
        return found[0]

    def press(self, button):
        """With the mouse."""
        button = self.find(button) if isinstance(button, str) else button
        assert button.isVisible(), button.objectName()
        assert button.isEnabled(), button.objectName()
        # Two presses at the same moment would be one that bounces.
        self.clock.ms += 0 if self.stand.ticker.running else 300
        QTest.mouseClick(button, LEFT)
        self.settle()

    def key(self, key, modifiers=PLAIN):
        """Wherever the keyboard is."""
        self.clock.ms += 0 if self.stand.ticker.running else 300
        QTest.keyClick(QApplication.focusWidget() or self.console, key, modifiers)
        self.settle()

    def touch(self, picture, *places):
        """Press at the first place of a picture, pull to the others, let go."""
        held = [QPointF(*picture.view.to_screen(at)) for at in places]
        kinds = [QEvent.Type.MouseButtonPress] + [QEvent.Type.MouseMove] * (len(held) - 1)
        for kind, at in zip(kinds, held, strict=True):
            self._mouse(picture, kind, at, LEFT)
        self._mouse(picture, QEvent.Type.MouseButtonRelease, held[-1], NONE)
        self.settle()

    def point(self, picture, at):
        """The pointer is there, with no button down."""
        self._mouse(picture, QEvent.Type.MouseMove, QPointF(*picture.view.to_screen(at)), NONE)
        self.settle()

    def _mouse(self, widget, kind, at, held):
        button = NONE if kind == QEvent.Type.MouseMove else LEFT
        event = QMouseEvent(kind, at, widget.mapToGlobal(at), button, held, PLAIN)
        QApplication.sendEvent(widget, event)

    def answering(self, cause, *answers):
        """Do what opens dialogs, and answer one after the other."""
        waiting, seen, patience = list(answers), [], [_PATIENCE]

        def answer():
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog) or dialog in seen:
                patience[0] -= 1  # the next one is not there yet
                if patience[0]:
                    QTimer.singleShot(_SOON_MS, answer)
                return
            seen.append(dialog)
            self.look(f"dialog-{type(dialog).__name__}")
            waiting.pop(0)(dialog)
            if waiting:
                QTimer.singleShot(_SOON_MS, answer)

        QTimer.singleShot(0, answer)
        cause()
        self.console.activateWindow()  # without a system of windows nobody gives the keys back
        self.settle()
        assert not waiting, f"{len(waiting)} dialogs did not come"

    def look(self, name):
        """Both windows as they are now; answers the picture of the wall."""
        self.settle()
        self._hear(name)
        if self._look:
            self._look.mkdir(parents=True, exist_ok=True)
            self._shot(self.console, f"{name}-console")
        if self.audience is None or not self.audience.isVisible():
            return None
        picture = self._on_the_wall()
        if self._look:
            picture.save(str(self._look / f"{len(self.walls):03}-{name}-wall.png"))
        said = [self.audience.accessibleName(), self.audience.toolTip()]
        for widget in self.audience.findChildren(QWidget):
            if widget.isVisible():
                text = widget.text() if callable(getattr(widget, "text", None)) else ""
                said += [*(getattr(widget, "words", ()) or ()), text]
                said += [widget.accessibleName(), widget.toolTip()]
        words = " | ".join(str(part) for part in said if part)
        self.walls.append((name, words, picture.size().toTuple()))
        shown = self.audience.findChildren(QDialog) or QToolTip.isVisible()
        tops = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        over = [
            type(w).__name__
            for w in tops
            if w is not self.audience and w.screen() is self.audience.screen()
        ]
        if shown or over:
            self.faults.append([name, "over the wall", over])
        return picture

    def _hear(self, name):
        window = QApplication.activeModalWidget() or self.console
        if not isinstance(window, QFileDialog):  # the system's own
            for trouble in troubles(window, self.language, names=NAMES):
                self.unheard.setdefault(trouble, name)

    def _on_the_wall(self):
        """What the screen holds, as it was painted there: nothing is painted for the picture."""
        screen = self.audience.screen()
        return screen.grabWindow(self.audience.winId()).toImage()

    def _shot(self, window, name):
        window.grab().save(str(self._look / f"{len(self.walls):03}-{name}.png"))
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            dialog.grab().save(str(self._look / f"{len(self.walls):03}-{name}-dialog.png"))

    def wall_facts(self):
        return {
            "screen": self.audience.screen().name(),
            "full": self.audience.isFullScreen(),
            "words": "\n".join(words for _, words, _ in self.walls),
            "sizes": sorted({size for *_, size in self.walls}),
            "looks": len(self.walls),
            "faults": self.faults,
            "unheard": self.unheard,
        }

    def close(self):
        self.stand.close()


def choose_file(path: Path):
    """Answers a dialog for files with this one."""

    def answer(dialog):
        assert isinstance(dialog, QFileDialog), type(dialog)
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
        dialog.accept()

    return answer


def press_in(button, **fields):
    """Answers a dialog: fill in these fields, and press this button."""

    def answer(dialog):
        for field, words in fields.items():
            dialog.findChild(QLineEdit, field).setText(words)
        QTest.mouseClick(dialog.findChild(QWidget, button), LEFT)

    return answer


def same(one, other):
    """Whether nobody sees a difference: what is painted anew may differ by a shade at its edge."""
    both = [picture.convertToFormat(QImage.Format.Format_RGB32) for picture in (one, other)]
    painter = QPainter(both[0])
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, both[1])
    painter.end()
    grey = both[0].convertToFormat(QImage.Format.Format_Grayscale8)
    return not bytes(grey.constBits()).translate(None, bytes(range(_SHADE)))

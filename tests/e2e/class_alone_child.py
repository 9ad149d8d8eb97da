"""Whole lessons before the class, in a process of its own: all that its screen shows."""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from massage_trainer.domain.events import SessionState
from massage_trainer.domain.problems import Problem, ProblemKind
from massage_trainer.widgets.page_row import Page
from massage_trainer.widgets.report_dialog import ReportDialog
from tests.e2e.class_screens_child import Room

ROLES = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)
NAME = "Nguyễn Thị Hồng Ánh"
STEPS_MS = 4_000
BREATH = 40  # of 255


def strings(widget):
    """Everything that can be read in a window or asked of it."""
    found = set()
    for thing in [widget, *widget.findChildren(QObject)]:
        meta = thing.staticMetaObject
        properties = [meta.property(number) for number in range(meta.propertyCount())]
        names = [each.name() for each in properties if each.typeName() in ("QString", "QUrl")]
        found |= {str(thing.property(name)) for name in names if name != "objectName"}
        if isinstance(thing, QWidget):
            spoken = QAccessible.queryAccessibleInterface(thing)
            if spoken is not None and spoken.isValid():
                found |= {spoken.text(role) for role in ROLES}
    return found - {""}


def other(picture, before):
    """Whether a dot is another one; the edges of letters may breathe (the cache of glyphs does)."""
    grey = QImage.Format.Format_Grayscale8
    pairs = zip(
        picture.convertToFormat(grey).bits(), before.convertToFormat(grey).bits(), strict=True
    )
    return picture.size() != before.size() or any(abs(a - b) > BREATH for a, b in pairs)


def strangers(room):
    """What stands on the screen of the class beside its picture."""
    screen = room.audience.screen().geometry()
    return [
        type(widget).__name__
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible()
        and widget is not room.audience
        and widget.frameGeometry().intersects(screen)
    ]


def lessons(folder):
    """Every lesson to its end: the words that were up, and what else was there."""
    told = {"words": {}, "strangers": [], "kept back": {}, "pictures": 0, "without": []}
    for language in ("vi", "en"):
        room = Room(folder / language, language)
        room.open()
        for card in room.program.library.cards:
            words, hidden = _play(room, card.id, told)
            told["words"][f"{card.id} {language}"] = sorted(words)
            told["kept back"][f"{card.id} {language}"] = sorted(hidden)
        room.close()
    return told


def _play(room, lesson_id, told):
    room.teach(lesson_id)
    lesson, words, hidden = room.flow.lesson, set(), set()
    catalog = room.program.lessons.catalog()
    language = room.console.language()
    for caution in catalog.cautions.values():
        hidden.add(caution.text.in_language(language))
    while lesson.state is not SessionState.FINISHED:
        step = lesson.countdown.segment.step
        texts = [step.words.do, *(remark.reason for remark in step.remarks)]
        for notes in lesson.protocol.notes_on(step.id):
            texts += [text for text in (notes.show, notes.mistakes, notes.ask) if text is not None]
        hidden |= {text.in_language(language) for text in texts}
        if lesson.countdown.waiting:
            lesson.done()
        else:
            room.stand.ticker.pass_time(min(STEPS_MS, lesson.countdown.left_ms))
        room.settle()
        words |= strings(room.audience)
        told["strangers"] += strangers(room)
        told["pictures"] += 1
        if room.audience.view.face.picture.problem:
            told["without"].append(lesson.countdown.segment.path)
    return words, hidden


def disturbed(folder):
    """The same moment with everything open that must not be seen there."""
    room = Room(folder)
    room.open()
    room.teach("lumbar-acupressure")
    for _ in range(40):
        if room.flow.lesson.countdown.waiting:
            room.flow.lesson.done()
        room.stand.ticker.pass_time(1_000)
    before = room.picture()
    changed, beside = [], []

    def look(what):
        if other(room.picture(), before):
            changed.append(what)
        beside.extend((what, name) for name in strangers(room))

    for name, make in room.program.dialogs().items():
        dialog = make(room.console)
        dialog.show()
        look(name)
        dialog.close()
    report = ReportDialog("Traceback: what went wrong", room.console)
    report.show()
    look("report")
    report.close()
    room.program.problems.report(Problem(ProblemKind.CANNOT_SAVE, "/somewhere"))
    look("error")
    QToolTip.showText(room.console.mapToGlobal(QPoint(600, 300)), "a hint", room.console)
    look("hint")
    QToolTip.hideText()
    room.program.study_flow.page(Page.PROGRESS)
    room.program.practice_flow.memory.profiles.add(NAME)
    look("name")
    told = {"changed": changed, "beside": beside, "strings": sorted(strings(room.audience))}
    room.close()
    return told


if __name__ == "__main__":
    app = QApplication([])
    scenario = {"lessons": lessons, "disturbed": disturbed}[sys.argv[1]]
    sys.stdout.write(json.dumps(scenario(Path(sys.argv[2]))) + "\n")

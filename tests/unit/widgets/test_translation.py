"""The words of the windows: complete, in step with the code, and spoken at run time."""

import ast
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
)

from massage_trainer.services.resources import assets_dir

ROOT = Path(__file__).parents[3]
I18N = assets_dir() / "i18n"
CATALOGUES = sorted(I18N.glob("*/*.ts"))
FIELD = re.compile(r"\{(\w*)\}|%n|%\d")


def messages(path):
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name") or "", message


def translations(message):
    translation = message.find("translation")
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [translation.text or ""]


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_catalogue_is_complete_and_keeps_the_fields(path):
    for context, message in messages(path):
        source = message.findtext("source")
        assert message.find("translation").get("type") is None, (context, source)
        for text in translations(message):
            assert text.strip(), (context, source)
            assert unicodedata.is_normalized("NFC", text), text
            if text != "once":
                assert sorted(FIELD.findall(text)) == sorted(FIELD.findall(source)), text


@pytest.mark.parametrize(("language", "forms"), [("vi", 1), ("en", 2)])
def test_every_plural_has_the_forms_of_its_language(language, forms):
    plurals = [m for _, m in messages(I18N / language / "ui.ts") if m.get("numerus")]
    assert plurals
    assert {len(translations(message)) for message in plurals} == {forms}


def tool(name):
    """A tool of Qt that stands beside the interpreter."""
    path = Path(sys.executable).with_name(f"pyside6-{name}")
    return str(path if path.exists() else shutil.which(path.name) or path.with_suffix(".exe"))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_catalogue_has_the_words_of_the_code_and_no_others(language, tmp_path):
    sources = [
        str(path)
        for folder in ("app", "widgets")
        for path in sorted((ROOT / "massage_trainer" / folder).rglob("*.py"))
    ]
    fresh = tmp_path / "ui.ts"
    plurals = ["-pluralonly"] if language == "en" else []
    subprocess.run([tool("lupdate"), *sources, *plurals, "-ts", fresh], check=True, timeout=60)
    wanted = {(context, message.findtext("source")) for context, message in messages(fresh)}
    there = {
        (context, message.findtext("source"))
        for context, message in messages(I18N / language / "ui.ts")
    }
    assert wanted - there == set(), "run `make i18n` and translate"
    assert there - wanted == set(), "run `make i18n`"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_compiled_catalogue_is_that_of_the_text(path, tmp_path):
    fresh = tmp_path / "fresh.qm"
    command = [tool("lrelease"), "-silent", str(path), "-qm", str(fresh)]
    subprocess.run(command, check=True, timeout=60)
    assert fresh.read_bytes() == path.with_suffix(".qm").read_bytes(), "run `make i18n`"


def test_only_literals_are_translated():
    """What is put together at run time is extracted in pieces and never found again."""
    for path in sorted((ROOT / "massage_trainer").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            function = node.func
            name = getattr(function, "attr", None) or getattr(function, "id", None)
            if name == "tr":
                literals = node.args[:1]
            elif name == "translate" and ast.unparse(function.value) == "QCoreApplication":
                literals = node.args[:2]
            else:
                continue
            if path.name == "quantities.py" and isinstance(literals[-1], ast.Name):
                continue  # the one place where plurals are handed on
            assert all(isinstance(part, ast.Constant) for part in literals), (path, node.lineno)


class Listener(QTranslator):
    """Notes what is looked up; asked before all other translators, it answers nothing."""

    def __init__(self, parent):
        super().__init__(parent)
        self.asked = set()

    def translate(self, context, source, comment=None, count=-1):
        self.asked.add((context, source, comment or None))
        return ""

    def isEmpty(self):
        return False


def test_qts_own_words_are_vietnamese_too(shell, look, qtbot):
    """Standard buttons, file dialogs and context menus: all that Qt looks up has an answer."""
    shell(language="vi")
    listener = Listener(look)
    look.installTranslator(listener)
    try:
        for parts in (_file_dialogs(), _buttons(), _menus()):
            for part in parts:
                qtbot.add_widget(part)
    finally:
        look.removeTranslator(listener)
    known = {
        (context, message.findtext("source"), message.findtext("comment"))
        for context, message in messages(I18N / "vi" / "qt.ts")
    }
    asked = {key for key in listener.asked if key[1] != "QT_LAYOUT_DIRECTION"}
    assert len(asked) > 50
    assert asked - known == set()


def test_qts_own_words_arrive(shell, qtbot):
    shell(language="vi")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.add_widget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Hủy"


def _file_dialogs():
    for accept in (QFileDialog.AcceptMode.AcceptOpen, QFileDialog.AcceptMode.AcceptSave):
        dialog = QFileDialog()
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(accept)
        for mode in QFileDialog.FileMode:
            dialog.setFileMode(mode)
        for view in QFileDialog.ViewMode:
            dialog.setViewMode(view)
        dialog.ensurePolished()
        yield dialog


def _buttons():
    for button in QDialogButtonBox.StandardButton:
        if button.name not in {"NoButton", "FirstButton", "LastButton"}:
            yield QDialogButtonBox(button)


def _menus():
    line, spin, text, label = QLineEdit(), QSpinBox(), QPlainTextEdit(), QLabel("abc")
    yield from (line, spin, text, label)
    for editor in (line, text):
        menu = editor.createStandardContextMenu()
        assert isinstance(menu, QMenu)
        yield menu

"""What every test shares: off screen, offline, and no warning that nobody asked for."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import gc
import logging
from collections.abc import Iterator

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QTranslator

from massage_trainer.app.garbage import collect_due

# Examples are random but repeatable, and a busy machine is no failure.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")

# As in the program: a window that is destroyed by a thread that decodes ends the process.
gc.disable()


def pytest_collection_finish() -> None:
    """What is there before the first test stays to the end: no collection looks through it."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def garbage_in_this_thread() -> Iterator[None]:
    """What a test leaves is gone after it: closed windows, then garbage.

    No loop runs between tests, so windows that were to be deleted later would pile up, and every
    change of font or style would go through all of them.
    """
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    collect_due()


@pytest.fixture(autouse=True)
def no_unexpected_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning nobody asserted on is a failure; a test that expects one clears caplog."""
    yield
    loud = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not loud, [r.getMessage() for r in loud]


def _translators() -> list[QTranslator]:
    app = QCoreApplication.instance()
    return app.findChildren(QTranslator) if app is not None else []


def _languages_left_behind() -> Iterator[None]:
    """Words that a test installs go with it: another one reads the words of the source."""
    locale, before = QLocale(), set(map(id, _translators()))
    yield
    for translator in _translators():
        if id(translator) not in before:
            QCoreApplication.removeTranslator(translator)
            translator.setParent(None)
    QLocale.setDefault(locale)


own_language = pytest.fixture(autouse=True)(_languages_left_behind)
own_language_of_module = pytest.fixture(autouse=True, scope="module")(_languages_left_behind)

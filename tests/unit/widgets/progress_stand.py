"""The page of progress on its own: shipped catalogue and pictures, a learner from a fake log."""

import random
from functools import cache

from PySide6.QtGui import QPalette

from massage_trainer.domain.quiz.days import day_after
from massage_trainer.domain.quiz.memory import Card, MemoryState, Rating
from massage_trainer.domain.quiz.ports import Attempt
from massage_trainer.domain.teacher import TeacherChoices
from massage_trainer.domain.verdict import Grade, SideRule
from massage_trainer.services.content.library import ContentLibrary
from massage_trainer.services.content.sources import ContentPlaces
from massage_trainer.services.language import LanguageService
from massage_trainer.services.picture_files import PictureFiles
from massage_trainer.services.plates import PlateFiles, read_plate_index
from massage_trainer.services.resources import assets_dir, protocols_dir
from massage_trainer.viewmodels.progress import ProgressViewModel
from massage_trainer.widgets.progress.page import ProgressPage
from massage_trainer.widgets.theme import DARK, LIGHT
from tests.fakes_quiz import MemoryQuizLog
from tests.unit.widgets.shell_stand import FakePicker

TODAY = "2026-11-23"
LEARNER = 1


class FixedCalendar:
    def now(self):
        return f"{TODAY}T10:00:00Z"

    def today(self):
        return TODAY


@cache
def shipped_catalog():
    plates = assets_dir() / "plates" / "index.json"
    places = ContentPlaces((protocols_dir(),), assets_dir() / "catalog", plates, None)
    return ContentLibrary(places, TeacherChoices, lambda: "").catalog()


def attempt(item, day=TODAY, *, place=None, taken="", right=True, profile=LEARNER):
    """One question that was over at the first try; ``place`` is across and along in cun."""
    kind = "locate-point" if place else "name-point"
    across, along = place or (0.0, 0.0)
    return Attempt(
        profile=profile,
        round=1,
        key=f"{kind}:{item}",
        item=item,
        kind=kind,
        topic=item,
        form="place" if place else "choice",
        side=SideRule.EITHER,
        at=f"{day}T10:00:00Z",
        day=day,
        grade=Grade.HIT if right else Grade.MISS,
        tries=1,
        is_last=True,
        time_ms=4_000,
        seed=1,
        place=(0.0, 0.0, 0.0) if place else None,
        distance_cun=(across**2 + along**2) ** 0.5 if place else None,
        across_cun=across,
        along_cun=along,
        taken_for=taken,
    )


def card(item, stability, due):
    state = MemoryState(stability, 5.0)
    return Card(f"locate-point:{item}", item, item, state, due, TODAY, Rating.GOOD, 3, 0)


def fill(log, profile=LEARNER):
    """Half a year's worth in small: habits, confusions, cards of every standing."""
    chance = random.Random(7)
    codes = [code for code, point in shipped_catalog().points.items() if point.sites]
    for number in range(120):
        day = day_after(TODAY, -(number % 28))
        item = chance.choice(codes)
        place = (0.3 + chance.gauss(0, 0.3), chance.gauss(0, 0.3))
        log.add(attempt(item, day, place=place, right=number % 3 > 0, profile=profile))
    for asked, taken, times in (("BL24", "BL25", 6), ("BL13", "BL14", 3), ("GB30", "BL54", 2)):
        for _ in range(times):
            log.add(attempt(asked, taken=taken, right=False, profile=profile))
    for number, code in enumerate(codes[:50]):
        due = day_after(TODAY, number % 20 - 2)
        log.put_card(profile, card(code, 60.0 if number % 2 else 4.0, due))


class ProgressStand:
    """What a test holds in its hands around the page."""

    def __init__(self, qtbot, app, *, language="en", theme="light", filled=True, plates=None):
        self.log = MemoryQuizLog()
        if filled:
            fill(self.log)
        self.profile = LEARNER
        self.language = language
        self._words = LanguageService(assets_dir() / "i18n", app)
        self._words.install(language)
        app.setPalette((DARK if theme == "dark" else LIGHT).palette())
        self.picker = FakePicker()
        folder = assets_dir() / "plates"
        self._plates = plates or PlateFiles(folder, read_plate_index(folder))
        self.model = ProgressViewModel(
            self.log, lambda: self.profile, FixedCalendar(), shipped_catalog
        )
        self.page = ProgressPage(
            self.model, self._plates, lambda: self.language, self.picker, PictureFiles()
        )
        qtbot.addWidget(self.page)
        assert self.page.palette().color(QPalette.ColorRole.Window).isValid()

    def show(self, width=1366, height=768):
        from massage_trainer.widgets.theme import Scale

        self.page.resize(width, height)
        self.page.set_scale(Scale.of(self.page))
        self.page.show()
        self.page.arrive()
        return self.page

    def speak(self, language):
        self.language = language
        self._words.install(language)

    def close(self):
        if isinstance(self._plates, PlateFiles):
            self._plates.close()
        self._words.install("none")

"""The screens of a class for console and windows: remembered, followed, never opened unasked."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Signal

from massage_trainer.domain.classroom.look import AudienceLook, TextSize
from massage_trainer.domain.classroom.screens import Projectors, ScreenInfo, Standing
from massage_trainer.services.screen_memory import FileScreenMemory
from massage_trainer.viewmodels.class_screens import ClassScreensViewModel
from massage_trainer.viewmodels.classroom import ClassroomViewModel

LAPTOP = ScreenInfo("laptop", "Laptop", 0, 0, 1280, 800, primary=True)
WALL = ScreenInfo("wall", "Wall", 1280, 0, 1920, 1080)
OTHER = ScreenInfo("other", "Other", 3200, 0, 1024, 768)
LARGE = AudienceLook(TextSize.LARGEST, contrast=True)


class FakeScreens(QObject):
    """Screens that a test plugs in and out."""

    changed = Signal()
    may_place = True

    def __init__(self, *there):
        super().__init__()
        self.there = there

    def screens(self):
        return self.there

    def plug(self, *there):
        self.there = there
        self.changed.emit()


class MemoryOfScreens:
    """A ScreenMemory; ``saved`` counts."""

    def __init__(self, projectors=None):
        self.projectors = projectors or Projectors()
        self.saved = 0

    def load(self):
        return self.projectors

    def save(self, projectors):
        self.projectors = projectors
        self.saved += 1


class Desk:
    """A view-model with everything around it."""

    def __init__(self, *there, memory=None, may_place=True):
        self.screens = FakeScreens(*there)
        self.screens.may_place = may_place
        self.memory = memory or MemoryOfScreens()
        self.classroom = ClassroomViewModel()
        self.console = LAPTOP.key
        self.model = ClassScreensViewModel(
            self.screens, self.memory, self.classroom, lambda: self.console
        )
        self.told = 0
        self.model.changed.connect(self._hear)

    def _hear(self):
        self.told += 1


def test_what_was_shown_to_a_class_is_remembered_with_its_look(qapp):
    desk = Desk(LAPTOP, WALL, OTHER)
    desk.model.choose(OTHER.key)
    desk.model.open()
    desk.classroom.set_look(LARGE)
    assert desk.memory.projectors.looks == ((OTHER.key, LARGE),)
    tomorrow = Desk(LAPTOP, WALL, OTHER, memory=desk.memory)
    assert tomorrow.model.target == OTHER
    tomorrow.model.open()
    assert tomorrow.model.plan.screen == OTHER
    assert tomorrow.classroom.look == LARGE


def test_another_projector_has_its_own_look(qapp):
    desk = Desk(LAPTOP, WALL, OTHER, memory=MemoryOfScreens(Projectors(((WALL.key, LARGE),))))
    desk.model.open()
    assert desk.classroom.look == LARGE
    desk.classroom.set_look(AudienceLook(TextSize.LARGE))
    desk.model.choose(OTHER.key)
    assert desk.classroom.look == AudienceLook(TextSize.LARGE)  # a new one takes what is on
    desk.classroom.set_look(AudienceLook())
    desk.model.choose(WALL.key)
    assert desk.classroom.look == AudienceLook(TextSize.LARGE)


def test_the_look_is_not_written_down_for_a_screen_that_is_no_projector(qapp):
    desk = Desk(LAPTOP, WALL)
    desk.model.open()
    desk.model.swap()
    saved = desk.memory.saved
    desk.classroom.set_look(LARGE)
    assert desk.memory.saved == saved
    assert desk.memory.projectors.keys == (WALL.key,)


def test_screens_that_come_open_nothing_but_are_told(qapp):
    desk = Desk(LAPTOP)
    desk.screens.plug(LAPTOP, WALL)
    assert not desk.model.is_open
    assert desk.told == 1
    assert desk.model.walls == (LAPTOP, WALL)


def test_a_plug_that_changes_nothing_for_the_class_moves_nothing(qapp):
    desk = Desk(LAPTOP, WALL)
    desk.model.open()
    plan = desk.model.plan
    desk.screens.plug(LAPTOP, WALL, OTHER)
    assert desk.model.plan is plan


def test_the_class_is_taken_to_the_screen_that_moved(qapp):
    desk = Desk(LAPTOP, WALL)
    desk.model.open()
    desk.screens.plug(LAPTOP, replace(WALL, left=-1920))
    assert desk.model.plan.screen.left == -1920
    desk.screens.plug(LAPTOP)
    assert desk.model.plan.standing is Standing.WAITING
    assert desk.model.is_open
    desk.model.toggle()
    assert not desk.model.is_open


def test_the_way_out_leads_out_of_nothing_but_the_only_screen(qapp):
    desk = Desk(LAPTOP, WALL)
    desk.model.open()
    desk.model.bring_up_console()
    assert desk.model.plan.standing is Standing.OWN
    alone = Desk(LAPTOP)
    alone.model.open()
    alone.model.bring_up_console()
    assert alone.model.plan.standing is Standing.UNDER
    alone.model.bring_up_console()
    assert alone.model.plan.standing is Standing.UNDER


def test_on_a_desktop_that_places_windows_itself_somebody_draws_it(qapp):
    desk = Desk(LAPTOP, WALL, may_place=False)
    desk.model.open()
    assert desk.model.plan.standing is Standing.BY_HAND
    desk.model.swap()
    assert desk.model.plan.standing is Standing.BY_HAND


def test_projectors_come_back_from_the_disk(tmp_path):
    problems = []
    known = Projectors((("EPSON «Phòng 2»", LARGE), ("b", AudienceLook())))
    FileScreenMemory(tmp_path, problems.append).save(known)
    assert FileScreenMemory(tmp_path, problems.append).load() == known
    assert problems == []


@pytest.mark.parametrize(
    ("entries", "looks"),
    [
        (None, ()),
        ({"a": 1}, ()),
        ([1, {"screen": 5}, {"text": "large"}], ()),
        ([{"screen": "a", "text": "huge", "contrast": "yes"}], (("a", AudienceLook()),)),
        (
            [{"screen": "a", "contrast": True}, {"screen": "a"}],
            (("a", AudienceLook(contrast=True)),),
        ),
    ],
)
def test_entries_that_make_no_sense_are_left_out(tmp_path, entries, looks):
    (tmp_path / "projectors.json").write_text(json.dumps({"version": 1, "projectors": entries}))
    problems = []
    assert FileScreenMemory(tmp_path, problems.append).load().looks == looks
    assert problems == []

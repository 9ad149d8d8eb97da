"""Live pictures or stills: what was chosen, what went wrong, and that it is said once."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal

from massage_trainer.app.live_room import LiveRoom
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.live_policy import LiveWish, StillsBecause
from massage_trainer.domain.plate import ClientBody, View
from massage_trainer.domain.problems import ProblemKind
from massage_trainer.domain.settings import Settings
from massage_trainer.services.graphics_mark import FILE, GraphicsMark
from massage_trainer.services.plates import read_plate_index
from massage_trainer.services.resources import assets_dir


class FakePreferences(QObject):
    changed = Signal(object)

    def __init__(self, live="auto"):
        super().__init__()
        self.value = Settings(live=live)

    def update(self, **changes):
        self.value = replace(self.value, **changes)
        self.changed.emit(self.value)


class FakeProblems:
    def __init__(self):
        self.told = []

    def report(self, problem):
        self.told.append(problem)


@pytest.fixture
def problems():
    return FakeProblems()


def room(folder, problems, live="auto", platform="xcb"):
    return LiveRoom(folder, FakePreferences(live), problems, platform)


def kinds(problems):
    return [problem.kind for problem in problems.told]


def test_pictures_are_live_where_nothing_is_known(tmp_path, problems):
    assert room(tmp_path, problems).policy.is_live
    assert problems.told == []


def test_a_platform_without_opengl_shows_stills_and_does_not_complain(tmp_path, problems):
    assert not room(tmp_path, problems, platform="offscreen").policy.is_live
    assert problems.told == []


def test_after_a_crash_there_are_stills_and_it_is_said_once(tmp_path, problems):
    (tmp_path / FILE).write_text("begun", encoding="ascii")
    assert room(tmp_path, problems).policy.stills_because is StillsBecause.CRASHED
    assert room(tmp_path, problems).policy.stills_because is StillsBecause.CRASHED
    assert kinds(problems) == [ProblemKind.LIVE_VIEW_CRASHED]


def test_the_user_may_try_again(tmp_path, problems):
    (tmp_path / FILE).write_text("begun", encoding="ascii")
    again = room(tmp_path, problems)
    seen = []
    again.policy_changed.connect(seen.append)
    again.try_live()
    assert again.policy.is_live
    assert [policy.is_live for policy in seen] == [True]
    assert not GraphicsMark(tmp_path).crashed


def test_a_failure_is_said_once_and_ends_in_stills(tmp_path, problems):
    broken = room(tmp_path, problems)
    broken._fail("a shader")
    broken._fail("a shader")
    assert broken.policy.stills_because is StillsBecause.BROKEN
    assert kinds(problems) == [ProblemKind.NO_LIVE_VIEW]
    assert "a shader" in problems.told[0].detail


def test_slow_pictures_end_in_stills_which_offer_more(tmp_path, problems):
    slow = room(tmp_path, problems)
    slow._measure(True)
    assert slow.policy.stills_because is StillsBecause.SLOW
    assert slow.policy.is_offered
    slow.try_live()
    assert slow.policy.is_live
    assert kinds(problems) == [ProblemKind.SLOW_LIVE_VIEW]


def run_slowly(folder, problems, device="llvmpipe", live="auto"):
    """One run of the program in which moving pictures come too slowly."""
    slow = room(folder, problems, live)
    slow._know_device(device)
    slow._measure(True)
    return slow


def test_what_was_slow_in_two_runs_is_remembered_and_was_said_once(tmp_path, problems):
    run_slowly(tmp_path, problems)
    assert room(tmp_path, problems).policy.is_live, "something else may have kept it busy"
    run_slowly(tmp_path, problems)._measure(True)
    assert room(tmp_path, problems).policy.stills_because is StillsBecause.SLOW
    assert kinds(problems) == [ProblemKind.SLOW_LIVE_VIEW]


def test_within_one_run_it_is_noted_once(tmp_path, problems):
    slow = run_slowly(tmp_path, problems)
    slow._measure(False)
    slow._measure(True)
    assert room(tmp_path, problems).policy.is_live


@pytest.mark.parametrize(("device", "live"), [("llvmpipe", False), ("a new card", True)])
def test_pictures_that_were_slow_are_tried_again_by_another_driver(
    tmp_path, problems, device, live
):
    for _ in range(2):
        run_slowly(tmp_path, problems)
    again = room(tmp_path, problems)
    again.studio = FakeStudio()
    again.warm_up()
    assert again.studio.warm, "its driver is asked for its name"
    again._know_device(device)
    assert again.policy.is_live is live
    assert again.studio.closed is not live, "where there are stills nothing is kept"
    assert room(tmp_path, problems).policy.is_live is live


def test_who_wants_slow_pictures_has_them_measured_anew(tmp_path, problems):
    for _ in range(2):
        run_slowly(tmp_path, problems)
    room(tmp_path, problems).try_live()
    assert room(tmp_path, problems).policy.is_live
    run_slowly(tmp_path, problems, live="on")
    assert kinds(problems) == [ProblemKind.SLOW_LIVE_VIEW], "what was chosen is not complained of"


@pytest.mark.parametrize("content", [b"", b"llvmpipe", b"\xff\xfe\n3\n", b"llvmpipe\nmany\n"])
def test_a_note_of_slowness_that_cannot_be_read_is_none(tmp_path, problems, content):
    (tmp_path / "drawing.slow").write_bytes(content)
    assert room(tmp_path, problems).policy.is_live


@pytest.mark.parametrize("wish", list(LiveWish))
def test_the_setting_holds_at_once(tmp_path, problems, wish):
    made = room(tmp_path, problems)
    made._preferences.update(live=wish.value)
    assert made.policy.wish is wish
    assert made.policy.is_live is (wish is not LiveWish.NEVER)


def test_every_still_leads_to_its_scene_plate_and_camera(tmp_path, problems):
    index = read_plate_index(assets_dir() / "plates")
    made = room(tmp_path, problems)
    for plate_id in index.plates:
        for client in ClientBody:
            for side in (None, Side.LEFT, Side.RIGHT):
                for view in (View.WIDE, View.CLOSE):
                    still = index.still(plate_id, side, view=view, client=client)
                    found = made.scene_of(still)
                    assert found is not None, still
                    assert still.moment in found.scene.frames
                    assert found.plate.id == plate_id
                    assert found.camera == found.scene.cameras[still.view.value]
                    own = found.scene.figures[0].mesh
                    assert own == ("woman/client" if still.client is ClientBody.WOMAN else "client")
    assert problems.told == []


def test_a_mirrored_still_leads_to_the_mirrored_scene(tmp_path, problems):
    index = read_plate_index(assets_dir() / "plates")
    made = room(tmp_path, problems)
    left, right = (index.still("leg-bend", side) for side in (Side.LEFT, Side.RIGHT))
    sides = {made.scene_of(still).scene.worked_side for still in (left, right)}
    assert sides == {Side.LEFT, Side.RIGHT}
    assert made.scene_of(left).scene is made.scene_of(left).scene


class FakeStudio(QObject):
    drawn = Signal(object)

    def __init__(self):
        super().__init__()
        self.asked = []
        self.forgotten = []
        self.warm = self.closed = self.is_wanted = False

    def warm_up(self):
        self.warm = True

    def new_view(self):
        return 7

    def ask(self, take):
        self.asked.append(take)

    def forget(self, view):
        self.forgotten.append(view)

    def close(self):
        self.closed = True


def test_the_first_picture_is_rehearsed_once_and_forgotten(tmp_path, problems):
    still = read_plate_index(assets_dir() / "plates").still("prone-draped")
    here = room(tmp_path, problems)
    here.studio = FakeStudio()
    here.rehearse(still)
    here.rehearse(still)
    (take,) = here.studio.asked
    assert take.width * take.height < 5_000, "nobody sees it"
    assert take.scene is here.scene_of(still).scene, "the lesson needs the same meshes"
    here.studio.drawn.emit(SimpleNamespace(take=replace(take, view=8)))
    assert here.studio.forgotten == []
    here.studio.drawn.emit(SimpleNamespace(take=take))
    assert here.studio.forgotten == [7]
    here.rehearse(still)
    assert len(here.studio.asked) == 1
    here.rehearse(read_plate_index(assets_dir() / "plates").still("loin-xat"))
    assert len(here.studio.asked) == 2, "another lesson was chosen after all"


def test_where_stills_are_wanted_nothing_is_rehearsed(tmp_path, problems):
    here = room(tmp_path, problems, live="off")
    here.studio = FakeStudio()
    here.rehearse(read_plate_index(assets_dir() / "plates").still("prone-draped"))
    assert here.studio.asked == []

"""A candidate's task on the wall: large, whole, with its time, and nothing else."""

import pytest
from PySide6.QtGui import QColor

from massage_trainer.domain.classroom.slides import Showing, TaskSlide
from massage_trainer.domain.settings import Settings
from massage_trainer.domain.text import LocalizedText
from massage_trainer.widgets.audience.faces import FaceParts
from massage_trainer.widgets.audience.scale import AudienceScale
from massage_trainer.widgets.audience.task_face import TaskFace, clock_text
from massage_trainer.widgets.theme import DARK
from tests.fakes import FakePlates

TEXT = LocalizedText(
    "Tìm huyệt Đại trường du (BL25), bên phải người được xoa bóp. "
    "Nói rõ đo từ mốc nào và mấy thốn.",
    "Find Dàchángshū (BL25) on the client's right. Say from which landmark you measure.",
)
SIZES = [(1920, 1080), (1366, 768), (800, 560), (1080, 1920), (240, 135)]


def make_face(qtbot, slide, size=(1280, 720), enlarged=1.0):
    parts = FaceParts(FakePlates("x"), dict, lambda: "vi", Settings, lambda: None)
    face = TaskFace(parts)
    qtbot.add_widget(face)
    face.resize(*size)
    face.set_scale(AudienceScale.of_view(*size, enlarged))
    face.show_showing(Showing(slide))
    face.show()
    return face


def ink_of(picture):
    """Rows and columns at the edge that are painted on."""
    paper = picture.pixelColor(0, 0)
    width, height = picture.width(), picture.height()
    edge = [(x, y) for x in range(width) for y in (0, height - 1)]
    edge += [(x, y) for y in range(height) for x in (0, width - 1)]
    return sum(picture.pixelColor(x, y) != paper for x, y in edge)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("enlarged", [1.0, 1.4])
def test_all_of_it_is_painted_inside_at_every_size(qtbot, look, size, enlarged):
    face = make_face(qtbot, TaskSlide(2, 5, TEXT, 0), size, enlarged)
    assert ink_of(face.grab().toImage()) == 0
    assert face.words == ("Task 2 of 5", TEXT.vi, "0:00", "Time is up")


@pytest.mark.parametrize(
    ("slide", "words"),
    [
        (TaskSlide(1, 5, TEXT, 299_500, running=True), ("5:00", "")),
        (TaskSlide(1, 5, TEXT, 61_000), ("1:01", "The clock is stopped")),
        (TaskSlide(1, 5, TEXT, 0, running=True), ("0:00", "Time is up")),
        (TaskSlide(1, 5, TEXT, None, running=True), ("", "")),
    ],
)
def test_the_time_is_said_in_digits_and_what_is_odd_in_words(qtbot, look, slide, words):
    face = make_face(qtbot, slide)
    assert (face.time, face.state) == words
    assert face.accessibleName() == ", ".join(face.words)


def test_it_is_painted_again_only_where_it_is_another(qtbot, look):
    slide = TaskSlide(1, 5, TEXT, 5_000, running=True)
    face = make_face(qtbot, slide)
    before = face.grab().toImage()
    face.show_showing(Showing(TaskSlide(1, 5, TEXT, 4_000, running=True)))
    after = face.grab().toImage()
    assert before != after
    assert face.time == "0:04"


def test_it_follows_the_theme(qtbot, look):
    face = make_face(qtbot, TaskSlide(1, 5, TEXT, 5_000))
    face.setPalette(DARK.palette())
    face.setAutoFillBackground(True)
    assert face.grab().toImage().pixelColor(2, 2) == QColor(DARK.paper)


def test_a_begun_second_counts() -> None:
    assert [clock_text(ms) for ms in (0, 1, 1_000, 59_001, 600_000)] == [
        "0:00",
        "0:01",
        "0:01",
        "1:00",
        "10:00",
    ]

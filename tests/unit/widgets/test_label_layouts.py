"""Where names stand is found once for each size of the words, and ahead for the next ones."""

import pytest
from PySide6.QtWidgets import QApplication

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.classroom.board import Board, Layer, PictureView
from massage_trainer.domain.classroom.look import AudienceLook, TextSize
from massage_trainer.widgets.plate.naming import Naming
from massage_trainer.widgets.plate.words import PlateWords
from tests.plate_examples import marked_plates, plate_catalog, points_lesson, still_places
from tests.unit.widgets.audience_stand import AudienceStand


def settle():
    for _ in range(6):
        QApplication.processEvents()


@pytest.fixture
def laid_out(monkeypatch):
    """Every layout of names that was searched for."""
    found, search = [], Naming.labels

    def counted(naming, *arguments):
        found.append(naming)
        return search(naming, *arguments)

    monkeypatch.setattr(Naming, "labels", counted)
    return found


@pytest.fixture
def stand(qtbot, look, laid_out):
    plates = marked_plates()
    plates.marked["back.start"] = still_places()
    stand = AudienceStand(qtbot, plates=plates)
    stand.open(points_lesson(Side.LEFT))
    stand.go(0)
    stand.show_lesson()
    settle()
    assert stand.face.picture.overlay.labels
    return stand


def grow(stand, size):
    stand.classroom.set_look(AudienceLook(size))


def places(stand):
    return [(each.text, each.placed) for each in stand.face.picture.overlay.labels]


def test_each_size_of_words_finds_its_names_laid_out(stand, laid_out):
    for size in (TextSize.LARGE, TextSize.LARGEST, TextSize.NORMAL, TextSize.LARGEST):
        laid_out.clear()
        grow(stand, size)
        stand.view.grab()
        assert not laid_out, size
        settle()


def test_they_stand_where_a_search_of_now_would_put_them(qtbot, stand, laid_out):
    grow(stand, TextSize.LARGEST)
    ahead = places(stand)
    stand.face.picture.set_words(PlateWords(stand.catalog, "en"))
    laid_out.clear()
    assert places(stand) == ahead
    assert laid_out


def test_on_an_upright_wall_too(stand, laid_out):
    stand.view.resize(720, 1280)
    settle()
    laid_out.clear()
    grow(stand, TextSize.LARGE)
    stand.view.grab()
    assert not laid_out


def test_another_step_and_another_language_are_laid_out_anew(stand):
    before = places(stand)
    stand.language = "vi"
    stand.face.retranslate()
    assert places(stand) != before
    vietnamese = places(stand)
    stand.lesson.jump_to_row(1)
    stand.show_lesson()
    settle()
    assert places(stand) != vietnamese
    grow(stand, TextSize.LARGE)
    large = places(stand)
    stand.catalog = plate_catalog()
    stand.face.retranslate()
    assert places(stand) != large


def test_names_switched_off_and_on_are_not_searched_again(stand, laid_out):
    before = places(stand)
    laid_out.clear()
    picture = stand.face.picture
    layers = picture.board.layers
    picture.show_board(Board(layers=layers - {Layer.LABELS}))
    settle()
    assert places(stand) == []
    picture.show_board(Board(layers=layers))
    settle()
    assert places(stand) == before
    assert not laid_out


def test_a_closer_view_lays_out_nothing_ahead(stand, laid_out):
    settle()
    laid_out.clear()
    stand.face.picture.show_board(Board(PictureView(2.0, 0.4, 0.5), layers=frozenset(Layer)))
    settle()
    assert len(laid_out) == 1

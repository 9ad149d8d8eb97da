"""The renderer on a virtual display: a process of its own draws, this one looks at the pictures."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.unit.widgets.drawn import draw_into

pytestmark = pytest.mark.xvfb


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Draws all pictures of the tests once."""
    folder = tmp_path_factory.mktemp("stage")
    draw_into(folder, "draw_stage.py")
    return folder


@pytest.fixture
def picture(folder):
    def load(name):
        picture = QImage(str(folder / f"{name}.png"))
        assert not picture.isNull(), name
        return picture

    return load


def grey(colour):
    return 0.299 * colour.red() + 0.587 * colour.green() + 0.114 * colour.blue()


def count(picture, wanted):
    pixels = (
        picture.pixelColor(x, y) for y in range(picture.height()) for x in range(picture.width())
    )
    return sum(wanted(colour) for colour in pixels)


def difference(a, b, least=12):
    return sum(
        abs(grey(a.pixelColor(x, y)) - grey(b.pixelColor(x, y))) > least
        for y in range(a.height())
        for x in range(a.width())
    )


def is_ink(colour):
    return colour.red() < 75 and colour.green() < 60


def test_the_background_is_the_warm_paper(picture):
    corner = picture("rest").pixelColor(2, 2)
    assert [corner.red(), corner.green(), corner.blue()] == pytest.approx([251, 248, 242], abs=2)


def test_figure_slab_and_line_are_there(picture):
    rest = picture("rest")
    pixels = rest.width() * rest.height()
    assert count(rest, is_ink) > 0.003 * pixels
    assert count(rest, lambda c: c.red() - c.blue() > 40 and not is_ink(c)) > 0.03 * pixels


def test_the_line_is_as_heavy_in_a_large_picture_as_in_a_small_one(picture):
    """Twice the size: the outline is twice as long and no wider, so its share is halved."""
    small, large = picture("rest"), picture("large")
    ratio = count(large, is_ink) / count(small, is_ink)
    assert 1.6 < ratio < 2.6


def test_a_bone_moves_its_part(picture):
    assert difference(picture("rest"), picture("bent")) > 300


def test_the_mirrored_scene_is_the_mirrored_picture(picture):
    mirrored = picture("mirrored").flipped(Qt.Orientation.Horizontal)
    pixels = mirrored.width() * mirrored.height()
    # The light stays at the viewer's left, so the shades differ and the outlines do not.
    assert difference(picture("bent"), mirrored, least=80) < 0.02 * pixels
    assert difference(picture("bent"), picture("mirrored"), least=80) > 0.05 * pixels


def test_the_highlight_is_seen_in_grey_and_only_where_it_belongs(picture):
    plain, marked = picture("above-plain"), picture("above")
    changed = difference(plain, marked)
    assert changed > 60
    on_the_belly = difference(plain, picture("above-front"))
    assert on_the_belly < 0.5 * changed


def test_the_highlight_never_tints_who_works(picture):
    assert difference(picture("hands-over"), picture("hands-over-plain"), least=2) == 0


def test_skin_of_who_works_has_a_line_on_the_skin_of_the_client(picture):
    end = picture("hands-end")
    across_a_leg = [end.pixelColor(x, 98) for x in range(72, 90)]
    assert any(map(is_ink, across_a_leg))


def is_slab(colour):
    return 10 < colour.red() - colour.blue() < 32 and colour.red() < 245


def test_what_lies_on_the_slab_shades_it(picture):
    shaded, alone = picture("plain"), picture("alone")
    places = [(x, y) for y in range(alone.height()) for x in range(alone.width())]
    darker = sum(
        is_slab(alone.pixelColor(*at))
        and is_slab(shaded.pixelColor(*at))
        and grey(alone.pixelColor(*at)) - grey(shaded.pixelColor(*at)) > 8
        for at in places
    )
    assert darker > 3500


def test_a_window_and_a_still_show_the_same_colours(picture):
    """Encoded by the shader or at the end; single edges differ in their smoothing."""
    still, live = picture("rest"), picture("live")
    places = [(x, y) for y in range(live.height()) for x in range(live.width())]
    apart = sum(grey(still.pixelColor(*at)) - grey(live.pixelColor(*at)) for at in places)
    assert abs(apart) / len(places) < 2.5


def test_light_tints_what_lies_behind_it_and_has_no_line(picture):
    lit, plain = picture("light"), picture("above-alone")
    places = [(x, y) for y in range(plain.height()) for x in range(plain.width())]
    lines = [at for at in places if is_ink(plain.pixelColor(*at))]
    assert not any(is_ink(lit.pixelColor(*at)) for at in set(places) - set(lines))
    assert lines
    assert all(grey(lit.pixelColor(*at)) < 200 for at in lines)
    assert 0.03 * len(places) < difference(lit, plain, least=2)

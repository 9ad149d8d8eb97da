"""What is taken along: every askable point, the best picture, zones that the judge agrees with."""

import math

import pytest

from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.quiz.deck import Deck
from massage_trainer.domain.still_places import Sight, Spot
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.verdict import Grade, Target
from massage_trainer.services.export.deck_content import find_deck, read_deck
from massage_trainer.services.export.whole_file import ExportError, write_whole
from massage_trainer.services.export.zones import choose_part, least_radius, outline
from massage_trainer.services.still_places import read_map, read_places
from tests.export_examples import PLATES, assets, shipped_deck
from tests.quiz_examples import shipped_source


def test_every_point_that_a_picture_shows_is_taken_along_and_the_others_are_told():
    deck = shipped_deck()
    points = shipped_source().catalog.points.values()
    asked = {point.code for point in points if point.practice}
    assert {item.code for item in deck.items} | set(deck.left_out) == asked
    assert "SI9" in deck.left_out


@pytest.mark.parametrize("close", [False, True])
def test_every_place_of_the_point_that_the_picture_shows_is_right(close):
    for item in shipped_deck(close=close).items:
        files = item.still.files
        places = read_places(PLATES, files.places, item.still.plate_id)
        places = places.mirrored() if files.mirrored else places
        seen = {
            (site.key, side)
            for site in item.point.sites
            for side, spot in places.points.get(site.key, {}).items()
            if spot.sight is Sight.VISIBLE
        }
        assert {(zone.site, zone.side) for zone in item.zones} == seen
        for zone in item.zones:
            for x, y in (zone.at, *zone.corners):
                assert -1e-9 <= x <= 1 + 1e-9, item.code
                assert -1e-9 <= y <= 1 + 1e-9, item.code


@pytest.mark.parametrize("code", ["BL23", "GV4", "GB34", "GB21", "BL60", "SI11"])
def test_the_judge_agrees_with_the_outline(code):
    """Just within it is a hit, well without is none: by the same map that a click goes through."""
    item = next(item for item in shipped_deck().items if item.code == code)
    files = item.still.files
    found = read_map(PLATES, read_places(PLATES, files.places).map_file)
    position_map = found.reversed() if files.mirrored else found
    judge = shipped_source().judges.points(ClientBody.MAN)
    within, without, total = 0, 0, 0
    for zone in item.zones:
        for corner in zone.corners:
            total += 1
            for share, wanted in ((0.8, True), (1.35, False)):
                spot = tuple(a + share * (c - a) for a, c in zip(zone.at, corner, strict=True))
                verdict = judge.judge(Target(code), position_map.place_at(spot))
                is_right = (verdict.grade is Grade.HIT) is wanted
                within += is_right and wanted
                without += is_right and not wanted
    assert within >= 0.95 * total
    assert without >= 0.95 * total


def test_the_same_deck_is_the_same_every_time():
    source = shipped_source()
    deck = find_deck(source, "lesson:lumbar-acupressure")
    one, other = (read_deck(source, deck, PLATES, assets().index) for _ in range(2))
    assert one == other


def test_where_the_part_of_a_still_lies_does_not_tell_where_the_answer_is():
    """In the middle it would be found without knowing anything."""
    ats = [zone.at for item in shipped_deck(close=True).items for zone in item.zones[:1]]
    for axis in (0, 1):
        middle = sum(at[axis] for at in ats) / len(ats)
        spread = math.sqrt(sum((at[axis] - middle) ** 2 for at in ats) / len(ats))
        assert spread > 0.12
    assert len({item.part for item in shipped_deck(close=True).items}) > 8


def test_an_outline_is_as_large_as_the_hit():
    spot = Spot((0.5, 0.5), Sight.VISIBLE, (0.02, 0.0), (0.0, 0.04))
    corners = outline(spot, 0.5)
    assert min(x for x, _ in corners) == pytest.approx(0.49)
    assert max(y for _, y in corners) == pytest.approx(0.52)
    assert least_radius(spot, 0.5, 1000, 500) == pytest.approx(10)


def test_what_does_not_fit_into_a_part_is_shown_whole():
    part = choose_part([[(0.02, 0.5), (0.98, 0.5)]], "BL23", (2000, 1333))
    assert (part.left, part.top, part.width, part.height) == (0, 0, 2000, 1333)


def test_an_outline_that_leaves_the_still_ends_at_its_edge():
    spot = Spot((0.995, 0.5), Sight.VISIBLE, (0.02, 0.0), (0.0, 0.02))
    assert max(x for x, _ in outline(spot, 0.5)) == 1.0


@pytest.mark.parametrize(
    ("wanted", "meant"),
    [("chanel:BL", "channel:BL"), ("BL", "channel:BL"), ("lumbar-acupresure", "lesson:lumbar")],
)
def test_an_unknown_deck_is_refused_with_the_nearest_name(wanted, meant):
    with pytest.raises(ExportError, match="did you mean") as caught:
        find_deck(shipped_source(), wanted)
    assert meant in caught.value.text.en
    assert "có phải" in caught.value.text.vi
    assert meant in caught.value.text.vi


def test_a_deck_without_a_place_is_refused_in_a_sentence():
    deck = Deck("placeless", LocalizedText("x", "x"), ("ASHI",))
    with pytest.raises(ExportError, match="holds no point"):
        read_deck(shipped_source(), deck, PLATES, assets().index)


def test_a_file_is_replaced_as_a_whole(tmp_path):
    path = tmp_path / "deck.csv"
    path.write_bytes(b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["deck.csv"]


def test_what_cannot_be_written_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "deck.csv"
    path.write_bytes(b"old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ExportError, match=r"deck\.csv \(No space left") as caught:
        write_whole(path, b"new")
    assert caught.value.text.vi.startswith("Không ghi được")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["deck.csv"]


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(ExportError, match="Cannot write"):
        write_whole(tmp_path / "gone" / "deck.csv", b"new")

"""The quiz's own spots lie where they should: in their zones, or outside of all."""

import math

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.picture_places import fraction_of
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.quiz.kinds.wrong import faults, is_measured_beside_spine
from massage_trainer.domain.quiz.kinds.zone import INSIDE, TOPICS
from massage_trainer.domain.quiz.spots import SPOTS
from massage_trainer.domain.still_places import Sight
from massage_trainer.services.plates import read_plate_index
from massage_trainer.services.resources import assets_dir
from massage_trainer.services.still_places import read_still
from tests.quiz_examples import shipped_source

PLATES = assets_dir() / "plates"
INDEX = read_plate_index(PLATES)


def is_inside(at, runs):
    """Even-odd rule over the outline as the picture draws it."""
    x, y = at
    points = [point for run in runs for point in run.points]
    crossings = 0
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            crossings += 1
    return crossings % 2 == 1


def zones_at(plate, side, place=None, key=""):
    """The zones of the picture that a place, or the place with this key, lies in."""
    still = INDEX.still(plate, side)
    reading = read_still(PLATES, still.files.places)
    places, positions = reading.places, reading.position_map
    if still.files.mirrored:
        places, positions = places.mirrored(), positions.reversed()
    if key:
        sides = places.points.get(key) or places.landmarks[key]
        spot = sides.get(Side.LEFT) or sides[Side.MIDLINE]
        assert spot.sight is Sight.VISIBLE
        at = spot.at
    else:
        at = fraction_of(positions, place)
        assert at is not None
    return {
        zone
        for zone, sides in places.zones.items()
        if any(is_inside(at, runs) for runs in sides.values())
    }


@pytest.mark.parametrize(
    ("name", "plate", "expected"),
    [
        ("C01", "points-back", set()),
        ("C02", "points-back", set()),
        ("kidney", "points-loin-buttock", {"kidney"}),
        ("sciatic-notch", "points-loin-buttock", {"sciatic-notch"}),
    ],
)
def test_a_spot_lies_in_its_zone_alone(name, plate, expected):
    place = shipped_source().pictures.spots[name].places[ClientBody.MAN]
    assert zones_at(plate, None, place) == expected


@pytest.mark.parametrize("zone", INSIDE)
def test_the_places_named_for_a_zone_lie_in_it(zone):
    plate = "points-leg-back" if zone == "popliteal-fossa" else "points-back"
    for key in INSIDE[zone]:
        assert zones_at(plate, None, key=key) == {zone}, key


def test_every_zone_of_the_catalogue_can_be_asked():
    source = shipped_source()
    assert set(TOPICS) == set(source.catalog.zones)
    assert set(source.catalog.zones) == {*INSIDE, *(set(SPOTS) & set(source.catalog.zones))}


@pytest.mark.parametrize("name", SPOTS)
def test_a_spot_names_what_the_catalogue_has(name):
    catalog = shipped_source().catalog
    assert name in catalog.corrections or name in catalog.zones
    assert SPOTS[name].site in catalog.points


@pytest.mark.parametrize("name", ["C01", "C02"])
def test_fifteen_centimetres_are_fifteen_centimetres_of_skin(name):
    source = shipped_source()
    x, y, z = source.pictures.spots[name].places[ClientBody.MAN]
    middle = source.rest["L2" if name == "C01" else "L4"].at
    assert 0.12 < math.dist((x, y, z), middle) <= 0.15
    assert abs(z - middle[2]) < 0.01


def test_the_slip_at_the_hip_lies_nearer_to_the_wrong_end():
    source = shipped_source()
    place = source.pictures.spots["C04"].places[ClientBody.MAN]
    ends = [source.rest[name].at for name in ("greater-trochanter", "sacral-hiatus")]
    far, near = (math.dist(place, end) for end in ends)
    assert far == pytest.approx(2 * near, rel=0.35)


def test_a_fault_is_what_it_is_called():
    """Seen from the point: farther out, nearer in, higher, lower, on the midline, or right."""
    source = shipped_source()
    for point in source.placed_points():
        if not is_measured_beside_spine(point, source):
            continue
        own = source.rest[point.sites[0].key]
        for fault in faults(point, source):
            x, _, z = (a - b for a, b in zip(source.rest[fault.key].at, own.at, strict=True))
            out, up = x / own.cun_m, z / own.cun_m
            told = {
                "nothing": out == up == 0,
                "on-spine": source.rest[fault.key].at[0] == pytest.approx(0, abs=0.002),
                "too-far": out > 0.4 and abs(up) < 0.4,
                "too-near": out < -0.4 and abs(up) < 0.4,
                "too-high": up > 0.9 and abs(out) < 0.6,
                "too-low": up < -0.9 and abs(out) < 0.6,
            }
            assert told[fault.reason], (point.code, fault, out, up)

"""Broken files about the body: mistakes with their place, never a crash, never a hang."""

import json
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from massage_trainer.domain.catalog import Catalog
from massage_trainer.domain.errors import ContentError
from massage_trainer.services.content.catalog_loader import load_catalog
from massage_trainer.services.content.codec import decode, encode
from tests.faults.test_bad_yaml import BOMB, mutate
from tests.unit.services.content.small_content import CATALOG, write_catalog

BODY = ("landmarks", "spans", "points", "zones", "body_regions", "point_cautions", "point_names")
PATIENCE_S = 5.0  # of this process: other tests run beside it
ACCIDENTS = 150


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A catalogue without mistakes; each test breaks one file of it for a moment."""
    return write_catalog(tmp_path_factory.mktemp("bad") / "catalog")


def told(folder, stem, text):
    """Read a catalogue with one changed file; what is left must be a catalogue all the same."""
    path = folder / f"{stem}.yaml"
    path.write_text(text, encoding="utf-8", errors="replace")
    start = time.process_time()
    loaded = load_catalog(folder, "catalog")
    path.write_text(CATALOG[stem], encoding="utf-8")
    assert time.process_time() - start < PATIENCE_S
    for error in loaded.errors:
        assert isinstance(error, ContentError)
        assert str(error).startswith("catalog/")
        assert error.where.line >= 1
        assert error.where.column >= 1
        assert len(str(error)) < 700
    assert decode(Catalog, json.loads(json.dumps(encode(loaded.catalog)))) == loaded.catalog
    return [str(error) for error in loaded.errors]


def test_a_hundred_and_fifty_accidents_are_told_or_harmless(folder):
    dice = random.Random(3)
    broken = 0
    for _ in range(ACCIDENTS):
        stem = dice.choice(BODY)
        text = mutate(CATALOG[stem], dice)
        broken += bool(told(folder, stem, text))
    assert broken > ACCIDENTS // 3


@pytest.mark.parametrize("stem", BODY)
@pytest.mark.parametrize(
    "text",
    [
        BOMB.decode(),
        "[" * 100_000,
        "landmarks: &a [*a]\n",
        "{a: " * 50_000,
        "points:\n" + "  - x\n" * 50_000,
        "zones:\n  - {id: a, corners: [" + "{kind: at, of: a}," * 20_000 + "]}\n",
        "points: {code: BL23}\n",
        "landmarks: [[], {}, null, {id: []}, {id: {}}, {construct: {kind: {}}}]\n",
    ],
    ids=lambda text: text[:20],
)
def test_a_hostile_file_is_refused(folder, stem, text):
    assert told(folder, stem, text)


def test_very_many_places_in_a_row_take_no_long_time(folder):
    entry = """\
  - id: p{0}
    name: {{vi: A, en: B}}
    find: {{vi: A, en: B}}
    found: so
    side: both
    construct: {{kind: at, of: p{1}}}
    axes: [lateral, caudal]
"""
    places = "".join(entry.format(number, (number + 1) % 4_000) for number in range(4_000))
    found = told(folder, "landmarks", CATALOG["landmarks"] + places)
    assert len(found) == 1
    way = "p0 -> p1 -> p2 -> p3 -> … -> p3999 -> p0"
    assert found[0] == f"catalog/landmarks.yaml:37:16: p0 depends on itself: {way}"


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=12,
)
constructions = st.fixed_dictionaries(
    {"kind": st.sampled_from(["on", "at", "level", "between", "along", "walk", "cross"])},
    optional={
        **{key: st.sampled_from(["L2", "T7", "BL23", "EX-B2@L2"]) | values for key in "ab"},
        **{key: st.sampled_from(["L2", "T7"]) | values for key in ("of", "from", "level")},
        **dict.fromkeys(("corners", "shares", "go", "span", "levels"), values),
        **{key: st.floats(-1, 30) | values for key in ("share", "cun", "lateral_cun")},
    },
)
POINT = {
    "code": "BL23",
    "gloss": {"vi": "a", "en": "b"},
    "find": {"vi": "a", "en": "b"},
    "region": "lumbar",
    "side": "both",
    "shown": "skin",
    "axes": ["lateral", "caudal"],
    "source": {"vi": "a", "en": "b"},
    "sure": "high",
}


@settings(deadline=None)  # the disk is as fast as it is
@given(
    constructions | values,
    st.dictionaries(
        st.sampled_from([*POINT, "checks", "cautions", "level_with", "alternative", "also_vi"]),
        values,
        max_size=2,
    ),
)
def test_any_value_of_a_wrong_kind_is_told(folder, construct, changes):
    point = {**POINT, "construct": construct, **changes}
    told(folder, "points", json.dumps({"points": [point]}, ensure_ascii=False))

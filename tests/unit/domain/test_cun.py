"""Cun are shares of one body: sizes, conversions, and which span tells a distance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.construction import (
    Along,
    At,
    Between,
    Go,
    Level,
    OnMesh,
    Stride,
    Walk,
)
from massage_trainer.domain.cun import (
    governing_span,
    is_along_limb,
    metres_per_cun,
    own_span,
)

LENGTHS = st.floats(0.001, 3.0)
CUNS = st.floats(0.1, 75.0)
FIXED = OnMesh((0, 1, 2), (0.2, 0.3, 0.5))


@given(LENGTHS, CUNS)
def test_a_span_is_as_many_cun_long_as_it_says(length, cun):
    assert cun * metres_per_cun(length, cun) == pytest.approx(length)


@given(LENGTHS, CUNS, st.floats(0.2, 5.0))
def test_a_body_of_another_size_has_the_same_cun(length, cun, size):
    """What is measured in cun does not change when the whole body grows."""
    grown = metres_per_cun(length * size, cun)
    assert 0.05 * size / grown == pytest.approx(0.05 / metres_per_cun(length, cun))


@pytest.mark.parametrize(("length", "cun"), [(0.0, 3.0), (-0.1, 3.0), (0.1, 0.0)])
def test_no_cun_without_a_span(length, cun):
    with pytest.raises(ValueError, match="a span has"):
        metres_per_cun(length, cun)


def test_only_limbs_have_a_near_and_a_far_end():
    assert is_along_limb((Go.LATERAL, Go.DISTAL))
    assert is_along_limb((Go.ANTERIOR, Go.PROXIMAL))
    assert not is_along_limb((Go.LEFT, Go.CAUDAL))


def test_a_construction_is_measured_in_its_own_span():
    for construction in (
        Level("L2", 1.5, "back"),
        Along("BL36", "BL40", 6, "back"),
        Walk("BL40", (Stride(Go.DISTAL, 2),), "back"),
    ):
        assert own_span(construction, {}) == "back"


def test_or_in_the_span_of_what_it_is_built_on():
    known = {
        "BL55": Along("BL40", "tendon", 2, "leg"),
        "BL57": At("BL55"),
        "tendon": FIXED,
    }
    assert own_span(Between("tendon", "BL57", 0.5), known) == "leg"
    assert own_span(Between("tendon", "tendon", 0.5), known) == ""
    assert own_span(At("unknown"), known) == ""


def test_a_ring_of_constructions_has_no_span():
    assert own_span(At("a"), {"a": At("b"), "b": At("a")}) == ""


@given(st.permutations([("back", False), ("thigh", True), ("leg", True), ("head", False)]))
def test_the_nearest_span_of_the_same_kind_governs(nearest):
    for limb in (False, True):
        first = next(span for span, along_limb in nearest if along_limb == limb)
        assert governing_span("", nearest, on_limb=limb) == first
    assert governing_span("back", nearest, on_limb=True) == "back"


def test_a_body_with_spans_of_one_kind_uses_them_everywhere():
    assert governing_span("", [("back", False)], on_limb=True) == "back"
    with pytest.raises(ValueError, match="no span"):
        governing_span("", [], on_limb=True)

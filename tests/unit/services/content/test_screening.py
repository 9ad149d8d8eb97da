"""The six lines read from their file; a mistake is told with its line, and no question is lost."""

import pytest

from massage_trainer.domain.screening import Targets, Weight
from massage_trainer.domain.text import LocalizedText
from massage_trainer.services.content.catalog_loader import load_catalog
from tests.unit.services.content.small_content import CATALOG, replaced


@pytest.fixture
def load(tmp_path):
    def read(*changes):
        for stem, text in CATALOG.items():
            content = replaced(text, *changes) if stem == "screening" else text
            (tmp_path / f"{stem}.yaml").write_text(content, encoding="utf-8")
        loaded = load_catalog(tmp_path, "catalog")
        return loaded.catalog.screening, [str(error) for error in loaded.errors]

    return read


def test_lines_and_findings_come_in_order_with_their_reasons(load):
    (line,), errors = load()
    assert errors == []
    assert (line.id, line.text.en, line.covers) == ("health", "Asked about illness", ("leg-check",))
    bones, no_yes = line.findings
    assert bones.reason == LocalizedText("Không ấn xương", "Not on bone")  # of its caution
    assert bones.leave_out == Targets(points=("BL23",), steps=("rub",))
    assert (bones.weight, bones.urgent, bones.of_room) == (Weight.NOTE, False, False)
    assert (no_yes.weight, no_yes.urgent, no_yes.of_room) == (Weight.STOP, True, True)
    assert no_yes.reason.en == "Not done"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("weight: note", "weight: some", "unknown weight 'some'"),
        ("caution: K1", "coution: K1", "unknown key 'coution' (did you mean 'caution'?)"),
        ("        reason: {vi: Không làm, en: Not done}\n", "", "no reason (name a caution"),
        ("points: [", "point: [", "unknown key 'point' (did you mean 'points'?)"),
        ("id: no-yes", "id: weak-bones", "'weak-bones' is there twice"),
    ],
)
def test_a_mistake_is_told_with_its_place(load, old, new, told):
    lines, errors = load((old, new))
    assert any(error.startswith("catalog/screening.yaml:") and told in error for error in errors)
    assert lines == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("BL23", "BL99", "unknown acupoint 'BL99'"),
        ("points: [BL23]", "regions: [lumbal]", "unknown region 'lumbal' (did you mean"),
        ("caution: K1", "caution: K7", "unknown caution 'K7'"),
    ],
)
def test_an_unknown_name_is_told_and_the_question_stays(load, old, new, told):
    (line,), errors = load((old, new))
    assert [told in error for error in errors] == [True]
    assert [finding.id for finding in line.findings] == ["weak-bones", "no-yes"]
    assert line.findings[0].reason.en in ("Not on bone", "Weak bones")

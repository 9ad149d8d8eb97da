"""The catalogue: what is read, and every mistake in its files."""

import pytest

from massage_trainer.domain.catalog import Choice, Correction, Question, Severity
from massage_trainer.domain.text import LocalizedText
from tests.unit.services.content.small_content import CATALOG, read_catalog, replaced


def errors(tmp_path, **changed):
    return [str(error) for error in read_catalog(tmp_path, **changed).errors]


def test_the_catalogue_is_read_as_it_is_written(tmp_path):
    loaded = read_catalog(tmp_path)
    assert loaded.errors == ()
    catalog = loaded.catalog
    assert list(catalog.strokes) == ["xat", "day-an"]
    assert catalog.strokes["xat"].how == LocalizedText("Trượt trên da", "Slides on the skin")
    assert catalog.regions["buttock"].name == LocalizedText("Mông", "Buttock")
    assert catalog.positions["prone"].name.en == "Prone"
    assert catalog.cautions["K1"].text.en == "Not on bone"
    assert catalog.corrections["C01"] == Correction(
        "C01",
        Severity.DANGER,
        "15cm",
        LocalizedText("1,5 thốn", "1.5 cun"),
        LocalizedText("Dịch sai", "A slip of the translation"),
    )
    assert catalog.sentences["S2.1"].section == "2"
    assert catalog.questions["leg-first"] == Question(
        "leg-first",
        LocalizedText("Chân nào trước?", "Which leg first?"),
        (
            Choice("right-first", LocalizedText("Phải", "Right")),
            Choice("left-first", LocalizedText("Trái", "Left")),
        ),
        "right-first",
    )
    assert loaded.vocabulary.choices == {"leg-first": ("right-first", "left-first")}
    assert loaded.vocabulary.defaults == {"leg-first": "right-first"}


@pytest.mark.parametrize(
    ("stem", "old", "new", "expected"),
    [
        ("strokes", "strokes:", "stroks:", "1:1: unknown key 'stroks' (did you mean 'strokes'?)"),
        ("strokes", "how: {vi: Ấn", "hw: {vi: Ấn", "7:5: unknown key 'hw' (did you mean 'how'?)"),
        ("strokes", "id: day-an", "id: xat", "5:5: stroke 'xat' is there twice"),
        ("strokes", "  - id: day-an\n    name", "  - name", "5:5: missing id"),
        ("strokes", ", en: Rubbing", "", "3:11: missing translation: en"),
        ("regions", "- {id: lumbar, ", "- {id: , ", "2:10: expected text, found nothing"),
        (
            "positions",
            "[{id: prone",
            "[prone, {id: prone",
            "1:13: expected a mapping, found text (write key: value)",
        ),
        (
            "points",
            "    find: {vi: Dưới gai",
            "    fnd: {vi: Dưới gai",
            "4:5: unknown key 'fnd' (did you mean 'find'?)",
        ),
        (
            "points",
            "code: ASHI",
            "code: BL99",
            "41:5: BL99 has no names (see catalog/point_names.yaml)",
        ),
        ("safety", "text:", "txt:", "1:21: unknown key 'txt' (did you mean 'text'?)"),
        (
            "corrections",
            "severity: danger",
            "severity: bad",
            "3:15: unknown severity 'bad' (known: danger, unclear, wrong)",
        ),
        ("article", 'section: "2", ', "", "1:13: missing section"),
        (
            "questions",
            "default: right-first",
            "default: right",
            "4:14: unknown choice 'right' (did you mean 'right-first'?)",
        ),
        (
            "questions",
            "      - {id: left-first, text: {vi: Trái, en: Left}}\n",
            "",
            "6:7: a question needs two choices or more",
        ),
        (
            "questions",
            "id: left-first",
            "id: right-first",
            "7:9: choice 'right-first' is there twice",
        ),
    ],
)
def test_a_mistake_in_the_catalogue(tmp_path, stem, old, new, expected):
    found = errors(tmp_path, **{stem: replaced(CATALOG[stem], (old, new))})
    assert found == [f"catalog/{stem}.yaml:{expected}"]


def test_mistakes_of_all_files_are_told_at_once_and_the_rest_is_usable(tmp_path):
    loaded = read_catalog(
        tmp_path,
        strokes=replaced(CATALOG["strokes"], (", en: Rubbing", "")),
        regions="regions: [\n",
        positions="",
    )
    assert [str(error).split(": ", 1)[0] for error in loaded.errors] == [
        "catalog/strokes.yaml:3:11",
        "catalog/regions.yaml:2:1",
        "catalog/positions.yaml:1:1",
    ]
    assert list(loaded.catalog.strokes) == ["day-an"]
    assert loaded.vocabulary.strokes.broken == {"xat"}
    assert loaded.vocabulary.strokes.readable
    assert not loaded.vocabulary.regions.readable
    assert list(loaded.catalog.points) == ["BL23", "GB30", "EX-B2", "ASHI"]


def test_a_missing_file_is_a_mistake(tmp_path):
    read_catalog(tmp_path)
    (tmp_path / "catalog" / "safety.yaml").unlink()
    from massage_trainer.services.content.catalog_loader import load_catalog

    (error,) = load_catalog(tmp_path / "catalog", "catalog").errors
    assert str(error) == "catalog/safety.yaml:1:1: cannot be read: No such file or directory"


def test_a_point_without_a_name_is_no_point(tmp_path):
    loaded = read_catalog(
        tmp_path, point_names=replaced(CATALOG["point_names"], ("zh: 腎俞, ", ""))
    )
    assert [str(error) for error in loaded.errors] == [
        "catalog/point_names.yaml:2:5: missing zh",
        "catalog/points.yaml:2:5: BL23 has no names (see catalog/point_names.yaml)",
    ]
    assert list(loaded.catalog.points) == ["GB30", "EX-B2", "ASHI"]

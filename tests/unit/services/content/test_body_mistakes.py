"""Landmarks, spans, points and zones: every mistake in them, with its file, line and column."""

import pytest

from tests.unit.services.content.small_content import CATALOG, read_catalog, replaced

MISTAKES = [
    (
        "points",
        "construct: {kind: level, level: L2, lateral_cun: 1.5, span: back}",
        "construct: [L2]",
        "8:16: expected a mapping, found a list (write key: value)",
    ),
    (
        "points",
        "levels: [T7, L2], lateral_cun: 0.5, span: back}",
        "levels: [T7, L2], lateral_cun: 0.5, span: back}\n    level_with: [T7]",
        "38:17: level_with does not go with many levels",
    ),
    ("points", ", within_cun: 0.5}", "}", "22:14: missing within_cun"),
    ("points", ", within_cun: 0.5}", ", within_cun: 5}", "22:88: 5 is not between 0.01 and 3"),
    (
        "points",
        "b: scapula-border, cun: 4",
        "b: scapula-bordr, cun: 4",
        "22:40: unknown landmark or point 'scapula-bordr' (did you mean 'scapula-border'?)",
    ),
    (
        "points",
        "axes: [lateral, caudal]",
        "axes: [lateral]",
        "9:11: directions given: 1, needed: 2 (across and along, for example [lateral, caudal])",
    ),
    (
        "points",
        "axes: [lateral, caudal]",
        "axes: [caudal, lateral]",
        "9:11: caudal does not lead across (first across, then along)",
    ),
    (
        "points",
        "axes: [lateral, caudal]",
        "axes: [lateral, medial]",
        "9:11: medial does not lead along (first across, then along)",
    ),
    (
        "points",
        "axes: [lateral, caudal]",
        "axes: [anterior, posterior]",
        "9:11: anterior and posterior are one line (first across, then along)",
    ),
    (
        "points",
        "axes: [lateral, caudal]",
        "axes: [lateral, down]",
        "9:21: unknown direction 'down' (known: anterior, caudal, cranial, distal, lateral, left, "
        "medial, posterior)",
    ),
    (
        "points",
        "axes: [lateral, caudal]",
        "axes: [left, caudal]",
        "9:11: left is another way on each side (write lateral or medial)",
    ),
    (
        "points",
        "axes: [lateral, caudal]",
        "axes: lateral",
        "9:11: expected a list, found text (write [one, two] or - one)",
    ),
    (
        "landmarks",
        "axes: [left, caudal]",
        "axes: [lateral, caudal]",
        "8:11: the midline has no lateral side (write left or right)",
    ),
    ("points", "shown: skin", "shown: text", "8:16: construct does not go with shown: text"),
    (
        "points",
        "shown: skin",
        "shown: skn",
        "7:12: unknown way to show a point 'skn' (did you mean 'skin'?)",
    ),
    (
        "points",
        "    construct: {kind: level, level: L2, lateral_cun: 1.5, span: back}\n",
        "",
        "2:5: missing construct (or write shown: text)",
    ),
    ("points", "    axes: [lateral, caudal]\n", "", "2:5: missing axes"),
    (
        "points",
        "side: both",
        "side: none",
        "6:11: side: none goes with shown: text only (write both or midline)",
    ),
    (
        "points",
        "side: both",
        "side: left",
        "6:11: unknown side 'left' (known: both, midline, none)",
    ),
    (
        "points",
        "shown: text",
        "shown: cloth",
        [
            "41:5: missing construct, axes (or write shown: text)",
            "45:11: side: none goes with shown: text only (write both or midline)",
        ],
    ),
    (
        "landmarks",
        "side: midline",
        "side: none",
        "6:11: unknown side 'none' (known: both, midline)",
    ),
    (
        "points",
        "level_with: [EX-B2@L2]",
        "level_with: [EX-B2@L3]",
        "21:18: unknown landmark or point 'EX-B2@L3' (did you mean 'EX-B2@L2'?)",
    ),
    (
        "points",
        "level_with: [EX-B2@L2]",
        "level_with: [ASHI]",
        "21:18: ASHI is shown as text, it has no place",
    ),
    ("points", "level_with: [EX-B2@L2]", "level_with: [GB30]", "21:17: GB30 is level with itself"),
    (
        "points",
        "level_with: [EX-B2@L2]",
        "level_with: GB30",
        "21:17: expected a list, found text (write [one, two] or - one)",
    ),
    (
        "points",
        "cautions: [kidney]",
        "cautions: [kidny]",
        "23:16: unknown caution of a point 'kidny' (did you mean 'kidney'?)",
    ),
    (
        "points",
        "region: lumbar",
        "region: lumbr",
        "5:13: unknown region of the body 'lumbr' (did you mean 'lumbar'?)",
    ),
    (
        "points",
        "hit: 0.4, near: 0.8",
        "hit: 0.9, near: 0.8",
        "28:26: the hit of 0.9 cun is wider than the near of 0.8",
    ),
    ("points", "hit: 0.4, near: 0.8", "hit: 0, near: 0.8", "28:26: 0 is not between 0.01 and 3"),
    ("points", "hit: 0.4, near: 0.8", "hit: 0.4", "28:20: missing near"),
    (
        "points",
        "practice: true",
        "practice: no",
        "18:15: unknown value of practice 'no' (known: false, true)",
    ),
    (
        "points",
        "sure: high",
        "sure: certain",
        "11:11: unknown degree of sureness 'certain' (known: high, low, medium)",
    ),
    ("points", "    sure: high\n", "", "2:5: missing sure"),
    ("points", "      text: {vi: Cách khác, en: Another way}\n", "", "25:7: missing text"),
    ("points", "      construct: {kind: at, of: BL23}\n", "", "25:7: missing construct"),
    (
        "points",
        "construct: {kind: at, of: BL23}",
        "construct: {kind: at, of: BL24}",
        "25:33: unknown landmark or point 'BL24' (did you mean 'BL23'?)",
    ),
    (
        "points",
        "also_vi: [Hoàn khiếu]",
        "also_vi: [Hoàn khiếu, Hoàn khiếu]",
        "27:27: 'Hoàn khiếu' is given twice",
    ),
    (
        "points",
        "code: EX-B2",
        "code: GB30",
        [
            "21:18: unknown landmark or point 'EX-B2@L2' (known: BL23, GB30, L2, T7, "
            "scapula-border, spine-at-scapula)",
            "31:5: acupoint 'GB30' is there twice",
        ],
    ),
    (
        "spans",
        "b: scapula-border",
        "b: scapula-bordr",
        "5:8: unknown landmark or point 'scapula-bordr' (did you mean 'scapula-border'?)",
    ),
    ("spans", "b: scapula-border", "b: spine-at-scapula", "5:8: from spine-at-scapula to itself"),
    ("spans", "cun: 3", "cun: 0", "6:10: 0 is not between 0.01 and 75"),
    (
        "spans",
        "along: skin",
        "along: skn",
        "7:12: unknown way of measuring 'skn' (did you mean 'skin'?)",
    ),
    ("landmarks", "    found: picked\n", "", "9:5: missing found"),
    (
        "landmarks",
        "level_with: [scapula-border]",
        "level_with: [scapula-bordr]",
        "23:18: unknown landmark or point 'scapula-bordr' (did you mean 'scapula-border'?)",
    ),
    (
        "zones",
        "      - {kind: level, level: L2, lateral_cun: -0.4, span: back}\n",
        "",
        "7:7: an outline needs three corners or more",
    ),
    (
        "zones",
        "level: L2, lateral_cun: 2",
        "level: L22, lateral_cun: 2",
        "8:30: unknown landmark or point 'L22' (did you mean 'L2'?)",
    ),
    (
        "zones",
        "    why: {vi: Xương sườn 12 gãy được, en: The 12th rib can break}\n",
        "",
        "2:5: missing why",
    ),
    ("zones", "lateral_cun: -0.4", "lateral_cun: -40", "9:47: -40 is not between -20 and 20"),
    ("point_cautions", "text:", "txt:", "1:25: unknown key 'txt' (did you mean 'text'?)"),
]


def errors(tmp_path, **changed):
    return [str(error) for error in read_catalog(tmp_path, **changed).errors]


@pytest.mark.parametrize(("stem", "old", "new", "expected"), MISTAKES)
def test_a_mistake_in_the_body(tmp_path, stem, old, new, expected):
    found = errors(tmp_path, **{stem: replaced(CATALOG[stem], (old, new))})
    expected = [expected] if isinstance(expected, str) else expected
    assert found == [f"catalog/{stem}.yaml:{line}" for line in expected]


@pytest.mark.parametrize(
    ("stem", "old", "new", "expected"),
    [
        (
            "spans",
            "id: back",
            "id: Back",
            "'Back' is not an id (lower-case letters, digits, dashes)",
        ),
        (
            "landmarks",
            "id: scapula-border",
            "id: Scapula_border",
            "'Scapula_border' is not an id (lower-case letters, digits, dashes; a vertebra is L2)",
        ),
        ("zones", "id: kidney", "id: KIDNEY", "'KIDNEY' is not an id"),
    ],
)
def test_an_id_that_is_none(tmp_path, stem, old, new, expected):
    found = errors(tmp_path, **{stem: replaced(CATALOG[stem], (old, new))})
    assert any(line.startswith(f"catalog/{stem}.yaml:") and expected in line for line in found)


def test_a_region_that_is_there_twice(tmp_path):
    regions = replaced(CATALOG["body_regions"], ("id: buttock", "id: lumbar"))
    assert errors(tmp_path, body_regions=regions) == [
        "catalog/body_regions.yaml:3:5: region of the body 'lumbar' is there twice",
        "catalog/points.yaml:15:13: unknown region of the body 'buttock' (known: lumbar)",
    ]


def test_what_a_broken_entry_is_needed_for_is_not_told_too(tmp_path):
    landmarks = replaced(CATALOG["landmarks"], (", en: Spine of L2", ""))
    points = replaced(CATALOG["points"], (", en: Beside the spine", ""))
    loaded = read_catalog(tmp_path, landmarks=landmarks, points=points)
    assert [str(error) for error in loaded.errors] == [
        "catalog/landmarks.yaml:3:11: missing translation: en",
        "catalog/points.yaml:32:12: missing translation: en",
    ]
    assert "L2" not in loaded.catalog.landmarks
    assert list(loaded.catalog.points) == ["BL23", "GB30", "ASHI"]
    assert loaded.vocabulary.points.broken == {"EX-B2"}
    assert loaded.marks["L2"] == "catalog/landmarks.yaml:2"


def test_a_mistake_found_beside_other_files_takes_the_entry_out(tmp_path):
    points = replaced(CATALOG["points"], ("region: lumbar", "region: lumber"))
    loaded = read_catalog(tmp_path, points=points)
    assert list(loaded.catalog.points) == ["GB30", "EX-B2", "ASHI"]
    assert loaded.vocabulary.points.broken == {"BL23"}


def test_a_landmark_that_is_not_there_is_told_and_leaves_the_words_of_the_point(tmp_path):
    """Its place cannot be found anew, but lessons that name it can be played."""
    points = replaced(CATALOG["points"], ("level: L2", "level: L3"))
    loaded = read_catalog(tmp_path, points=points)
    assert [str(error).partition(": ")[2] for error in loaded.errors] == [
        "unknown landmark or point 'L3' (did you mean 'BL23'?)"
    ]
    assert list(loaded.catalog.points) == ["BL23", "GB30", "EX-B2", "ASHI"]
    assert loaded.vocabulary.points.broken == frozenset()


@pytest.mark.parametrize(
    "stem", ["landmarks", "spans", "points", "zones", "body_regions", "point_cautions"]
)
def test_a_file_that_cannot_be_read_is_one_mistake(tmp_path, stem):
    found = errors(tmp_path, **{stem: "x: [\n"})
    problem = "not valid YAML: did not find expected node content"
    assert found == [f"catalog/{stem}.yaml:2:1: {problem}"]


def test_mistakes_of_all_files_of_the_body_are_told_at_once_from_top_to_bottom(tmp_path):
    found = errors(
        tmp_path,
        landmarks=replaced(CATALOG["landmarks"], ("a: L2, b: T7", "a: L2, b: T8")),
        points=replaced(
            CATALOG["points"],
            ("region: lumbar", "region: lumbr"),
            ("sure: medium", "sure: yes"),
            ("span: back, within", "span: leg, within"),
        ),
        zones=replaced(CATALOG["zones"], ("side: both", "side: left")),
    )
    assert [line.split(": ", 1)[0] for line in found] == [
        "catalog/landmarks.yaml:21:63",
        "catalog/points.yaml:5:13",
        "catalog/points.yaml:22:70",
        "catalog/points.yaml:30:11",
        "catalog/zones.yaml:5:11",
    ]


def test_very_many_mistakes_are_given_up_early(tmp_path):
    corner = "      - {kind: level, level: L77, lateral_cun: 2, span: bak}\n"
    found = errors(tmp_path, zones=CATALOG["zones"] + corner * 200)
    assert len(found) == 101
    assert found[-1].endswith("too many mistakes (mend these first, then check again)")

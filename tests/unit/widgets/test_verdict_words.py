"""What is said of a touched place, in both languages."""

from dataclasses import replace

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Sure
from massage_trainer.domain.construction import Go
from massage_trainer.domain.verdict import (
    Grade,
    NearPoint,
    Part,
    SideRule,
    Target,
    Verdict,
)
from massage_trainer.services.language import LanguageService
from massage_trainer.services.resources import assets_dir
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.verdict_words import cun_text, part_text, verdict_words
from tests.plate_examples import plate_catalog


@pytest.fixture(params=["vi", "en"])
def language(request, qapp):
    service = LanguageService(assets_dir() / "i18n", qapp)
    service.install(request.param)
    yield request.param
    service.install("none")


def verdict(grade, *words, cun=1.0, nearest=None, code="BL23", wrong_side=False, side=None):
    rule = side or SideRule.EITHER
    return Verdict(
        grade=grade,
        target=Target(code, rule),
        site=code,
        side=Side.LEFT,
        distance_cun=cun,
        exact=True,
        across_cun=0.0,
        along_cun=0.0,
        axes=(Go.LATERAL, Go.CAUDAL),
        words=tuple(Part(go, part) for go, part in words),
        hit_cun=0.5,
        wrong_side=wrong_side,
        nearest=nearest,
    )


def near(code, cun, side=Side.LEFT):
    return NearPoint(code, code, side, cun, exact=True)


@pytest.mark.parametrize(
    ("told", "vi", "en"),
    [
        (
            verdict(Grade.HIT, cun=0.05),
            "Đúng huyệt. Thận du (BL23).",
            "Right on it. Shènshū (BL23).",
        ),
        (
            verdict(Grade.HIT, (Go.LATERAL, 0.3), cun=0.3),
            "Đúng huyệt. Thận du (BL23): cách tâm huyệt 0,3 thốn.",
            "Right on it. Shènshū (BL23): 0.3 cun from its middle.",
        ),
        (
            verdict(Grade.NEAR, (Go.LATERAL, 0.74), cun=0.74, nearest=near("BL23", 0.74)),
            "Gần đúng. Thận du (BL23): lệch ra ngoài 0,7 thốn.",
            "Close. Shènshū (BL23): 0.7 cun too lateral.",
        ),
        (
            verdict(
                Grade.MISS,
                (Go.LATERAL, 1.5),
                (Go.CAUDAL, 0.5),
                cun=1.6,
                nearest=near("BL52", 0.04),
            ),
            "Chưa đúng. Thận du (BL23): lệch ra ngoài 1,5 thốn, lệch xuống phía chân nửa thốn. "
            "Đây là Chí thất (BL52).",
            "Not there. Shènshū (BL23): 1.5 cun too lateral, half a cun too low (caudal). "
            "This is Zhìshì (BL52).",
        ),
        (
            verdict(Grade.MISS, (Go.MEDIAL, 1.0), cun=1, nearest=near("GV4", 0.3, Side.MIDLINE)),
            "Chưa đúng. Thận du (BL23): lệch vào trong 1 thốn. "
            "Huyệt gần chỗ chạm nhất: Mệnh môn (GV4), cách 0,3 thốn.",
            "Not there. Shènshū (BL23): 1 cun too medial. "
            "Nearest here: Mìngmén (GV4), 0.3 cun away.",
        ),
        (
            verdict(Grade.MISS, cun=6.2, nearest=near("BL25", 2)),
            "Chưa đúng. Thận du (BL23): cách huyệt 6,2 thốn. "
            "Huyệt gần chỗ chạm nhất: Đại trường du (BL25), cách 2 thốn.",
            "Not there. Shènshū (BL23): 6.2 cun away. Nearest here: Dàchángshū (BL25), 2 cun away.",
        ),
        (
            verdict(Grade.OFF_BODY, cun=float("inf")),
            "Ngoài cơ thể. Hãy chạm vào cơ thể để tìm Thận du (BL23).",
            "Off the body. Touch the body to look for Shènshū (BL23).",
        ),
        (
            verdict(Grade.MISS, (Go.LATERAL, 3.0), cun=3, wrong_side=True, side=SideRule.LEFT),
            "Sai bên. Thận du (BL23): lệch ra ngoài 3 thốn. "
            "Bước này làm bên trái của người được xoa bóp.",
            "The other side. Shènshū (BL23): 3 cun too lateral. "
            "This step works on the client's left side.",
        ),
    ],
)
def test_a_verdict_in_words(language, told, vi, en):
    words = verdict_words(told, plate_catalog(), language)
    assert words.spoken.replace("..", ".") == {"vi": vi, "en": en}[language]


def test_a_grade_has_a_sign_and_a_word_never_colour_alone(language):
    catalog = plate_catalog()
    told = [verdict_words(verdict(grade), catalog, language) for grade in Grade]
    assert [words.icon for words in told] == [Icon.CHECK, Icon.NEAR, Icon.CLOSE, Icon.CLOSE]
    assert len({words.grade for words in told}) == len(Grade)


def test_every_direction_has_its_words(language):
    told = [part_text(go, "X") for go in Go]
    assert len(set(told)) == len(Go)
    assert all("X" in words for words in told)
    if language == "vi":
        assert part_text(Go.PROXIMAL, "1 thốn") == "lệch về phía gốc chi 1 thốn"
        assert part_text(Go.LEFT, "1 thốn") == "lệch 1 thốn sang bên trái của người được xoa bóp"


@pytest.mark.parametrize(
    ("cun", "vi", "en"),
    [
        (0.5, "nửa thốn", "half a cun"),
        (0.46, "nửa thốn", "half a cun"),
        (1.0, "1 thốn", "1 cun"),
        (1.5, "1,5 thốn", "1.5 cun"),
        (0.96, "1 thốn", "1 cun"),
        (0.24, "0,2 thốn", "0.2 cun"),
        (12.04, "12 thốn", "12 cun"),
    ],
)
def test_cun_to_a_tenth(language, cun, vi, en):
    assert cun_text(cun) == {"vi": vi, "en": en}[language]


@pytest.mark.parametrize("sure", Sure)
def test_what_the_books_do_not_agree_on_sends_to_the_instructor(language, sure):
    catalog = plate_catalog()
    catalog.points["BL23"] = replace(catalog.points["BL23"], sure=sure)
    words = verdict_words(verdict(Grade.HIT), catalog, language)
    asks = {"vi": "hãy hỏi giáo viên", "en": "ask your instructor"}[language]
    assert (asks in words.spoken) is (sure is not Sure.HIGH)


def test_a_point_that_the_catalogue_lost_is_named_by_its_code(language):
    words = verdict_words(
        verdict(Grade.MISS, code="XX1", nearest=near("XX2", 1)), plate_catalog(), language
    )
    assert "XX1" in words.line


def test_what_was_not_measured_along_the_skin_is_told_in_whole_cun(language):
    far = replace(verdict(Grade.MISS, (Go.CAUDAL, 12.3), (Go.LATERAL, 3.6), cun=12.8), exact=False)
    words = verdict_words(far, plate_catalog(), language)
    assert "12 " in words.line
    assert "4 " in words.line
    assert "12.3" not in words.line.replace(",", ".")
    away = verdict_words(replace(far, words=()), plate_catalog(), language)
    assert "13 " in away.line


def test_a_point_is_called_nearest_only_where_the_skin_was_measured(language):
    """Straight through a limb a point of its other side may seem the nearest."""
    through = replace(near("BL52", 4.2), exact=False)
    told = replace(verdict(Grade.MISS, (Go.CAUDAL, 9.0), cun=9.0, nearest=through), exact=False)
    assert "BL52" not in verdict_words(told, plate_catalog(), language).line

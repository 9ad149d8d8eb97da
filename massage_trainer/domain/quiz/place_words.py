"""Where a place lies, in words made from its construction, for whoever does not see the picture."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.construction import (
    Along,
    At,
    Between,
    Construction,
    Cross,
    Go,
    Level,
    OnMesh,
    Walk,
)
from massage_trainer.domain.quiz.names import filled, in_sentence, place_name, point_name
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Acupoint, Catalog
    from massage_trainer.domain.construction import Stride

_VERTEBRA: Final = re.compile(r"[CTLS]\d+")
_LEAST_TOLD_CUN: Final = 1.0  # shorter strides stand for "a little", the books give no figure
_LARGEST_PART: Final = 10

_BESIDE: Final = LocalizedText(
    "ngang {level}, cách đường giữa {cun}", "level with {level}, {cun} from the midline"
)
_BESIDE_MANY: Final = LocalizedText(
    "ngang từ {level} đến {last}, cách đường giữa {cun}",
    "level with {level} down to {last}, {cun} from the midline",
)
_ON_MIDLINE: Final = LocalizedText("trên đường giữa, ở {level}", "on the midline, at {level}")
_AT: Final = LocalizedText("ở {place}", "at {place}")
_MIDWAY: Final = LocalizedText("chính giữa đoạn từ {a} đến {b}", "midway between {a} and {b}")
_SHARE: Final = LocalizedText("ở {share} đoạn từ {a} đến {b}", "{share} of the way from {a} to {b}")
_ALONG: Final = LocalizedText("từ {a} đi về phía {b} {cun}", "{cun} from {a} towards {b}")
_WALK: Final = LocalizedText("từ {a} đi {way}", "from {a} {way}")
_CROSS: Final = LocalizedText(
    "trên đường từ {a} đến {b}, ngang {level}", "on the line from {a} to {b}, level with {level}"
)
_A_LITTLE: Final = LocalizedText("một chút", "a little")
_WAYS: Final = {
    Go.CRANIAL: LocalizedText("về phía đầu {cun}", "{cun} towards the head"),
    Go.CAUDAL: LocalizedText("về phía chân {cun}", "{cun} towards the feet"),
    Go.PROXIMAL: LocalizedText("lên phía gốc chi {cun}", "{cun} up the limb"),
    Go.DISTAL: LocalizedText("xuống phía ngọn chi {cun}", "{cun} down the limb"),
    Go.MEDIAL: LocalizedText("vào trong {cun}", "{cun} inward"),
    Go.LATERAL: LocalizedText("ra ngoài {cun}", "{cun} outward"),
    Go.ANTERIOR: LocalizedText("ra trước {cun}", "{cun} forward"),
    Go.POSTERIOR: LocalizedText("ra sau {cun}", "{cun} back"),
    Go.LEFT: LocalizedText("sang trái {cun}", "{cun} to the left"),
    Go.RIGHT: LocalizedText("sang phải {cun}", "{cun} to the right"),
}
_SHARES: Final = {
    Fraction(1, 3): LocalizedText("một phần ba", "one third"),
    Fraction(2, 3): LocalizedText("hai phần ba", "two thirds"),
    Fraction(1, 4): LocalizedText("một phần tư", "one quarter"),
    Fraction(3, 4): LocalizedText("ba phần tư", "three quarters"),
}


def cun_words(cun: float) -> LocalizedText:
    """``1,5 thốn`` and ``1.5 cun``."""
    number = f"{cun:g}"
    return LocalizedText(f"{number.replace('.', ',')} thốn", f"{number} cun")


def is_vertebra(landmark_id: str) -> bool:
    return _VERTEBRA.fullmatch(landmark_id) is not None


def level_name(place: str, catalog: Catalog) -> LocalizedText:
    """What a place is level with; a vertebra stands for the lower edge of its spine."""
    name = the_place(place, catalog)
    if not is_vertebra(place):
        return name
    return LocalizedText(f"bờ dưới {name.vi}", f"the lower edge of {name.en}")


def the_place(place: str, catalog: Catalog) -> LocalizedText:
    """A landmark or point within a sentence: ``the PSIS``, ``Ủy trung (BL40)``.

    What its name says after a comma is left out, for the sentence has commas of its own.
    """
    if place in catalog.points:
        return point_name(catalog.points[place])
    name = in_sentence(place_name(place, catalog))
    return LocalizedText(name.vi.partition(",")[0], f"the {name.en.partition(',')[0]}")


def where_words(point: Acupoint, catalog: Catalog) -> LocalizedText | None:
    """Where a point lies; of one with many places, from the first to the last of them."""
    if not point.sites:
        return None
    first, last = point.sites[0].construction, point.sites[-1].construction
    if first is last:
        return construction_words(first, catalog)
    if isinstance(first, Level) and isinstance(last, Level):
        return filled(
            _BESIDE_MANY,
            level=level_name(first.level, catalog),
            last=level_name(last.level, catalog),
            cun=cun_words(abs(first.lateral_cun)),
        )
    return None


def construction_words(construction: Construction, catalog: Catalog) -> LocalizedText | None:
    """None for a place that was picked on the body and is built from nothing."""
    match construction:
        case Level(level, cun, _):
            name = level_name(level, catalog)
            if not cun:
                return filled(_ON_MIDLINE, level=name)
            return filled(_BESIDE, level=name, cun=cun_words(abs(cun)))
        case At(of):
            gap = _ON_MIDLINE if is_vertebra(of) else _AT
            name = level_name(of, catalog)
            return filled(gap, level=name, place=name)
        case Between(a, b, share):
            part = Fraction(share).limit_denominator(_LARGEST_PART)
            ends = {"a": the_place(a, catalog), "b": the_place(b, catalog)}
            if part == Fraction(1, 2):
                return filled(_MIDWAY, **ends)
            words = _SHARES.get(part) or LocalizedText(str(part), str(part))
            return filled(_SHARE, share=words, **ends)
        case Along(a, b, cun, _):
            ends = {"a": the_place(a, catalog), "b": the_place(b, catalog)}
            return filled(_ALONG, cun=cun_words(cun), **ends)
        case Walk(start, strides, _):
            return filled(_WALK, a=the_place(start, catalog), way=_ways(strides))
        case Cross(level, a, b):
            ends = {"a": the_place(a, catalog), "b": the_place(b, catalog)}
            return filled(_CROSS, level=level_name(level, catalog), **ends)
        case OnMesh():
            return None


def _ways(strides: tuple[Stride, ...]) -> LocalizedText:
    ways = [
        filled(
            _WAYS[stride.go],
            cun=cun_words(stride.cun) if stride.cun >= _LEAST_TOLD_CUN else _A_LITTLE,
        )
        for stride in strides
    ]
    return LocalizedText(", rồi ".join(w.vi for w in ways), ", then ".join(w.en for w in ways))

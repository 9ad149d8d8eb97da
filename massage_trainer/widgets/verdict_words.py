"""What is said of a place that was touched for a point: in cun, in the words of the body."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Acupoint, Catalog, Sure
from massage_trainer.domain.construction import Go
from massage_trainer.domain.verdict import Grade, SideRule
from massage_trainer.widgets.icons import Icon

if TYPE_CHECKING:
    from massage_trainer.domain.verdict import NearPoint, Verdict

_RIGHT_ON_CUN = 0.15  # nearer than a hand can tell
_TENTHS = 10


class VerdictWords(NamedTuple):
    """The grade in a word with its sign, and the line that explains it."""

    icon: Icon
    grade: str
    line: str

    @property
    def spoken(self) -> str:
        """All in one line, for those who do not see it."""
        return ". ".join(part for part in (self.grade, self.line) if part)


def verdict_words(verdict: Verdict, catalog: Catalog, language: str) -> VerdictWords:
    """Everything there is to say, the most important first."""
    point = catalog.points.get(verdict.target.code)
    name = place_text(verdict.target.code, catalog, language)
    parts = [_where(verdict, name)]
    if verdict.wrong_side:
        parts.append(_side_asked(verdict))
    elif verdict.grade in (Grade.MISS, Grade.NEAR) and verdict.nearest:
        parts.append(_nearest(verdict, verdict.nearest, catalog, language))
    if point and point.sure is not Sure.HIGH and verdict.grade is not Grade.OFF_BODY:
        parts.append(unsure_text())
    icon, grade = _grade(verdict)
    return VerdictWords(icon, grade, " ".join(part for part in parts if part))


def point_text(point: Acupoint, language: str) -> str:
    """A point's name and code: ``Thận du (BL23)``, ``Shènshū (BL23)``."""
    name = point.name_vi if language == "vi" else point.pinyin
    return f"{name} ({point.code})"


def place_text(code: str, catalog: Catalog, language: str) -> str:
    """A point by name and code, or a landmark by its name; whatever else there is by its id."""
    if point := catalog.points.get(code):
        return point_text(point, language)
    landmark = catalog.landmarks.get(code)
    return landmark.name.in_language(language) if landmark else code


def unsure_text() -> str:
    """Stands with every point whose construction is not well documented."""
    return QCoreApplication.translate(
        "Verdict", "The books do not agree on this place: ask your instructor."
    )


def cun_text(cun: float) -> str:
    """``1.5 cun``, ``half a cun``: to a tenth."""
    whole, tenths = divmod(round(cun * _TENTHS), _TENTHS)
    if not whole and tenths == _TENTHS // 2:
        return QCoreApplication.translate("Verdict", "half a cun")
    if not tenths:
        return QCoreApplication.translate("Verdict", "{whole} cun").format(whole=whole)
    return QCoreApplication.translate("Verdict", "{whole}.{tenths} cun").format(
        whole=whole, tenths=tenths
    )


def part_text(go: Go, cun: str) -> str:
    """How far from the point in one direction of the body, ``cun`` in words."""
    texts = {
        Go.LATERAL: QCoreApplication.translate("Verdict", "{cun} too lateral"),
        Go.MEDIAL: QCoreApplication.translate("Verdict", "{cun} too medial"),
        Go.CRANIAL: QCoreApplication.translate("Verdict", "{cun} too high (cranial)"),
        Go.CAUDAL: QCoreApplication.translate("Verdict", "{cun} too low (caudal)"),
        Go.PROXIMAL: QCoreApplication.translate("Verdict", "{cun} too proximal"),
        Go.DISTAL: QCoreApplication.translate("Verdict", "{cun} too distal"),
        Go.ANTERIOR: QCoreApplication.translate("Verdict", "{cun} too far forward (anterior)"),
        Go.POSTERIOR: QCoreApplication.translate("Verdict", "{cun} too far back (posterior)"),
        Go.LEFT: QCoreApplication.translate("Verdict", "{cun} too far to the client's left"),
        Go.RIGHT: QCoreApplication.translate("Verdict", "{cun} too far to the client's right"),
    }
    return texts[go].format(cun=cun)


def _grade(verdict: Verdict) -> tuple[Icon, str]:
    if verdict.wrong_side:
        return Icon.CLOSE, QCoreApplication.translate("Verdict", "The other side")
    match verdict.grade:
        case Grade.HIT:
            return Icon.CHECK, QCoreApplication.translate("Verdict", "Right on it")
        case Grade.NEAR:
            return Icon.NEAR, QCoreApplication.translate("Verdict", "Close")
        case Grade.MISS:
            return Icon.CLOSE, QCoreApplication.translate("Verdict", "Not there")
        case Grade.OFF_BODY:
            return Icon.CLOSE, QCoreApplication.translate("Verdict", "Off the body")


def _where(verdict: Verdict, name: str) -> str:
    """The point, and where the touched place lies from it."""
    if verdict.grade is Grade.OFF_BODY:
        return QCoreApplication.translate("Verdict", "Touch the body to look for {point}.").format(
            point=name
        )
    if verdict.distance_cun < _RIGHT_ON_CUN:
        return f"{name}."
    parts = [part_text(part.go, _far_text(part.cun, verdict)) for part in verdict.words]
    if not parts:
        parts = [
            QCoreApplication.translate("Verdict", "{cun} away").format(
                cun=_far_text(verdict.distance_cun, verdict)
            )
        ]
    if verdict.grade is Grade.HIT:
        parts = [
            QCoreApplication.translate("Verdict", "{cun} from its middle").format(
                cun=cun_text(verdict.distance_cun)
            )
        ]
    way = QCoreApplication.translate("Verdict", ", ", "between two directions").join(parts)
    return QCoreApplication.translate("Verdict", "{point}: {way}.").format(point=name, way=way)


def _far_text(cun: float, verdict: Verdict) -> str:
    """What is not measured along the skin is not told to a tenth."""
    return cun_text(cun if verdict.exact else max(1, round(cun)))


def _side_asked(verdict: Verdict) -> str:
    if verdict.target.side is SideRule.LEFT:
        return QCoreApplication.translate("Verdict", "This step works on the client's left side.")
    return QCoreApplication.translate("Verdict", "This step works on the client's right side.")


def _nearest(verdict: Verdict, near: NearPoint, catalog: Catalog, language: str) -> str:
    """The point that was touched instead; nothing where it is the one asked for.

    Nothing either where the skin is not measured: straight through a limb another may be nearer.
    """
    known = near.code in catalog.points or near.code in catalog.landmarks
    same_side = near.side in (verdict.side, Side.MIDLINE)
    if not known or not near.exact or (near.code == verdict.target.code and same_side):
        return ""
    text = QCoreApplication.translate("Verdict", "Nearest here: {point}, {cun} away.")
    if near.distance_cun < _RIGHT_ON_CUN:
        text = QCoreApplication.translate("Verdict", "This is {point}.")
    name = place_text(near.code, catalog, language)
    return text.format(point=name, cun=cun_text(near.distance_cun))

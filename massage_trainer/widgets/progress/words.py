"""The words of the progress page: points and days by name, habits, confusions, and advice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from massage_trainer.domain.construction import Go
from massage_trainer.domain.progress import LANDMARKS, STROKES
from massage_trainer.domain.quiz.aim import ELSEWHERE_CUN, LEAST_ANSWERS
from massage_trainer.domain.quiz.memory import Standing
from massage_trainer.widgets.quantities import tr
from massage_trainer.widgets.verdict_words import cun_text, part_text

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.progress import GroupProgress, Progress
    from massage_trainer.domain.quiz.aim import Aim, Axes, Spread

_PAIRS_TOLD: Final = 3


def item_name(item: str, catalog: Catalog, language: str) -> str:
    """A point by its code, everything else by its name; what is in no catalogue by its id."""
    for named in (catalog.landmarks, catalog.strokes, catalog.zones):
        if item in named:
            return named[item].name.in_language(language)
    return item


def group_name(group: GroupProgress, language: str) -> str:
    if group.name is not None:
        return group.name.in_language(language)
    names = {
        LANDMARKS: QCoreApplication.translate("Progress", "Landmarks"),
        STROKES: QCoreApplication.translate("Progress", "Strokes"),
    }
    return names[group.id]


def standing_text(standing: Standing) -> str:
    match standing:
        case Standing.MASTERED:
            return QCoreApplication.translate("Progress", "mastered")
        case Standing.LEARNING:
            return QCoreApplication.translate("Progress", "learning")
        case Standing.NEW:
            return QCoreApplication.translate("Progress", "new")


def group_numbers(group: GroupProgress, letter: str, language: str) -> str:
    """One region in a line."""
    return QCoreApplication.translate(
        "Progress", "{letter} {region}: {mastered} mastered, {learning} learning, {new} new"
    ).format(
        letter=letter,
        region=group_name(group, language),
        mastered=group.count(Standing.MASTERED),
        learning=group.count(Standing.LEARNING),
        new=group.count(Standing.NEW),
    )


def day_text(day: str) -> str:
    """``23/11`` of ``2026-11-23``."""
    _, month, date = day.split("-")
    return f"{date}/{month}"


def points_text(axes: Axes) -> str:
    """The points whose places are told in these directions."""
    names = {
        (Go.LATERAL, Go.CAUDAL): QCoreApplication.translate("Progress", "Points beside the spine"),
        (Go.LEFT, Go.CAUDAL): QCoreApplication.translate("Progress", "Points on the midline"),
        (Go.LATERAL, Go.DISTAL): QCoreApplication.translate(
            "Progress", "Points on the back of the leg"
        ),
        (Go.ANTERIOR, Go.DISTAL): QCoreApplication.translate(
            "Progress", "Points on the side of the leg"
        ),
        (Go.LATERAL, Go.ANTERIOR): QCoreApplication.translate(
            "Progress", "Points on top of the shoulder"
        ),
    }
    return names.get(axes) or QCoreApplication.translate("Progress", "Other points")


def end_text(go: Go) -> str:
    """A direction at the edge of the target."""
    texts = {
        Go.LATERAL: QCoreApplication.translate("Progress", "lateral"),
        Go.MEDIAL: QCoreApplication.translate("Progress", "medial"),
        Go.CRANIAL: QCoreApplication.translate("Progress", "cranial (towards the head)"),
        Go.CAUDAL: QCoreApplication.translate("Progress", "caudal (towards the feet)"),
        Go.PROXIMAL: QCoreApplication.translate("Progress", "proximal (towards the trunk)"),
        Go.DISTAL: QCoreApplication.translate("Progress", "distal (towards the foot)"),
        Go.ANTERIOR: QCoreApplication.translate("Progress", "anterior"),
        Go.POSTERIOR: QCoreApplication.translate("Progress", "posterior"),
        Go.LEFT: QCoreApplication.translate("Progress", "left"),
        Go.RIGHT: QCoreApplication.translate("Progress", "right"),
    }
    return texts[go]


def aim_note(aim: Aim) -> str:
    """How near the places lie, in a sentence or two."""
    told = tr(
        "%n first answer(s): half lie within {half}, four out of five within {most}.",
        None,
        len(aim.places),
    ).format(half=cun_text(aim.median_cun), most=cun_text(aim.most_cun))
    if not aim.elsewhere:
        return told
    more = tr("%n more lay over {far} away and are not drawn.", None, aim.elsewhere).format(
        far=cun_text(ELSEWHERE_CUN)
    )
    return f"{told} {more}"


def aim_numbers(aim: Aim) -> tuple[str, ...]:
    """Everything about an aim, line by line."""
    rule = QCoreApplication.translate(
        "Progress",
        "A habit is told from {least} answers on, where the average is more than twice its"
        " standard error.",
    ).format(least=LEAST_ANSWERS)
    parts = zip(aim.axes, (aim.across, aim.along), strict=True)
    return (aim_note(aim), *(_spread_text(go, spread) for go, spread in parts), rule)


def advice(progress: Progress, catalog: Catalog, language: str) -> tuple[str, ...]:
    """What follows from the numbers, in sentences; habits only where there is enough to tell."""
    return (*_habits(progress), *_confusions(progress, catalog, language))


def day_numbers(progress: Progress) -> tuple[str, ...]:
    """The days on which anything was answered, the latest first."""
    return tuple(
        tr("{day}: %n question(s), {right} right at the first try", None, day.asked).format(
            day=day_text(day.day), right=day.right
        )
        for day in reversed(progress.days)
        if day.asked
    ) or (QCoreApplication.translate("Progress", "Nothing was answered in these 30 days."),)


def due_numbers(days: tuple[str, ...], counts: tuple[int, ...]) -> tuple[str, ...]:
    """The days on which anything falls due."""
    return tuple(
        tr("{day}: %n due", None, count).format(day=day)
        for day, count in zip(days, counts, strict=True)
        if count
    ) or (QCoreApplication.translate("Progress", "Nothing falls due in these 30 days."),)


def pair_text(asked: str, taken: str, count: int) -> str:
    return tr("{asked} asked, {taken} answered: %n time(s)", None, count).format(
        asked=asked, taken=taken
    )


def _spread_text(go: Go, spread: Spread) -> str:
    mean, scatter = cun_text(abs(spread.mean_cun)), cun_text(spread.deviation_cun)
    way = part_text(go if spread.mean_cun >= 0 else go.opposite, mean)
    return QCoreApplication.translate(
        "Progress", "On the average {way}; scatter {scatter}."
    ).format(way=way, scatter=scatter)


def _habits(progress: Progress) -> list[str]:
    return [
        tr(
            "{points}: on the average you are {way} (%n answer(s)). Aim a little the other way.",
            None,
            len(aim.places),
        ).format(
            points=points_text(aim.axes),
            way=QCoreApplication.translate("Progress", " and ", "between two directions").join(
                part_text(bias.go, cun_text(bias.cun)) for bias in aim.biases
            ),
        )
        for aim in progress.aims
        if aim.biases
    ]


def _confusions(progress: Progress, catalog: Catalog, language: str) -> list[str]:
    return [
        tr("You take {taken} for {asked}: %n time(s) lately.", None, pair.times).format(
            taken=item_name(pair.taken, catalog, language),
            asked=item_name(pair.item, catalog, language),
        )
        for pair in progress.confusions[:_PAIRS_TOLD]
    ]

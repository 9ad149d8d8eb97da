"""A small lesson with one of everything, and a catalogue for it, made in Python."""

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import (
    Acupoint,
    ArticleSentence,
    Catalog,
    Caution,
    Choice,
    Correction,
    CunSpan,
    Landmark,
    Place,
    Question,
    Severity,
    Shown,
    Site,
    Stroke,
    Sure,
    Zone,
)
from massage_trainer.domain.construction import Go, Level, OnMesh
from massage_trainer.domain.protocol import (
    Amount,
    Block,
    Check,
    Counted,
    CountUnit,
    Dose,
    Holds,
    Notice,
    PointHold,
    Points,
    Protocol,
    Rest,
    Status,
    Step,
    Timed,
    Words,
)
from massage_trainer.domain.text import LocalizedText

SECOND = 1_000
MINUTE = 60_000


def text(word: str) -> LocalizedText:
    return LocalizedText(f"{word} (vi)", f"{word} (en)")


def exactly(value: int, status: Status = Status.SOURCE, key: str = "") -> Amount:
    return Amount.exactly(value, status, key)


def span(least: int, most: int, key: str = "") -> Amount:
    return Amount(least, most, least, Status.SOURCE, key)


def words(name: str) -> Words:
    return Words(
        do=text(f"{name}: what the hands do"),
        practitioner=text("stand at the side"),
        contact=text("heel of the hand"),
        direction=text("downward"),
        pressure=text("light"),
        watch=text("the breath"),
        stop=text("sharp pain"),
    )


def step(name: str, dose: Dose, *sides: Side, plate: str = "prone-lumbar") -> Step:
    return Step(
        id=name,
        name=text(name),
        dose=dose,
        words=words(name),
        position_id="prone",
        plate_id=plate,
        stroke_id="xat",
        region_id="lumbar",
        sides=sides,
        cautions=("K1",),
        source=("S2.2",),
        corrections=("C10",),
        questions=("strokes-split",),
    )


def protocol(*body: Step | Block, lead_in: int = 5_000, between: int = 8_000) -> Protocol:
    return Protocol(
        id="example",
        name=text("Example lesson"),
        summary=text("One of everything"),
        needs=(text("a towel"),),
        cover="prone-lumbar",
        body=body,
        lead_in=exactly(lead_in, Status.APP_DEFAULT, "example/.lead-in"),
        between=exactly(between, Status.APP_DEFAULT, "example/.between"),
    )


def example_lesson() -> Protocol:
    """Notice, check, timed, range, holds, counts per leg, points, rest, an optional block."""
    return protocol(
        step("welcome", Notice()),
        step("check", Check((text("hands washed"), text("client asked")))),
        step("rub", Timed(exactly(2 * MINUTE, Status.APP_DEFAULT, "example/rub.time")), Side.BOTH),
        step(
            "stretch",
            Holds(
                hold=span(MINUTE, 2 * MINUTE, "example/stretch.hold"),
                times=span(3, 5, "example/stretch.times"),
                ease_in=exactly(5 * SECOND, Status.APP_DEFAULT),
                ease_out=exactly(5 * SECOND, Status.APP_DEFAULT),
                rest=exactly(15 * SECOND, Status.APP_DEFAULT),
            ),
        ),
        step(
            "bend",
            Counted(
                exactly(10, key="example/bend.count"),
                CountUnit.REPETITIONS,
                exactly(5 * SECOND, Status.APP_DEFAULT),
            ),
            Side.RIGHT,
            Side.LEFT,
        ),
        step("beat", Counted(span(3, 5, "example/beat.count"), CountUnit.PASSES), Side.BOTH),
        step("press", Points((PointHold("BL23", exactly(MINUTE)),)), Side.LEFT, Side.RIGHT),
        step("lie", Rest(span(2 * MINUTE, 3 * MINUTE, "example/lie.time"))),
        Block("more", (step("glide", Timed(exactly(MINUTE)), Side.BOTH),), optional=True),
        step("goodbye", Notice()),
    )


def acupoint(code: str, name_vi: str, pinyin: str, hanzi: str) -> Acupoint:
    """A point 1.5 cun beside L2."""
    return Acupoint(
        code=code,
        name_vi=name_vi,
        pinyin=pinyin,
        hanzi=hanzi,
        gloss=text("kidney shu"),
        find=text("beside L2"),
        region_id="lumbar",
        midline=False,
        shown=Shown.SKIN,
        practice=True,
        sites=(Site(code, Level("L2", 1.5, "back")),),
        axes=(Go.LATERAL, Go.CAUDAL),
        source=text("a standard"),
        sure=Sure.HIGH,
        cautions=("kidney",),
    )


def example_catalog() -> Catalog:
    return Catalog(
        strokes={"xat": Stroke("xat", text("rub"), text("slides on the skin"))},
        regions={"lumbar": Place("lumbar", text("loin"))},
        positions={"prone": Place("prone", text("face down"))},
        points={
            "BL23": acupoint("BL23", "Thận du", "Shènshū", "腎俞"),
        },
        cautions={"K1": Caution("K1", text("osteoporosis: no percussion"))},
        corrections={
            "C10": Correction(
                "C10", Severity.WRONG, "Rub, rub and rub", text("three strokes"), text("lost words")
            )
        },
        sentences={"S2.2": ArticleSentence("S2.2", "2", text("three strokes on the loin"))},
        questions={
            "strokes-split": Question(
                "strokes-split",
                text("How are the ten minutes divided?"),
                (Choice("2-3-5", text("2, 3 and 5")), Choice("teacher-split", text("your own"))),
                "2-3-5",
            )
        },
        landmarks={
            "L2": Landmark(
                id="L2",
                name=text("spine of L2"),
                find=text("two above the crest line"),
                found="picked",
                midline=True,
                construction=OnMesh((1, 2, 3), (0.25, 0.25, 0.5)),
                axes=(Go.LEFT, Go.CAUDAL),
            )
        },
        spans={"back": CunSpan("back", text("half the back"), "L2", "L2", 3, along_skin=True)},
        zones={
            "kidney": Zone(
                id="kidney",
                name=text("kidney and 12th rib"),
                why=text("the rib breaks"),
                midline=False,
                corners=tuple(Level("L2", cun, "back") for cun in (2, 3, 4)),
            )
        },
        body_regions={"lumbar": Place("lumbar", text("loin"))},
        point_cautions={"kidney": Caution("kidney", text("not in the flank"))},
    )

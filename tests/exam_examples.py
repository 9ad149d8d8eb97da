"""Examples of exams and what they found."""

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.exam.rubric import Area, Item, Rubric
from massage_trainer.domain.exam.sheet import (
    AreaResult,
    ClassResult,
    Ending,
    Find,
    GateResult,
    ItemResult,
    Level,
    Remark,
    StudentResult,
    TaskKind,
    TaskResult,
)
from massage_trainer.domain.text import LocalizedText


def words(text: str) -> LocalizedText:
    return LocalizedText(f"{text} (vi)", f"{text} (en)")


def student_result(name: str = "Nguyễn Văn An") -> StudentResult:
    return StudentResult(
        number="SV-007",
        name=name,
        seat=1,
        began="2026-11-23T08:00:00+00:00",
        worked_ms=754_000,
        ending=Ending.DONE,
        passed=True,
        percent=72.5,
        tasks=(
            TaskResult(1, TaskKind.LOCATE, "BL23", Side.LEFT, words("Show BL23"), Find.FOUND, 0.3),
            TaskResult(
                2, TaskKind.EXPLAIN, "BL25", Side.RIGHT, words("Explain BL25"), Find.NEAR, 0.8
            ),
            TaskResult(
                3, TaskKind.PRESS, "GB30", Side.LEFT, words("Press GB30"), Find.WRONG, 2.4, "BL54"
            ),
            TaskResult(4, TaskKind.LOCATE, "BL36", Side.RIGHT, words("Show BL36")),
            TaskResult(5, TaskKind.STROKE, "xoa", Side.BOTH, words("Stroke the back")),
        ),
        gates=(
            GateResult("right-to-stop", words("Consent"), held=True),
            GateResult("draping", words("Draping")),
        ),
        items=(
            ItemResult("pressure", "technique", words("Pressure"), Level.GOOD),
            ItemResult("rhythm", "technique", words("Rhythm"), Level.PART),
            ItemResult("comfort", "communication", words("Comfort")),
        ),
        areas=(
            AreaResult("technique", words("Technique"), 20, 75.0),
            AreaResult("communication", words("Communication"), 5),
        ),
        remarks=(Remark(61_000, "Ngón cái gập; nhắc một lần."),),
    )


def class_result(name: str = "Nguyễn Văn An") -> ClassResult:
    stopped = StudentResult(
        number="SV-012",
        name="Trần Thị Bình",
        seat=2,
        began="2026-11-23T08:20:00+00:00",
        worked_ms=125_000,
        ending=Ending.GATE_FAILED,
        passed=False,
        gates=(GateResult("right-to-stop", words("Consent"), held=False),),
    )
    return ClassResult(
        group="K12 sáng",
        title="Thi giữa kỳ",
        day="2026-11-23",
        deck=words("The article"),
        seed=42,
        pass_percent=50,
        students=(student_result(name), stopped),
    )


def set_tasks() -> tuple[TaskResult, ...]:
    """Three points and a technique, nothing marked yet."""
    return (
        TaskResult(1, TaskKind.LOCATE, "BL23", Side.LEFT, words("Show BL23")),
        TaskResult(2, TaskKind.EXPLAIN, "BL25", Side.RIGHT, words("Explain BL25")),
        TaskResult(3, TaskKind.PRESS, "GB30", Side.LEFT, words("Press GB30")),
        TaskResult(4, TaskKind.STROKE, "xat", Side.BOTH, words("Rub the loin")),
    )


def small_rubric() -> Rubric:
    return Rubric(
        (
            Area(
                "safety",
                words("Safety"),
                40,
                (
                    Item("consent", words("Consent"), gate=words("A yes")),
                    Item("draping", words("Draping"), gate=words("Covered")),
                ),
            ),
            Area(
                "points",
                words("Points"),
                40,
                (Item("placing", words("Placing"), from_points=True),),
            ),
            Area(
                "technique",
                words("Technique"),
                20,
                (Item("pressure", words("Pressure")), Item("rhythm", words("Rhythm"))),
            ),
        ),
        60,
    )

"""The command line."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from massage_trainer import __version__
from massage_trainer.domain.text import LANGUAGES

MOST_STUDENTS = 1_000
EXPORTS = ("apkg", "qti", "moodle", "csv")


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for on the command line."""

    lesson: str = ""
    language: str = ""
    data_dir: Path | None = None
    check: list[Path] | None = None
    tour: Path | None = None
    transcript: str = ""
    export: tuple[str, str, Path] | None = None  # format, deck, file
    exam_paper: str = ""  # deck
    students: int = 1
    seed: int = 1
    handout: tuple[str, Path] | None = None  # lesson, file
    point_sheet: tuple[str, Path] | None = None  # deck, file
    blank: bool = False  # the point sheet without names


def parse(arguments: Sequence[str]) -> Options:
    """Read the command line; wrong use ends the program with a sentence and exit code 2."""
    if not arguments:
        return Options()  # the daily start need not load the parser
    import argparse

    parser = argparse.ArgumentParser(
        prog="massage-trainer",
        description="Leads a massage student through a lesson, step by step.",
    )
    parser.add_argument("--lesson", metavar="ID", default="", help="open this lesson at once")
    parser.add_argument(
        "--lang", choices=LANGUAGES, default="", help="language of window and voice"
    )
    parser.add_argument(
        "--data-dir", metavar="DIR", type=Path, help="where settings and places are kept"
    )
    parser.add_argument(
        "--check",
        metavar="PATH",
        nargs="*",
        type=Path,
        help="check lessons and catalogue, print every mistake; exit code 1 if there is one",
    )
    parser.add_argument(
        "--tour",
        metavar="DIR",
        type=Path,
        help="without a display: write a picture of every page and step in both languages",
    )
    parser.add_argument(
        "--transcript",
        metavar="LESSON",
        default="",
        help="print what would be heard in this lesson and when, in the language of --lang",
    )
    parser.add_argument(
        "--export",
        metavar=("{apkg,qti,moodle,csv}", "DECK", "FILE"),
        nargs=3,
        help="write the questions of a deck for Anki, a QTI program, Moodle or a spreadsheet",
    )
    parser.add_argument(
        "--exam-paper",
        metavar="DECK",
        help="print the exam papers of a lesson or deck as JSON, with --students and --seed",
    )
    parser.add_argument("--students", metavar="N", type=int, help="how many papers")
    parser.add_argument("--seed", metavar="S", type=int, help="of the papers")
    parser.add_argument(
        "--handout",
        metavar=("LESSON", "FILE"),
        nargs=2,
        help="write a lesson as an A4 handout (PDF), in the language of --lang",
    )
    parser.add_argument(
        "--point-sheet",
        metavar=("DECK", "FILE"),
        nargs=2,
        help="write the points of a deck in pictures, with their key (PDF)",
    )
    parser.add_argument(
        "--blank",
        action="store_true",
        help="with --point-sheet: numbers and blanks to fill in instead of names",
    )
    parser.add_argument("--version", action="version", version=__version__)
    found = parser.parse_args(arguments)
    if found.export and found.export[0] not in EXPORTS:
        parser.error(f"--export: {found.export[0]!r} is none of {', '.join(EXPORTS)}")
    students, seed = found.students, found.seed
    if students is not None and not 1 <= students <= MOST_STUDENTS:
        parser.error(f"--students: {students} is not from 1 to {MOST_STUDENTS}")
    if found.exam_paper is None and (students, seed) != (None, None):
        parser.error("--students and --seed belong to --exam-paper")
    if found.exam_paper is not None and not found.exam_paper.strip():
        parser.error("--exam-paper: which lesson or deck?")
    if found.blank and not found.point_sheet:
        parser.error("--blank belongs to --point-sheet")
    return Options(
        lesson=found.lesson,
        language=found.lang,
        data_dir=found.data_dir,
        check=found.check,
        tour=found.tour,
        transcript=found.transcript,
        export=(*found.export[:2], Path(found.export[2])) if found.export else None,
        exam_paper=found.exam_paper or "",
        students=1 if students is None else students,
        seed=1 if seed is None else seed,
        handout=(found.handout[0], Path(found.handout[1])) if found.handout else None,
        point_sheet=(
            (found.point_sheet[0], Path(found.point_sheet[1])) if found.point_sheet else None
        ),
        blank=found.blank,
    )

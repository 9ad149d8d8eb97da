"""Does what the command line asks: the window, a check of the content, or a tour in pictures."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from massage_trainer.app.options import Options

EXIT_MISTAKES: Final = 1
EXIT_USAGE: Final = 2
MEASURE_VARIABLE: Final = "MASSAGE_TRAINER_BENCH"


def main(arguments: Sequence[str]) -> int:
    """Run the program; returns its exit code."""
    from massage_trainer.app.options import parse

    options = parse(arguments)
    if options.check is not None:
        return _check(options.check)
    if options.tour is not None:
        from massage_trainer.app.tour import run_tour

        return run_tour(options.tour)
    if options.transcript:
        return _transcript(options)
    if options.export is not None:
        return _export(options.export, options.data_dir)
    if options.exam_paper:
        return _exam_paper(options)
    if options.handout is not None or options.point_sheet is not None:
        return _paper(options)
    return _run_window(options)


def _check(paths: Sequence[Path]) -> int:
    from massage_trainer.services.content.check_command import check
    from massage_trainer.services.resources import assets_dir, protocols_dir

    return EXIT_MISTAKES if check(paths, protocols_dir(), assets_dir()) else 0


def _transcript(options: Options) -> int:
    from massage_trainer.app.transcript import print_transcript
    from massage_trainer.services.paths import default_data_dir

    folder = options.data_dir or default_data_dir()
    return 0 if print_transcript(options.transcript, options.language, folder) else EXIT_USAGE


def _export(wanted: tuple[str, str, Path], data_dir: Path | None) -> int:
    from massage_trainer.app.export_command import export
    from massage_trainer.services.paths import default_data_dir

    return 0 if export(*wanted, data_dir or default_data_dir()) else EXIT_USAGE


def _exam_paper(options: Options) -> int:
    from massage_trainer.app.exam_paper_command import print_papers
    from massage_trainer.domain.exam.paper import Plan
    from massage_trainer.services.paths import default_data_dir

    folder = options.data_dir or default_data_dir()
    plan = Plan(options.seed)
    return 0 if print_papers(options.exam_paper, options.students, plan, folder) else EXIT_USAGE


def _paper(options: Options) -> int:
    from massage_trainer.app.paper_command import Wanted, make_paper
    from massage_trainer.services.paths import default_data_dir

    folder = options.data_dir or default_data_dir()
    if options.handout is not None:
        lesson, path = options.handout
        wanted = Wanted(path, options.language, lesson=lesson)
    elif options.point_sheet is not None:
        deck, path = options.point_sheet
        wanted = Wanted(path, options.language, deck=deck, blank=options.blank)
    else:
        return EXIT_USAGE
    return 0 if make_paper(wanted, folder) else EXIT_USAGE


def _run_window(options: Options) -> int:
    gc.disable()  # a start creates and drops nothing in circles; Garbage does it later
    from PySide6.QtWidgets import QApplication

    spare_the_sources()

    from massage_trainer.app.composition import Program
    from massage_trainer.app.first_paint import FirstPaint
    from massage_trainer.app.signals import EndSignals
    from massage_trainer.services.crash import CrashReporter
    from massage_trainer.services.paths import default_data_dir

    app = QApplication(["massage-trainer"])
    app.setApplicationName("massage-trainer")
    data_dir = options.data_dir or default_data_dir()
    crash = CrashReporter(data_dir)
    crash.install()
    signals = EndSignals(app)
    program = Program(app, data_dir, language=options.language)
    try:
        known = [card.id for card in program.library.cards]
        if options.lesson and options.lesson not in known:
            sys.stderr.write(_unknown_lesson(options.lesson, known))
            return EXIT_USAGE
        crash.on_crash = program.show_report
        FirstPaint(program, os.environ.get(MEASURE_VARIABLE, ""))
        program.window.show()
        if options.lesson:
            program.choose_lesson(options.lesson)
        return app.exec()
    finally:
        crash.on_crash = None
        program.close()
        signals.close()
        crash.uninstall()


def spare_the_sources() -> None:
    """Keep PySide from reading the source of each module that is imported from here on.

    It looks there for features of its own that change the names of methods, which nothing here
    asks for, and Python keeps what was read: 8 ms and 2 MB until the first picture, more later.
    Where another PySide has no such place, everything is as without this.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = _asks_for_no_feature


def _asks_for_no_feature(_module: object) -> bool:
    return False


def _unknown_lesson(wanted: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(wanted, known, n=1)
    hint_vi = f"có phải {close[0]}?" if close else f"hiện có: {', '.join(known)}"
    hint_en = f"did you mean {close[0]}?" if close else f"there are: {', '.join(known)}"
    return f"Không có bài học {wanted!r} ({hint_vi}).\nThere is no lesson {wanted!r} ({hint_en}).\n"

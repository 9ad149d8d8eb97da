"""The sentences for what is wrong around the program."""

from PySide6.QtCore import QCoreApplication

from massage_trainer.domain.problems import Problem, ProblemKind


def problem_text(problem: Problem) -> str:
    """What happened, what it means for the user, and what it concerns."""
    match problem.kind:
        case ProblemKind.CANNOT_SAVE:
            text = QCoreApplication.translate(
                "Problems", "Nothing can be saved now; the lesson goes on without. ({detail})"
            )
        case ProblemKind.DAMAGED_FILE:
            text = QCoreApplication.translate(
                "Problems",
                "A file of settings was damaged; it was set aside and the program starts without"
                " it. ({detail})",
            )
        case ProblemKind.NEWER_FILE:
            text = QCoreApplication.translate(
                "Problems",
                "A file was written by a newer version of this program; it is left as it is and"
                " nothing is saved in it. ({detail})",
            )
        case ProblemKind.NO_PICTURES:
            text = QCoreApplication.translate(
                "Problems",
                "The pictures cannot be shown; their names and descriptions stand in their place."
                " ({detail})",
            )
        case ProblemKind.NO_CHART:
            text = QCoreApplication.translate(
                "Problems",
                "Touching a picture is not answered: the chart of the body cannot be read."
                " ({detail})",
            )
        case ProblemKind.UNKNOWN_LESSON:
            text = QCoreApplication.translate("Problems", "There is no lesson named “{detail}”.")
        case ProblemKind.NO_RECORD:
            text = QCoreApplication.translate(
                "Problems", "What you practise cannot be recorded; the lesson goes on. ({detail})"
            )
        case ProblemKind.DAMAGED_RECORD:
            text = QCoreApplication.translate(
                "Problems",
                "The practice log was damaged; it was set aside and a new one begun. ({detail})",
            )
    return text.format(detail=problem.detail)

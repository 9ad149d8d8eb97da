"""The sentences for what is wrong around the program."""

from PySide6.QtCore import QCoreApplication

from massage_trainer.domain.ports import SoundState
from massage_trainer.domain.problems import Problem, ProblemKind


def problem_text(problem: Problem) -> str:  # noqa: C901 - one case a kind
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
        case ProblemKind.NO_LIVE_VIEW:
            text = QCoreApplication.translate(
                "Problems",
                "The pictures do not move here; stills stand in their place, and nothing is"
                " missing from the lesson. ({detail})",
            )
        case ProblemKind.SLOW_LIVE_VIEW:
            text = QCoreApplication.translate(
                "Problems",
                "Moving pictures come too slowly on this computer, so stills are shown, and nothing"
                " is missing from the lesson. The 3D button shows them all the same.",
            )
        case ProblemKind.LIVE_VIEW_CRASHED:
            text = QCoreApplication.translate(
                "Problems",
                "Drawing the moving pictures ended the program the last time, so it shows stills"
                " now. You can try again in the preferences.",
            )
        case ProblemKind.NO_CHART:
            text = QCoreApplication.translate(
                "Problems",
                "Touching a picture is not answered: the chart of the body cannot be read."
                " ({detail})",
            )
        case ProblemKind.NO_SOUND:
            text = _silence(problem.detail)
        case ProblemKind.NO_VOICE:
            text = _no_voice(problem.detail)
        case ProblemKind.UNKNOWN_LESSON:
            text = QCoreApplication.translate("Problems", "There is no lesson named “{detail}”.")
        case ProblemKind.NO_RECORD:
            text = QCoreApplication.translate(
                "Problems", "What you practise cannot be recorded; the lesson goes on. ({detail})"
            )
        case ProblemKind.DAMAGED_RECORD:
            text = QCoreApplication.translate(
                "Problems",
                "The practice log was damaged; it was set aside and a new one begun with what could"
                " be read of it. ({detail})",
            )
        case ProblemKind.RESTORED_RECORD:
            text = QCoreApplication.translate(
                "Problems",
                "The record of your learning was damaged; the last good copy is in its place, with"
                " what could be read of later answers. ({detail})",
            )
        case ProblemKind.DAMAGED_ROWS:
            text = QCoreApplication.translate(
                "Problems",
                "A few entries in the record of your learning had changed on the disk; they were"
                " set aside and do not count. ({detail})",
            )
        case ProblemKind.UNSAVED_ANSWERS:
            text = QCoreApplication.translate(
                "Problems",
                "Your answers cannot be saved now; they are kept while the program runs and saved"
                " as soon as that works. ({detail})",
            )
        case ProblemKind.NO_BACKUP:
            text = QCoreApplication.translate(
                "Problems", "No copy of the record of your learning could be made. ({detail})"
            )
        case ProblemKind.CLOCK_SET_BACK:
            text = QCoreApplication.translate(
                "Problems",
                "The clock of this computer was set back: there are answers of {detail}. They are"
                " kept, and what was asked then is asked again.",
            )
        case ProblemKind.UNKNOWN_ITEMS:
            text = QCoreApplication.translate(
                "Problems",
                "Some of what you learnt is not in the catalogue under this name any more; its"
                " answers are kept, and it is not asked: {detail}.",
            )
    return text.format(detail=problem.detail)


def _no_voice(language: str) -> str:
    if language == "vi":
        return QCoreApplication.translate(
            "Problems",
            "No voice on this computer speaks Vietnamese; signals are heard, and words are read.",
        )
    return QCoreApplication.translate(
        "Problems",
        "No voice on this computer speaks English; signals are heard, and words are read.",
    )


def _silence(state: str) -> str:
    """Why nothing is heard; the lesson itself never needs sound."""
    match state:
        case SoundState.NO_LIBRARY.value:
            return QCoreApplication.translate(
                "Problems",
                "Sound needs the library miniaudio, which is not installed; signals are shown as"
                " flashes.",
            )
        case SoundState.FROZEN.value:
            return QCoreApplication.translate(
                "Problems",
                "The sound of this computer does not answer; signals are shown as flashes until it"
                " does.",
            )
        case _:
            return QCoreApplication.translate(
                "Problems",
                "No loudspeaker or headphones were found; signals are shown as flashes. Plug them"
                " in at any time.",
            )

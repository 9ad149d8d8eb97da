"""Who says a line, and why nothing was recorded or heard, in words."""

from PySide6.QtCore import QCoreApplication

from massage_trainer.domain.speech.voice import VoiceSource
from massage_trainer.viewmodels.recording import RecordingTrouble


def source_text(source: VoiceSource | None) -> str:
    """One sentence; None: the voices of the system are not known yet."""
    match source:
        case VoiceSource.RECORDING:
            return QCoreApplication.translate(
                "Voices", "Recorded: the teacher's voice says this line."
            )
        case VoiceSource.SYSTEM:
            return QCoreApplication.translate(
                "Voices", "Not recorded: this computer's own voice says this line."
            )
        case VoiceSource.CLIP:
            return QCoreApplication.translate(
                "Voices", "Not recorded: the program's clip says this line."
            )
        case VoiceSource.GENERIC:
            return QCoreApplication.translate(
                "Voices", "Not recorded: this computer's robot voice says this line."
            )
        case VoiceSource.NONE:
            return QCoreApplication.translate("Voices", "Not recorded: no voice says this line.")
        case None:
            return QCoreApplication.translate(
                "Voices", "Not recorded: looking for the voices of this computer…"
            )


def trouble_text(trouble: RecordingTrouble) -> str:
    """One sentence: what happened, and what to do about it."""
    match trouble:
        case RecordingTrouble.NO_VOICE_CAME_IN:
            return QCoreApplication.translate(
                "Voices",
                "No voice came in: plug in a microphone or switch it on, then record again.",
            )
        case RecordingTrouble.NO_MICROPHONE_ANSWER:
            return QCoreApplication.translate(
                "Voices", "The microphone of this computer does not answer; try again later."
            )
        case RecordingTrouble.NO_LIBRARY:
            return QCoreApplication.translate(
                "Voices",
                "The sound library miniaudio is not installed: nothing is recorded or heard.",
            )
        case RecordingTrouble.NO_LOUDSPEAKER:
            return QCoreApplication.translate(
                "Voices", "There is no loudspeaker or headphones: plug them in to listen."
            )
        case RecordingTrouble.NO_LOUDSPEAKER_ANSWER:
            return QCoreApplication.translate(
                "Voices", "The sound of this computer does not answer; try again later."
            )
        case RecordingTrouble.VOICE_IS_OFF:
            return QCoreApplication.translate(
                "Voices", "The voice is turned off in the preferences: turn it on to listen."
            )
        case RecordingTrouble.NO_VOICE:
            return QCoreApplication.translate("Voices", "No voice could say this line: record it.")

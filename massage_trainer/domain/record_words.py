"""What the values of the record say in a table for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.pause_menu import CHOICE_WORDS, REASONS
from massage_trainer.domain.record import Company, Ending, NoteKind
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from collections.abc import Mapping

COMPANY_WORDS: Final = {
    Company.ALONE: LocalizedText("tự học", "alone"),
    Company.NEW_PARTNER: LocalizedText("với người mới", "with a new partner"),
    Company.SAME_PARTNER: LocalizedText(
        "với người đã gặp trong ngày", "with the partner of earlier that day"
    ),
    Company.CLASS: LocalizedText("trên lớp", "in class"),
    Company.UNKNOWN: LocalizedText("chưa hỏi", "not asked"),
}
ENDING_WORDS: Final = {
    Ending.SERVED: LocalizedText("làm đủ thời gian", "done for its whole time"),
    Ending.DONE: LocalizedText("báo xong", "said to be done"),
    Ending.SKIPPED: LocalizedText("bỏ qua", "skipped"),
    Ending.LEFT: LocalizedText("bỏ dở", "left before its end"),
}
NOTE_WORDS: Final = {
    NoteKind.STOP_IT_HURTS: LocalizedText("dừng, đau", "stop, it hurts"),
    NoteKind.EASED: LocalizedText("làm tiếp, nhẹ tay hơn", "went on more gently"),
    NoteKind.INTERRUPTED: LocalizedText("bị gián đoạn", "interrupted"),
    NoteKind.PAUSED: LocalizedText("tạm dừng", "paused"),
    NoteKind.RESUMED: LocalizedText("làm tiếp", "went on"),
    NoteKind.LONGER: LocalizedText("thêm 15 giây", "15 seconds more"),
    NoteKind.CAUTIONS_ACKNOWLEDGED: LocalizedText(
        "đã đọc các điều cần lưu ý", "cautions acknowledged"
    ),
    NoteKind.SUPERVISED: LocalizedText(
        "giáo viên hoặc bác sĩ cho phép và theo dõi", "a teacher or doctor allowed it and watched"
    ),
    NoteKind.LAMP_ASKED: LocalizedText("đã hỏi về nhiệt của đèn", "asked about the lamp"),
    NoteKind.SHORTENED: LocalizedText(
        "rút ngắn cho vừa số phút có", "shortened to the minutes there were"
    ),
}
SIDE_WORDS: Final = {
    Side.LEFT: LocalizedText("trái", "left"),
    Side.RIGHT: LocalizedText("phải", "right"),
    Side.BOTH: LocalizedText("hai bên", "both sides"),
    Side.MIDLINE: LocalizedText("đường giữa", "midline"),
}
_WHAT: Final[Mapping[str, LocalizedText]] = {
    **{ending.value: words for ending, words in ENDING_WORDS.items()},
    **{kind.value: words for kind, words in NOTE_WORDS.items()},
}
_SIDES: Final = {side.value: words for side, words in SIDE_WORDS.items()}
_REASONS: Final = {reason.value: CHOICE_WORDS[choice] for choice, reason in REASONS.items()}


def what_words(value: str, language: str) -> str:
    """How work ended or what happened beside it; as it is where a newer program wrote it."""
    return _said(_WHAT, value, language)


def detail_words(what: str, detail: str, language: str) -> str:
    """Why something was skipped; other details are numbers."""
    return _said(_REASONS, detail, language) if what == Ending.SKIPPED.value else detail


def side_words(value: str, language: str) -> str:
    return _said(_SIDES, value, language)


def _said(words: Mapping[str, LocalizedText], value: str, language: str) -> str:
    return words[value].in_language(language) if value in words else value

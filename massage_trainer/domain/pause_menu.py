"""What a pause offers, to be gone through with one key: short lights the next, held chooses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.events import SessionState
from massage_trainer.domain.record import SkipReason
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.timeline import WAITING_KINDS, SegmentKind

if TYPE_CHECKING:
    from massage_trainer.domain.countdown import Countdown


class Choice(Enum):
    """Everything that may stand on the page of a pause."""

    GO_ON = "go-on"
    TAKE_PART = "take-part"  # do the optional part
    EASE = "ease"  # go on with less pressure
    BACK = "back"
    SKIP = "skip"
    END = "end"
    START = "start"
    LIBRARY = "library"
    BUTTONS = "buttons"  # the page is no longer one button for oily hands
    RETURN = "return"  # from the reasons back to the choices
    REASON_PARTNER = "partner"
    REASON_HURTS = "hurts"
    REASON_CAUTION = "caution"
    REASON_NO_TIME = "no-time"
    REASON_NOT_LEARNT = "not-learnt"
    REASON_OTHER = "other"


class MenuKind(Enum):
    """What the page is about."""

    PAUSED = "paused"
    HURT = "hurt"
    REASONS = "reasons"
    READY = "ready"  # nothing runs yet
    FINISHED = "finished"


REASONS: Final = {
    Choice.REASON_PARTNER: SkipReason.PARTNER,
    Choice.REASON_HURTS: SkipReason.HURTS,
    Choice.REASON_CAUTION: SkipReason.CAUTION,
    Choice.REASON_NO_TIME: SkipReason.NO_TIME,
    Choice.REASON_NOT_LEARNT: SkipReason.NOT_LEARNT,
    Choice.REASON_OTHER: SkipReason.OTHER,
}
_HANDS_OFF: Final = WAITING_KINDS | {SegmentKind.REST}  # there is no pressure to ease
# Shown and spoken.
CHOICE_WORDS: Final = {
    Choice.GO_ON: LocalizedText("Làm tiếp", "Go on"),
    Choice.TAKE_PART: LocalizedText("Làm phần này", "Do this part"),
    Choice.EASE: LocalizedText("Làm tiếp, nhẹ tay hơn", "Go on, more gently"),
    Choice.BACK: LocalizedText("Lùi lại", "Back"),
    Choice.SKIP: LocalizedText("Bỏ qua", "Skip it"),
    Choice.END: LocalizedText("Kết thúc buổi tập", "End the lesson"),
    Choice.START: LocalizedText("Bắt đầu", "Start"),
    Choice.LIBRARY: LocalizedText("Chọn bài khác", "Another lesson"),
    Choice.BUTTONS: LocalizedText("Hiện lại các nút", "Show the buttons again"),
    Choice.RETURN: LocalizedText("Quay lại", "Return"),
    Choice.REASON_PARTNER: LocalizedText("Người được xoa bóp không muốn", "Client says no"),
    Choice.REASON_HURTS: LocalizedText("Đau hoặc khó chịu", "Pain or discomfort"),
    Choice.REASON_CAUTION: LocalizedText("Vì sức khỏe hoặc da", "Health or skin"),
    Choice.REASON_NO_TIME: LocalizedText("Không đủ giờ", "No time"),
    Choice.REASON_NOT_LEARNT: LocalizedText("Chưa được dạy", "Not taught yet"),
    Choice.REASON_OTHER: LocalizedText("Lý do khác", "Another reason"),
}
MENU_WORDS: Final = {
    MenuKind.PAUSED: LocalizedText("Tạm dừng", "Paused"),
    MenuKind.HURT: LocalizedText(
        "Đã dừng. Nhấc tay ra, hỏi người được xoa bóp: đau ở đâu, đau thế nào?",
        "Stopped. Hands off; ask where it hurts and how.",
    ),
    MenuKind.REASONS: LocalizedText("Vì sao bỏ qua bước này?", "Why is this step skipped?"),
    MenuKind.READY: LocalizedText("Sẵn sàng", "Ready"),
    MenuKind.FINISHED: LocalizedText("Đã xong bài", "The lesson is finished"),
}
MENU_ADVICE: Final = {
    MenuKind.HURT: LocalizedText(
        "Đau chói, tê, như điện giật: không làm tiếp chỗ này.",
        "Sharp, numb or electric: do not go on here.",
    ),
}


@dataclass(frozen=True, slots=True)
class PauseMenu:
    """The choices in their order, and the one that is lit."""

    kind: MenuKind
    choices: tuple[Choice, ...]
    lit: int = 0

    @property
    def chosen(self) -> Choice:
        return self.choices[self.lit]

    def step(self, by: int) -> PauseMenu:
        """Light another one; after the last comes the first."""
        return replace(self, lit=(self.lit + by) % len(self.choices))

    def light(self, choice: Choice) -> PauseMenu:
        return replace(self, lit=self.choices.index(choice))


def menu_for(countdown: Countdown, *, hurt: bool = False, oily: bool = False) -> PauseMenu:
    """What can be done now; ``oily``: the page is one button, which can be ended here only."""
    end = (Choice.BUTTONS,) if oily else ()
    match countdown.state:
        case SessionState.IDLE:
            return PauseMenu(MenuKind.READY, (Choice.START, Choice.LIBRARY, *end))
        case SessionState.FINISHED:
            return PauseMenu(MenuKind.FINISHED, (Choice.LIBRARY, Choice.START, *end))
    kind = countdown.segment.kind
    choices = [Choice.GO_ON, Choice.BACK, Choice.END]
    if kind is SegmentKind.CHOICE:
        choices.insert(0, Choice.TAKE_PART)
    elif kind not in _HANDS_OFF:
        choices.insert(1, Choice.EASE)
    if countdown.may_skip:
        choices.insert(-1, Choice.SKIP)
    about = MenuKind.HURT if hurt else MenuKind.PAUSED
    menu = PauseMenu(about, (*choices, *end))
    # After pain nobody goes on as before by a careless press.
    return menu.light(Choice.EASE) if hurt and Choice.EASE in choices else menu


def reasons_menu() -> PauseMenu:
    """Why a step is skipped."""
    return PauseMenu(MenuKind.REASONS, (*REASONS, Choice.RETURN))

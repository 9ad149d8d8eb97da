"""The sentences that every lesson shares, written once in each language."""

from dataclasses import dataclass
from typing import Final

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.protocol import CountUnit
from massage_trainer.domain.timeline import SegmentKind


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words in braces are filled in: titles, numbers and lengths of time, already as words."""

    sides: dict[Side, str]
    legs: dict[Side, str]
    both_points: str
    other_side: dict[Side, str]
    other_leg: dict[Side, str]
    at_least: str
    counts: dict[CountUnit, str]
    once: dict[CountUnit, str]
    hold_once: str
    hold_times: str
    press_times: str
    lines: str  # of a check
    next: str
    phases: dict[SegmentKind, str]  # said when this part of a hold begins
    repetition: str
    last: dict[CountUnit, str]
    left: str
    ten_seconds: str
    least: str
    time_over: str
    more: str
    going_on: str
    go_on_when_ready: str
    count_yourself: str
    choice: str
    how_to_choose: str
    interrupted: str
    lesson: str
    about: str
    how_to_start: str
    here: str
    lesson_left: str
    paused: str
    finished: str


_VI: Final = Phrases(
    sides={Side.LEFT: "Bên trái.", Side.RIGHT: "Bên phải."},
    legs={Side.LEFT: "Chân trái.", Side.RIGHT: "Chân phải."},
    both_points="Hai bên cùng lúc.",
    other_side={Side.LEFT: "Đổi sang bên trái.", Side.RIGHT: "Đổi sang bên phải."},
    other_leg={Side.LEFT: "Đổi sang chân trái.", Side.RIGHT: "Đổi sang chân phải."},
    at_least="{dose}, ít nhất {least}.",
    counts={CountUnit.REPETITIONS: "{count} lần.", CountUnit.PASSES: "{count} lượt."},
    once={CountUnit.REPETITIONS: "Một lần.", CountUnit.PASSES: "Một lượt."},
    hold_once="Giữ {time}.",
    hold_times="Giữ {time}, {count} lần.",
    press_times="Ấn {count} lần, mỗi lần {time}.",
    lines="Có {count} mục.",
    next="Tiếp theo:",
    phases={
        SegmentKind.EASE_IN: "Tăng lực từ từ.",
        SegmentKind.HOLD: "Giữ.",
        SegmentKind.EASE_OUT: "Trả về từ từ.",
        SegmentKind.REST: "Nghỉ.",
    },
    repetition="Lần {count}.",
    last={CountUnit.REPETITIONS: "Lần cuối.", CountUnit.PASSES: "Lượt cuối."},
    left="Còn {time}.",
    ten_seconds="Còn mười giây.",
    least="Đủ mức tối thiểu rồi. Muốn kết thúc lúc nào cũng được.",
    time_over="Hết giờ. Làm xong thì bấm nút Xong.",
    more="Thêm {time}.",
    going_on="Làm tiếp.",
    go_on_when_ready="Khi xong, bấm nút Xong.",
    count_yourself="Tự đếm, đủ thì bấm nút Xong.",
    choice="Phần làm thêm: {title}.",
    how_to_choose="Muốn làm thì bấm nút Làm phần này, không thì bấm Bỏ qua.",
    interrupted="Máy vừa bị gián đoạn. Bài đang tạm dừng.",
    lesson="Bài: {title}.",
    about="Khoảng {time}.",
    how_to_start="Sẵn sàng thì bấm nút Bắt đầu.",
    here="Đang ở:",
    lesson_left="Cả bài còn khoảng {time}.",
    paused="Đang tạm dừng.",
    finished="Hết bài.",
)

_EN: Final = Phrases(
    sides={Side.LEFT: "Left side.", Side.RIGHT: "Right side."},
    legs={Side.LEFT: "Left leg.", Side.RIGHT: "Right leg."},
    both_points="Both sides together.",
    other_side={Side.LEFT: "Change to the left side.", Side.RIGHT: "Change to the right side."},
    other_leg={Side.LEFT: "Change to the left leg.", Side.RIGHT: "Change to the right leg."},
    at_least="{dose}, at least {least}.",
    counts={CountUnit.REPETITIONS: "{count} times.", CountUnit.PASSES: "{count} passes."},
    once={CountUnit.REPETITIONS: "Once.", CountUnit.PASSES: "One pass."},
    hold_once="Hold for {time}.",
    hold_times="Hold for {time}, {count} times.",
    press_times="Press {count} times, {time} each.",
    lines="{count} lines to check.",
    next="Next:",
    phases={
        SegmentKind.EASE_IN: "Ease in.",
        SegmentKind.HOLD: "Hold.",
        SegmentKind.EASE_OUT: "Ease out slowly.",
        SegmentKind.REST: "Rest.",
    },
    repetition="Number {count}.",
    last={CountUnit.REPETITIONS: "Last one.", CountUnit.PASSES: "Last pass."},
    left="{time} left.",
    ten_seconds="Ten seconds left.",
    least="That is the least. Finish whenever you like.",
    time_over="Time is up. Press Done when you are ready.",
    more="{time} more.",
    going_on="Go on.",
    go_on_when_ready="Press Done when you are ready.",
    count_yourself="Count for yourself, then press Done.",
    choice="If you like: {title}.",
    how_to_choose="Press Do this part, or Skip it.",
    interrupted="The computer was interrupted. The lesson is paused.",
    lesson="Lesson: {title}.",
    about="About {time}.",
    how_to_start="Press Start when you are ready.",
    here="You are at:",
    lesson_left="About {time} left in the lesson.",
    paused="Paused.",
    finished="End of the lesson.",
)


def phrases_in(language: str) -> Phrases:
    """Vietnamese for ``vi``, English for every other language."""
    return _VI if language == "vi" else _EN

"""Which key does what in a class; a remote sends PgDown, PgUp, "." or "b", and Esc and F5."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final

from massage_trainer.domain.text import LocalizedText


class ClassAction(Enum):
    """Everything a key may do in a class, in the order of its table."""

    FORWARD = "forward"
    BACK = "back"
    TOGGLE = "toggle"
    DONE = "done"
    REPEAT = "repeat"
    LONGER = "longer"
    BLACK = "black"
    WHITE = "white"
    FREEZE = "freeze"
    CLEAR = "clear"
    SPOTLIGHT = "spotlight"
    LENS = "lens"
    PEN = "pen"
    UNDO_PEN = "undo-pen"
    CLEAR_PEN = "clear-pen"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"
    WHOLE = "whole"
    LIVE = "live"
    SEE_WIDE = "see-wide"
    SEE_CLOSE = "see-close"
    SEE_EYES = "see-eyes"
    SEE_OTHER = "see-other"
    FRAME_BACK = "frame-back"
    FRAME_ON = "frame-on"
    POINTS = "points"
    LINES = "lines"
    ZONES = "zones"
    LABELS = "labels"
    ARROWS = "arrows"
    TEXT_SIZE = "text-size"
    CONTRAST = "contrast"
    SHOW = "show"
    SWAP = "swap"
    AWAY = "away"
    KEYS = "keys"


# By their portable names, as the table of the lessons has them.
CLASS_KEYS: Final[Mapping[ClassAction, tuple[str, ...]]] = {
    ClassAction.FORWARD: ("PgDown", "Right"),
    ClassAction.BACK: ("PgUp", "Left"),
    ClassAction.TOGGLE: ("Space",),
    ClassAction.DONE: ("D",),
    ClassAction.REPEAT: ("R",),
    ClassAction.LONGER: ("+", "="),
    ClassAction.BLACK: (".", "B"),
    ClassAction.WHITE: ("W",),
    ClassAction.FREEZE: ("F",),
    ClassAction.CLEAR: ("X",),
    ClassAction.SPOTLIGHT: ("S",),
    ClassAction.LENS: ("M",),
    ClassAction.PEN: ("P",),
    ClassAction.UNDO_PEN: ("U", "Ctrl+Z"),
    ClassAction.CLEAR_PEN: ("C",),
    ClassAction.ZOOM_IN: ("Ctrl++", "Ctrl+="),
    ClassAction.ZOOM_OUT: ("Ctrl+-",),
    ClassAction.WHOLE: ("Ctrl+0",),
    ClassAction.LIVE: ("V",),
    ClassAction.SEE_WIDE: ("Alt+1",),
    ClassAction.SEE_CLOSE: ("Alt+2",),
    ClassAction.SEE_EYES: ("Alt+3",),
    ClassAction.SEE_OTHER: ("Alt+4",),
    ClassAction.FRAME_BACK: ("Ctrl+Left",),
    ClassAction.FRAME_ON: ("Ctrl+Right",),
    ClassAction.POINTS: ("O",),
    ClassAction.LINES: ("L",),
    ClassAction.ZONES: ("Z",),
    ClassAction.LABELS: ("N",),
    ClassAction.ARROWS: ("A",),
    ClassAction.TEXT_SIZE: ("T",),
    ClassAction.CONTRAST: ("K",),
    ClassAction.SHOW: ("F5",),
    ClassAction.SWAP: ("F6",),
    ClassAction.AWAY: ("Esc",),
    ClassAction.KEYS: ("?",),
}
CLASS_ACTION_WORDS: Final[Mapping[ClassAction, LocalizedText]] = {
    ClassAction.FORWARD: LocalizedText("Bước tiếp theo, hoặc đã xong", "Next step, or done"),
    ClassAction.BACK: LocalizedText("Lùi lại", "Back"),
    ClassAction.TOGGLE: LocalizedText("Bắt đầu, tạm dừng hoặc làm tiếp", "Start, pause or go on"),
    ClassAction.DONE: LocalizedText("Xong", "Done"),
    ClassAction.REPEAT: LocalizedText("Làm lại bước này", "This step again"),
    ClassAction.LONGER: LocalizedText(
        "Thêm 15 giây cho các cặp chậm", "15 seconds more for slower pairs"
    ),
    ClassAction.BLACK: LocalizedText(
        "Màn chiếu đen, hoặc hiện lại", "Black screen for the class, or back"
    ),
    ClassAction.WHITE: LocalizedText(
        "Màn chiếu trắng, hoặc hiện lại", "White screen for the class, or back"
    ),
    ClassAction.FREEZE: LocalizedText(
        "Giữ nguyên hình của lớp, hoặc chiếu tiếp", "Freeze the class's picture, or let it go on"
    ),
    ClassAction.CLEAR: LocalizedText(
        "Dọn màn chiếu: lớp thấy trang chờ", "Clear the screen: the class sees the waiting page"
    ),
    ClassAction.SPOTLIGHT: LocalizedText("Đèn rọi", "Spotlight"),
    ClassAction.LENS: LocalizedText("Kính lúp", "Magnifier"),
    ClassAction.PEN: LocalizedText("Bút vẽ", "Pen"),
    ClassAction.UNDO_PEN: LocalizedText("Bỏ nét vẽ vừa rồi", "Take back the last line of the pen"),
    ClassAction.CLEAR_PEN: LocalizedText("Xóa mọi nét vẽ", "Wipe off everything drawn"),
    ClassAction.ZOOM_IN: LocalizedText("Phóng to hình", "Larger picture"),
    ClassAction.ZOOM_OUT: LocalizedText("Thu nhỏ hình", "Smaller picture"),
    ClassAction.WHOLE: LocalizedText("Cả hình", "Whole picture"),
    ClassAction.LIVE: LocalizedText("Hình chuyển động, hoặc hình tĩnh", "Live body, or stills"),
    ClassAction.SEE_WIDE: LocalizedText(
        "Nhìn cả người, từ xa hơn", "The whole body, from further away"
    ),
    ClassAction.SEE_CLOSE: LocalizedText("Nhìn gần bàn tay", "The hands from near"),
    ClassAction.SEE_EYES: LocalizedText(
        "Nhìn bằng mắt của kỹ thuật viên", "What the practitioner sees"
    ),
    ClassAction.SEE_OTHER: LocalizedText("Nhìn từ phía bên kia bàn", "From across the table"),
    ClassAction.FRAME_BACK: LocalizedText(
        "Lùi một tư thế tay, khi đang tạm dừng", "One key frame back, while paused"
    ),
    ClassAction.FRAME_ON: LocalizedText(
        "Tới tư thế tay sau, khi đang tạm dừng", "One key frame on, while paused"
    ),
    ClassAction.POINTS: LocalizedText("Huyệt của bước này", "Points of the step"),
    ClassAction.LINES: LocalizedText("Đường đo thốn", "Measuring lines"),
    ClassAction.ZONES: LocalizedText("Vùng cần tránh", "Safety zones"),
    ClassAction.LABELS: LocalizedText("Tên trên hình", "Names on the picture"),
    ClassAction.ARROWS: LocalizedText("Mũi tên của tay", "Arrows of the hands"),
    ClassAction.TEXT_SIZE: LocalizedText(
        "Cỡ chữ trên màn chiếu", "Size of the words for the class"
    ),
    ClassAction.CONTRAST: LocalizedText(
        "Tương phản mạnh cho máy chiếu yếu", "Strong contrast for a weak projector"
    ),
    ClassAction.SHOW: LocalizedText("Chiếu cho lớp xem", "Show the class its picture"),
    ClassAction.SWAP: LocalizedText(
        "Đổi màn hình cho lớp và màn hình điều khiển", "Swap the screens of class and console"
    ),
    ClassAction.AWAY: LocalizedText(
        "Cất dụng cụ; về lại bảng điều khiển", "Put the tool away; back to the console"
    ),
    ClassAction.KEYS: LocalizedText("Bảng phím này", "This table of keys"),
}
_OWNERS: Final = {key: action for action, keys in CLASS_KEYS.items() for key in keys}


def action_of(key: str) -> ClassAction | None:
    """What a key does in a class, by its portable name."""
    return _OWNERS.get(key)

"""Which key does what: the defaults, the teacher's changes, and what is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from massage_trainer.domain.text import LocalizedText


class Action(Enum):
    """Everything a key may do; the values are written into the file of the changed keys."""

    FORWARD = "forward"  # short: start, next or count; held: pause and silence at once
    BACK = "back"
    HUSH = "hush"  # pause and silence, or go on
    HURTS = "hurts"
    PAUSE = "pause"
    FULL_SCREEN = "full-screen"
    LEAVE_FULL_SCREEN = "leave-full-screen"
    LONGER = "longer"
    WHERE = "where"
    OILY_HANDS = "oily-hands"
    MUTE = "mute"
    KEYS = "keys"
    DONE = "done"
    REPEAT = "repeat"
    UNDO = "undo"
    SOURCE = "source"
    LIBRARY = "library"
    FIND = "find"
    ZONES = "zones"
    ARROWS = "arrows"
    VIEW = "view"
    WORDS = "words"
    ZOOM_IN = "zoom-in"
    ZOOM_OUT = "zoom-out"
    WHOLE = "whole"
    LIVE = "live"
    FRAME_BACK = "frame-back"
    FRAME_ON = "frame-on"


# Keys by their portable names. A remote sends PgDown, PgUp, "." (or "b"), and by one button Esc
# and F5 in turn; a pedal sends PgDown and PgUp, or arrows.
DEFAULT_KEYS: Final[Mapping[Action, tuple[str, ...]]] = {
    Action.FORWARD: ("PgDown", "Right"),
    Action.BACK: ("PgUp", "Left"),
    Action.HUSH: (".", "B"),
    Action.HURTS: ("S",),
    Action.PAUSE: ("Space",),
    Action.FULL_SCREEN: ("F5",),
    Action.LEAVE_FULL_SCREEN: ("Esc",),
    Action.LONGER: ("+", "="),
    Action.WHERE: ("W",),
    Action.OILY_HANDS: ("H",),
    Action.MUTE: ("M",),
    Action.KEYS: ("?",),
    Action.DONE: ("D",),
    Action.REPEAT: ("R",),
    Action.UNDO: ("U", "Ctrl+Z"),
    Action.SOURCE: ("N",),
    Action.LIBRARY: ("Home",),
    Action.FIND: ("F",),
    Action.ZONES: ("Z",),
    Action.ARROWS: ("O",),
    Action.VIEW: ("V",),
    Action.WORDS: ("I",),
    Action.ZOOM_IN: ("Ctrl++", "Ctrl+="),
    Action.ZOOM_OUT: ("Ctrl+-",),
    Action.WHOLE: ("Ctrl+0",),
    Action.LIVE: ("L",),
    Action.FRAME_BACK: ("Ctrl+Left",),
    Action.FRAME_ON: ("Ctrl+Right",),
}
ACTION_WORDS: Final[Mapping[Action, LocalizedText]] = {
    Action.FORWARD: LocalizedText(
        "Bắt đầu, đi tiếp hoặc xong; giữ lâu: tạm dừng và im lặng",
        "Start, next or done; held: pause and silence",
    ),
    Action.BACK: LocalizedText("Lùi lại", "Back"),
    Action.HUSH: LocalizedText("Tạm dừng và im lặng, hoặc làm tiếp", "Pause and silence, or go on"),
    Action.HURTS: LocalizedText("Dừng, đau!", "Stop, it hurts"),
    Action.PAUSE: LocalizedText("Tạm dừng hoặc làm tiếp", "Pause or go on"),
    Action.FULL_SCREEN: LocalizedText("Toàn màn hình", "Full screen"),
    Action.LEAVE_FULL_SCREEN: LocalizedText(
        "Đóng phần đang che; thoát toàn màn hình", "Close what lies on top; leave full screen"
    ),
    Action.LONGER: LocalizedText("Thêm 15 giây", "15 seconds more"),
    Action.WHERE: LocalizedText("Đang ở đâu? (đọc lên)", "Where am I? (spoken)"),
    Action.OILY_HANDS: LocalizedText(
        "Tay dính dầu: cả trang là một nút", "Oily hands: the whole page is one button"
    ),
    Action.MUTE: LocalizedText("Tắt hoặc bật tiếng", "Sound off or on"),
    Action.KEYS: LocalizedText("Bảng phím này", "This table of keys"),
    Action.DONE: LocalizedText("Xong", "Done"),
    Action.REPEAT: LocalizedText("Làm lại bước này", "This step again"),
    Action.UNDO: LocalizedText("Hoàn tác", "Take it back"),
    Action.SOURCE: LocalizedText("Bài viết nói gì", "What the article says"),
    Action.LIBRARY: LocalizedText("Về danh sách bài học", "Back to the lessons"),
    Action.FIND: LocalizedText("Tìm huyệt thế nào?", "How do I find the point?"),
    Action.ZONES: LocalizedText("Vùng cần tránh", "Safety zones"),
    Action.ARROWS: LocalizedText("Mũi tên trên hình", "Arrows on the picture"),
    Action.VIEW: LocalizedText("Hình rộng hay gần", "Wide or close picture"),
    Action.WORDS: LocalizedText("Tả hình bằng lời", "Picture in words"),
    Action.ZOOM_IN: LocalizedText("Phóng to hình", "Larger picture"),
    Action.ZOOM_OUT: LocalizedText("Thu nhỏ hình", "Smaller picture"),
    Action.WHOLE: LocalizedText("Cả hình", "Whole picture"),
    Action.LIVE: LocalizedText("Hình chuyển động hoặc hình tĩnh", "Moving picture or still"),
    Action.FRAME_BACK: LocalizedText(
        "Lùi một tư thế tay, khi đang tạm dừng", "One key frame back, while paused"
    ),
    Action.FRAME_ON: LocalizedText(
        "Tới tư thế tay sau, khi đang tạm dừng", "One key frame on, while paused"
    ),
}
DIGITS: Final = "0123456789"
# What moves the focus, jumps to a line, or belongs to the whole program.
RESERVED: Final = frozenset(
    {"Tab", "Shift+Tab", "Backtab", "Ctrl+P", "Ctrl+T", "Ctrl+,", "Ctrl+L", "Ctrl+Q"}
    | {"Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5"}
    | {"F1", "F11", *DIGITS}
)
# Without these nobody whose hands are busy could go on, stop, or find the keys again.
NEVER_WITHOUT: Final = frozenset({Action.FORWARD, Action.HUSH, Action.HURTS, Action.KEYS})


class RefusalKind(Enum):
    """Why a key is not taken or not given away."""

    TAKEN = "taken"
    RESERVED = "reserved"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A change that is not made; ``owner`` has the key already."""

    kind: RefusalKind
    key: str
    owner: Action | None = None


@dataclass(frozen=True, slots=True)
class KeyMap:
    """The keys of every action; only those that differ from the defaults are kept."""

    changes: Mapping[Action, tuple[str, ...]] = field(default_factory=dict)

    def keys(self, action: Action) -> tuple[str, ...]:
        return self.changes.get(action, DEFAULT_KEYS[action])

    def owner(self, key: str) -> Action | None:
        """The action that this key does."""
        return next((action for action in Action if key in self.keys(action)), None)

    def with_key(self, action: Action, key: str) -> KeyMap | Refusal:
        """One more key for an action; a key that does something else already is refused."""
        if key in RESERVED:
            return Refusal(RefusalKind.RESERVED, key)
        owner = self.owner(key)
        if owner is action:
            return self
        if owner is not None:
            return Refusal(RefusalKind.TAKEN, key, owner)
        return self._with(action, (*self.keys(action), key))

    def without_key(self, action: Action, key: str) -> KeyMap | Refusal:
        """One key less for an action; some must keep one."""
        left = tuple(each for each in self.keys(action) if each != key)
        if not left and action in NEVER_WITHOUT:
            return Refusal(RefusalKind.LAST, key, action)
        return self._with(action, left)

    def texts(self) -> dict[str, list[str]]:
        """The changes, as they are written into a file."""
        return {action.value: list(keys) for action, keys in self.changes.items()}

    @classmethod
    def of_texts(cls, texts: Mapping[str, object]) -> KeyMap:
        """Read what ``texts`` wrote; what makes no sense or would clash is left out."""
        known = {action.value: action for action in Action}
        wanted: dict[Action, tuple[str, ...]] = {}
        for name, keys in texts.items():
            if name in known and isinstance(keys, list) and all(isinstance(k, str) for k in keys):
                wanted[known[name]] = tuple(keys)
        # First all that is given away, then what is taken: an exchange of two keys is no clash.
        read = cls()
        for action, keys in wanted.items():
            for key in DEFAULT_KEYS[action]:
                if key not in keys:
                    read = cls({**read.changes, action: _without(read.keys(action), key)})
        for action, keys in wanted.items():
            for key in keys:
                more = read.with_key(action, key)
                if isinstance(more, KeyMap):
                    read = more
        return cls() if any(not read.keys(action) for action in NEVER_WITHOUT) else read

    def _with(self, action: Action, keys: tuple[str, ...]) -> KeyMap:
        changes = {each: has for each, has in self.changes.items() if each is not action}
        if keys != DEFAULT_KEYS[action]:
            changes[action] = keys
        return KeyMap(changes)


def _without(keys: tuple[str, ...], key: str) -> tuple[str, ...]:
    return tuple(each for each in keys if each != key)

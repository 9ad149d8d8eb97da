"""The one place where a preference exists: its name, type, default and title."""

from dataclasses import dataclass, field
from typing import Any

from massage_trainer.domain.text import LocalizedText


def _setting(default: Any, vi: str, en: str) -> Any:
    """Declare a preference with its title."""
    return field(default=default, metadata={"title": LocalizedText(vi, en)})


@dataclass(frozen=True, slots=True)
class Settings:
    """Every preference of this computer; what a teacher decides for a room is in ``teacher``."""

    language: str = _setting("vi", "Ngôn ngữ", "Language")
    theme: str = _setting("auto", "Giao diện sáng hay tối", "Light or dark")
    wait_at_zero: bool = _setting(default=False, vi="Hết giờ thì chờ tôi", en="Wait for me at zero")
    client: str = _setting("man", "Người được xoa bóp trong hình", "Client in the pictures")
    view: str = _setting("", "Hình nhìn rộng hay nhìn gần", "Wide or close picture")
    arrows: bool = _setting(default=True, vi="Mũi tên trên hình", en="Arrows on the picture")
    live: str = _setting("auto", "Hình chuyển động", "Moving pictures")
    turn_body: bool = _setting(
        default=False, vi="Tự xoay người khi trả lời", en="Turn the body in the quiz"
    )
    reduce_motion: bool = _setting(default=False, vi="Giảm chuyển động", en="Reduce motion")
    cue_volume: int = _setting(80, "Âm lượng tín hiệu", "Volume of the signals")
    speech_volume: int = _setting(90, "Âm lượng giọng nói", "Volume of the voice")
    muted: bool = _setting(default=False, vi="Tắt tiếng", en="Sound off")
    sound_theme: str = _setting("soft", "Bộ tín hiệu", "Kind of signals")
    flash: bool = _setting(default=False, vi="Luôn nháy màn hình", en="Always flash the screen too")
    oily_hands: bool = _setting(default=False, vi="Tay dính dầu", en="Oily hands")
    press_merge_ms: int = _setting(250, "Bấm sát nhau tính một lần", "Presses that count as one")
    room: str = _setting("", "Điều cần nhớ về phòng này", "What is remembered of this room")
    window: str = _setting("", "Vị trí cửa sổ", "Window geometry")
    last_lesson: str = _setting("", "Bài học gần nhất", "Last lesson")

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
    window: str = _setting("", "Vị trí cửa sổ", "Window geometry")
    last_lesson: str = _setting("", "Bài học gần nhất", "Last lesson")

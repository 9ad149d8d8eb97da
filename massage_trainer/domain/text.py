"""Authored text in both languages of the program."""

from dataclasses import dataclass

LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """A sentence in Vietnamese and in English; both are always there."""

    vi: str
    en: str

    def __post_init__(self) -> None:
        missing = [name for name in LANGUAGES if not getattr(self, name).strip()]
        if missing:
            raise ValueError(f"missing text for {', '.join(missing)}")

    def in_language(self, language: str) -> str:
        """The Vietnamese text for ``vi``, the English one for every other language."""
        return self.vi if language == "vi" else self.en

"""The title of a setting, which stands beside its default."""

from dataclasses import fields
from functools import cache

from massage_trainer.domain.settings import Settings
from massage_trainer.domain.text import LocalizedText


@cache
def _titles() -> dict[str, LocalizedText]:
    return {field.name: field.metadata["title"] for field in fields(Settings)}


def setting_title(name: str, language: str) -> str:
    return _titles()[name].in_language(language)

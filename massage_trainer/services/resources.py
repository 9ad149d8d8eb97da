"""Where the shipped data lies: beside the package in a checkout, inside it when installed."""

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent.parent
_INSTALLED: Final = _PACKAGE / "_data"


def assets_dir() -> Path:
    return _root() / "assets"


def protocols_dir() -> Path:
    return _root() / "protocols"


def _root() -> Path:
    return _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent

"""Where this computer keeps the student's data."""

import os
import sys
from pathlib import Path
from typing import Final

NAME: Final = "massage-trainer"


def default_data_dir() -> Path:
    """The folder that the platform intends for a program's data.

    On Linux this is platformdirs' own answer without loading it: that costs each start 10 ms.
    """
    platform: str = sys.platform  # a plain string, so that mypy reads on for all platforms
    if platform == "linux":
        home = Path(os.environ.get("XDG_DATA_HOME", "").strip())
        return (home if home.is_absolute() else Path.home() / ".local/share") / NAME
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False)

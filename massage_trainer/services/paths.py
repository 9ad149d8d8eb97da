"""Where this computer keeps the student's data."""

from pathlib import Path


def default_data_dir() -> Path:
    """The folder that the platform intends for a program's data."""
    # Imported here, because a start with --data-dir need not pay for it.
    from platformdirs import user_data_path

    return user_data_path("massage-trainer", appauthor=False)

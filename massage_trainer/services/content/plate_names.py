"""The ids and frames of the pictures, read from the picture index."""

import json
from pathlib import Path

from massage_trainer.domain.errors import ContentError, SourceLocation
from massage_trainer.services.content.vocabulary import PlateNames


def load_plate_names(index: Path, label: str) -> PlateNames:
    """Read ``assets/plates/index.json``; raises ContentError where it is missing or damaged."""
    start = SourceLocation(label, 1)
    try:
        plates = json.loads(index.read_bytes())["plates"]
        return PlateNames(
            {
                str(plate): frozenset(str(moment["name"]) for moment in entry.get("moments", ()))
                for plate, entry in plates.items()
            }
        )
    except OSError as error:
        hint = "build it with python -m massage_trainer.artwork build"
        raise ContentError(start, f"no picture index: {error.strerror}", hint) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        hint = "build it again with python -m massage_trainer.artwork build"
        raise ContentError(start, "the picture index is damaged", hint) from error

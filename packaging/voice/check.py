"""Prints where the committed clips and the lessons' lines differ; exit code 1 if they do."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from massage_trainer.services.speech.clips import faults  # noqa: E402 - the path comes first
from massage_trainer.services.speech.lesson_lines import lesson_lines  # noqa: E402

lines = set(lesson_lines(ROOT / "protocols", ROOT / "assets"))
found = faults(ROOT / "assets" / "audio" / "voice", lines)
for fault in found:
    print(fault.replace(f"{ROOT}/", ""))
print(
    f"lines with a clip checked: {len(lines)}, faults: {len(found)}" + " (make voice)" * bool(found)
)
sys.exit(bool(found))

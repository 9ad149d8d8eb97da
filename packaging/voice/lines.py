"""Prints every line of the shipped lessons as JSON: what packaging/voice/build.py reads."""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from massage_trainer.domain.speech.line import clip_key  # noqa: E402 - the path comes first
from massage_trainer.services.speech.lesson_lines import lesson_lines  # noqa: E402

lines = lesson_lines(ROOT / "protocols", ROOT / "assets")
entries = [{"key": clip_key(x), "language": x.language, "text": x.text} for x in lines]
sys.stdout.write(json.dumps(entries))

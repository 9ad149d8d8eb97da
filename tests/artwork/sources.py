"""The scene files, read once for all tests that go through them."""

from pathlib import Path

from massage_trainer.artwork import scene

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = scene.read_all(ROOT / "assets" / "scenes")

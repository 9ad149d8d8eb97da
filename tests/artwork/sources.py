"""The scene files, read once for all tests that go through them."""

from pathlib import Path

from massage_trainer.artwork import scene_reader
from massage_trainer.services.content.catalog_loader import load_catalog

ROOT = Path(__file__).resolve().parent.parent.parent
LOADED = load_catalog(ROOT / "assets" / "catalog", "assets/catalog")
SOURCES = scene_reader.read_all(ROOT / "assets" / "scenes", LOADED.catalog)

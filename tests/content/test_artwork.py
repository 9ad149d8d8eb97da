"""The committed pictures: they fit their sources, have their size, and words in both languages."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImageReader

from massage_trainer.artwork.index import named_files, problems, read
from massage_trainer.domain.plate import ClientBody
from massage_trainer.services.scenes import SceneStore
from tests.content.placed import INDEX, TREE

# One picture of a lesson is loaded with every step; a megabyte each would be felt.
MOST_BYTES, MOST_THUMB_BYTES = 150_000, 20_000
MOST_OF_ALL = {TREE.stage: 6_000_000, TREE.plates: 24_000_000}
SCENES = [
    (client, name) for client in ClientBody for name in SceneStore(TREE.stage, client).scene_ids()
]


def test_the_pictures_fit_their_sources():
    assert problems(TREE) == []


def test_the_check_needs_neither_qt_nor_the_tools_of_the_artwork():
    code = (
        "import sys; from massage_trainer.artwork.__main__ import main; main(['check']);"
        "print([m for m in ('PySide6', 'numpy', 'torch', 'anny') if m in sys.modules])"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=TREE.root, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


PICTURES = [file for file in set(named_files(read(TREE)["plates"])) if file.endswith(".webp")]


@pytest.mark.parametrize("file", sorted(PICTURES))
def test_a_picture_can_be_read_and_has_its_size(file):
    path = TREE.plates / file
    small = path.parent.name == "thumbs"
    reader = QImageReader(str(path))
    assert reader.format() == b"webp"
    assert reader.size() == (QSize(480, 320) if small else QSize(2000, 1333))
    assert path.stat().st_size <= (MOST_THUMB_BYTES if small else MOST_BYTES)


@pytest.mark.parametrize("folder", MOST_OF_ALL, ids=lambda folder: folder.name)
def test_all_together_is_not_large(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= MOST_OF_ALL[folder]


@pytest.mark.parametrize("plate", INDEX.plates.values(), ids=lambda plate: plate.id)
def test_a_plate_is_told_in_two_sentences_of_both_languages(plate):
    for words in (plate.description, *plate.described.values()):
        for text in (words.vi, words.en):
            assert text.strip() == text
            assert text.endswith(".")
            assert text.count(". ") == 1
            assert "{" not in text


class MeshesReadOnce(SceneStore):
    """Many scenes are of the same few meshes."""

    def __init__(self, client):
        super().__init__(TREE.stage, client)
        self._meshes = {}

    def mesh(self, name):
        if name not in self._meshes:
            self._meshes[name] = super().mesh(name)
        return self._meshes[name]


@pytest.fixture(scope="module")
def stores():
    return {client: MeshesReadOnce(client) for client in ClientBody}


@pytest.mark.parametrize(("client", "name"), SCENES)
def test_a_baked_scene_fits_its_meshes(stores, client, name):
    assert stores[client].meshes(stores[client].scene(name))

"""Draws damaged scenes and meshes for test_bad_stage.py: ``python fuzz_stage.py FOLDER COUNT``."""

import json
import random
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication, QOffscreenSurface, QOpenGLContext

from massage_trainer.domain.plate import ClientBody, Files, Still, View
from massage_trainer.domain.stage_layers import IN_THE_PICTURE
from massage_trainer.domain.text import LocalizedText
from massage_trainer.services.live_meshes import LiveMeshStore
from massage_trainer.services.live_scenes import LiveScenes
from massage_trainer.services.mesh_file import LENGTH, MAGIC, lzma
from massage_trainer.services.scenes import StageFileError
from massage_trainer.widgets.stage.live_renderer import LEVELS, LiveRenderer
from massage_trainer.widgets.stage.shot import PAPER, Shot
from massage_trainer.widgets.stage.studio_work import live_format
from tests.unit.widgets.draw_live import write_live

WIDTH, HEIGHT = 48, 32
STRANGE = (
    float("nan"), float("inf"), -float("inf"), 1e300, -1, 0, 2**31, 2**63, 1e-300, None, "", "x",
    [], {}, True, [[]], "../client",
)  # fmt: skip
Mutation = Callable[[bytes, random.Random], bytes]


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 3, 40))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def insert(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content))
    return content[:at] + chance.randbytes(chance.choice((1, 8, 300))) + content[at:]


def another_version(content: bytes, chance: random.Random) -> bytes:
    return (
        bytes([content[0], content[1], content[2], content[3] ^ (1 + chance.randrange(9))])
        + (content[4:])
    )


def twist(value: Any, chance: random.Random) -> Any:
    """Somewhere in the tree something else stands."""
    if isinstance(value, dict) and value and chance.random() < 0.85:
        key = chance.choice(sorted(value))
        if chance.random() < 0.1:
            return {k: v for k, v in value.items() if k != key}
        return value | {key: twist(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.85:
        at = chance.randrange(len(value))
        return [twist(each, chance) if i == at else each for i, each in enumerate(value)]
    return chance.choice(STRANGE)


def twist_json(content: bytes, chance: random.Random) -> bytes:
    return json.dumps(twist(json.loads(content), chance)).encode()


def twist_header(content: bytes, chance: random.Random) -> bytes:
    """The header of a packed mesh, or its numbers, packed again: the check sum is right."""
    start = content.index(MAGIC)
    live, packed = content[:start], content[start + len(MAGIC) :]
    size = int.from_bytes(live[-8:-4], "little")
    raw = lzma.decompress(packed[: size - len(MAGIC)])
    (length,) = LENGTH.unpack_from(raw)
    header, numbers = raw[LENGTH.size : LENGTH.size + length], raw[LENGTH.size + length :]
    if chance.random() < 0.6:
        header = twist_json(header, chance)
    else:
        numbers = flip(numbers, chance)
    body = MAGIC + lzma.compress(LENGTH.pack(len(header)) + header + numbers)
    sizes = len(body).to_bytes(4, "little") + live[-4:]
    return live[:-8] + sizes + body + packed[size - len(MAGIC) :]


SCENE: tuple[Mutation, ...] = (cut, flip, insert, twist_json, twist_json, twist_json)
MESH: tuple[Mutation, ...] = (cut, flip, insert, another_version, twist_header, twist_header)


def draw(renderer: LiveRenderer, folder: Path) -> None:
    still = Still(
        "example", Files("example.rest.wide.webp"), LocalizedText("a", "a"), view=View.WIDE
    )
    found = LiveScenes(folder).of(replace(still, client=ClientBody.MAN))
    if found is None:
        return
    renderer.load({})
    renderer.load(LiveMeshStore(folder / "live").live_meshes(found.scene))
    for frame in found.scene.frames[:3]:
        shot = Shot.of_frame(found.scene, frame, found.camera, WIDTH, HEIGHT, 1.0)
        renderer.moving(shot, PAPER, IN_THE_PICTURE, LEVELS[0])
    renderer.place(shot, WIDTH // 2, HEIGHT // 2)


def main(folder: Path, count: int) -> dict[str, Any]:
    write_live(folder)
    files = [folder / "example.json", folder / "live/figure.mesh", folder / "live/slab.mesh"]
    whole = {path: path.read_bytes() for path in files}
    context, surface = QOpenGLContext(), QOffscreenSurface()
    for each in (context, surface):
        each.setFormat(live_format())
    surface.create()
    assert context.create()
    assert context.makeCurrent(surface)
    renderer = LiveRenderer(context)
    told: list[str] = []
    drawn = 0
    for seed in range(count):
        chance = random.Random(seed)
        path = chance.choice(files)
        mutation = chance.choice(SCENE if path.suffix == ".json" else MESH)
        path.write_bytes(mutation(whole[path], chance))
        # Whoever reads the end of the output after a crash knows which one it was.
        (folder / "seed").write_text(f"{seed} {path.name} {mutation.__name__}")
        try:
            draw(renderer, folder)
            drawn += 1
        except StageFileError as error:
            told.append(str(error))
        path.write_bytes(whole[path])
    draw(renderer, folder)
    renderer.release()
    unnamed = [each for each in told if not each.startswith(str(folder))]
    return {"told": len(told), "drawn": drawn, "unnamed": unnamed}


if __name__ == "__main__":
    app = QGuiApplication([])
    target = Path(sys.argv[1])
    report = main(target, int(sys.argv[2]) if len(sys.argv) > 2 else 500)
    (target / "fuzz.json").write_text(json.dumps(report), encoding="utf-8")

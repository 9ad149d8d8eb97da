"""A small catalogue and lesson as files, to be broken in one place by each test."""

from collections.abc import Mapping
from pathlib import Path

from massage_trainer.services.content.builder import LessonBuilder, LessonFile
from massage_trainer.services.content.catalog_loader import LoadedCatalog, load_catalog
from massage_trainer.services.content.protocol_loader import Compiled
from massage_trainer.services.content.vocabulary import PlateNames

CATALOG = {
    "strokes": """\
strokes:
  - id: xat
    name: {vi: Xát, en: Rubbing}
    how: {vi: Trượt trên da, en: Slides on the skin}
  - id: day-an
    name: {vi: Day ấn, en: Press-kneading}
    how: {vi: Ấn rồi day, en: Sink in and circle}
""",
    "regions": """\
regions:
  - {id: lumbar, name: {vi: Thắt lưng, en: Loin}}
  - {id: buttock, name: {vi: Mông, en: Buttock}}
""",
    "positions": "positions: [{id: prone, name: {vi: Nằm sấp, en: Prone}}]\n",
    "point_names": """\
points:
  - {code: BL23, pinyin: Shènshū, zh: 腎俞, vi: Thận du}
  - {code: GB30, pinyin: Huántiào, zh: 環跳, vi: Hoàn khiêu}
  - {code: EX-B2, pinyin: Jiájǐ, zh: 夾脊, vi: Giáp tích}
  - {code: ASHI, pinyin: Āshì, zh: 阿是, vi: A thị}
""",
    "body_regions": """\
regions:
  - {id: lumbar, name: {vi: Thắt lưng, en: Loin}}
  - {id: buttock, name: {vi: Mông, en: Buttock}}
""",
    "point_cautions": "cautions: [{id: kidney, text: {vi: Thận ở sâu, en: Kidney below}}]\n",
    "landmarks": """\
landmarks:
  - id: L2
    name: {vi: Gai sống L2, en: Spine of L2}
    find: {vi: Đếm lên từ L4, en: Count up from L4}
    found: proportion of the way from C7 to L5
    side: midline
    construct: {kind: on, corners: [0, 12, 7], shares: [0.25, 0.5, 0.25]}
    axes: [left, caudal]
  - id: scapula-border
    name: {vi: Bờ xương bả vai, en: Border of the shoulder blade}
    find: {vi: Sờ dọc bờ trong, en: Feel along the inner border}
    found: picked
    side: both
    construct: {kind: on, corners: [3, 4, 5], shares: [1, 0, 0]}
    axes: [lateral, caudal]
  - id: spine-at-scapula
    name: {vi: Gai sống ngang bả vai, en: Spine beside the shoulder blade}
    find: {vi: Ngang bờ xương bả vai, en: Level with the border}
    found: the same height
    side: midline
    construct: {kind: cross, level: scapula-border, a: L2, b: T7}
    axes: [left, caudal]
    level_with: [scapula-border]
    checks: [{kind: between, a: T7, b: L2, share: 0.1, within_cun: 0.25}]
  - id: T7
    name: {vi: Gai sống T7, en: Spine of T7}
    find: {vi: Ngang góc dưới bả vai, en: Level with the lower angle}
    found: picked
    side: midline
    construct: {kind: on, corners: [20, 21, 22], shares: [0.2, 0.3, 0.5]}
    axes: [left, caudal]
""",
    "spans": """\
spans:
  - id: back
    name: {vi: Nửa lưng, en: Half the back}
    a: spine-at-scapula
    b: scapula-border
    cun: 3
    along: skin
""",
    "points": """\
points:
  - code: BL23
    gloss: {vi: Huyệt của thận, en: Kidney transport}
    find: {vi: Dưới gai sống L2, en: Below the spine of L2}
    region: lumbar
    side: both
    shown: skin
    construct: {kind: level, level: L2, lateral_cun: 1.5, span: back}
    axes: [lateral, caudal]
    source: {vi: WHO 2008, en: WHO 2008}
    sure: high
  - code: GB30
    gloss: {vi: Vòng nhảy, en: Jumping circle}
    find: {vi: Một phần ba ngoài, en: The outer third}
    region: buttock
    side: both
    shown: cloth
    practice: true
    construct: {kind: walk, from: BL23, go: [{caudal: 4}, {lateral: 0.5}], span: back}
    axes: [lateral, caudal]
    level_with: [EX-B2@L2]
    checks: [{kind: along, a: BL23, b: scapula-border, cun: 4, span: back, within_cun: 0.5}]
    cautions: [kidney]
    alternative:
      construct: {kind: at, of: BL23}
      text: {vi: Cách khác, en: Another way}
    also_vi: [Hoàn khiếu]
    tolerance_cun: {hit: 0.4, near: 0.8}
    source: {vi: WHO 2008, en: WHO 2008}
    sure: medium
  - code: EX-B2
    gloss: {vi: Kẹp cột sống, en: Beside the spine}
    find: {vi: Cách đường giữa nửa thốn, en: Half a cun from the midline}
    region: lumbar
    side: both
    shown: skin
    construct: {kind: level, levels: [T7, L2], lateral_cun: 0.5, span: back}
    axes: [lateral, caudal]
    source: {vi: Sách giáo khoa, en: Textbook}
    sure: high
  - code: ASHI
    gloss: {vi: Đúng chỗ đau, en: That is it}
    find: {vi: Chỗ ấn đau, en: Where pressing hurts}
    region: lumbar
    side: none
    shown: text
    source: {vi: Nhớ lại, en: Remembered}
    sure: low
""",
    "zones": """\
zones:
  - id: kidney
    name: {vi: Vùng thận, en: Kidney}
    why: {vi: Xương sườn 12 gãy được, en: The 12th rib can break}
    side: both
    corners:
      - {kind: level, level: T7, lateral_cun: 2, span: back}
      - {kind: level, level: L2, lateral_cun: 2, span: back}
      - {kind: level, level: L2, lateral_cun: -0.4, span: back}
""",
    "screening": """\
lines:
  - id: health
    text: {vi: Đã hỏi bệnh, en: Asked about illness}
    covers: [leg-check]
    findings:
      - id: weak-bones
        caution: K1
        weight: note
        text: {vi: Loãng xương, en: Weak bones}
        leave_out: {points: [BL23], steps: [rub]}
      - id: no-yes
        weight: stop
        urgent: true
        of_room: true
        text: {vi: Chưa đồng ý, en: No yes}
        reason: {vi: Không làm, en: Not done}
""",
    "safety": "cautions: [{id: K1, text: {vi: Không ấn xương, en: Not on bone}}]\n",
    "corrections": """\
corrections:
  - id: C01
    severity: danger
    article: 15cm
    taught: {vi: "1,5 thốn", en: 1.5 cun}
    why: {vi: Dịch sai, en: A slip of the translation}
""",
    "article": 'sentences: [{id: S2.1, section: "2", label: {vi: Nằm sấp, en: Prone}}]\n',
    "questions": """\
questions:
  - id: leg-first
    text: {vi: Chân nào trước?, en: Which leg first?}
    default: right-first
    choices:
      - {id: right-first, text: {vi: Phải, en: Right}}
      - {id: left-first, text: {vi: Trái, en: Left}}
""",
}

WORDS = """\
        do: {vi: Xát đều, en: Rub evenly}
        practitioner: {vi: Đứng cạnh bàn, en: Stand at the side}
        contact: {vi: Gốc bàn tay, en: Heel of the hand}
        direction: {vi: Dọc, en: Lengthwise}
        pressure: {vi: Nhẹ, en: Light}
        watch: {vi: Hơi thở, en: The breath}
        stop: {vi: Đau, en: Pain}
"""

STEP = f"""\
      - step: rub
        name: {{vi: Xát, en: Rub}}
        position: prone
        stroke: xat
        region: lumbar
        plate: prone-lumbar
        sides: [left, right]
        time: {{value: 2m, status: source}}
{WORDS}"""

HEAD = """\
schema: 1
name: {vi: Bài tập, en: Exercise}
summary: {vi: Một bài, en: A lesson}
needs: [{vi: Khăn, en: Towel}]
cover: prone-lumbar
"""

LESSON = f"""\
{HEAD}\
order: 3
lead_in: {{value: 5s, status: app_default}}
between: {{value: 8s, status: app_default}}
total: {{value: 4m, status: app_default}}
steps:
  - block: main
    total: {{value: 4m, status: source}}
    steps:
{STEP}"""

PLATES = PlateNames(
    {"prone-lumbar": frozenset(), "leg-bend": frozenset({"straight", "bent"})},
)


def write_catalog(folder: Path, **changed: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for stem, text in {**CATALOG, **changed}.items():
        (folder / f"{stem}.yaml").write_text(text, encoding="utf-8")
    return folder


def read_catalog(folder: Path, **changed: str) -> LoadedCatalog:
    return load_catalog(write_catalog(folder / "catalog", **changed), "catalog", PLATES)


def compile_all(
    folder: Path, lessons: Mapping[str, str | bytes], **catalog: str
) -> dict[str, Compiled]:
    """Compile lessons given as text; messages call their files by the bare name."""
    files = {}
    for lesson_id, text in lessons.items():
        path = folder / f"{lesson_id}.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        files[lesson_id] = LessonFile(path, path.name)
    vocabulary = read_catalog(folder, **catalog).vocabulary
    builder = LessonBuilder(files, vocabulary, lambda _: None)
    return {lesson_id: builder.compiled(lesson_id) for lesson_id in lessons}


def mistakes(folder: Path, text: str | bytes, **others: str) -> list[str]:
    compiled = compile_all(folder, {"demo": text, **others})["demo"]
    assert (compiled.protocol is None) == bool(compiled.errors)
    return [str(error) for error in compiled.errors]


def replaced(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text


TIME = "time: {value: 2m, status: source}"
SIDES = "sides: [left, right]"
BLOCK = "block: main"
BY_ANSWER = "sides: {by: leg-first, right-first: [right, left], left-first: [left, right]}"


def source(value):
    return "{value: %s, status: source}" % value  # noqa: UP031 - braces all over


def lesson(tmp_path, text, **others):
    compiled = compile_all(tmp_path, {"demo": text, **others})
    found = compiled["demo"]
    assert [str(error) for error in found.errors] == []
    return found.protocol

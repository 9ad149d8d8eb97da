"""The rubric of the exam: the shipped one, with the weights of a file in the data folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from massage_trainer.domain.exam.rubric import Rubric, RubricReading
from massage_trainer.services.content.rubric_loader import (
    RUBRIC_FILE,
    WEIGHTS_FILE,
    load_rubric,
    load_weights,
)
from massage_trainer.services.export.whole_file import ExportError, write_whole

if TYPE_CHECKING:
    from pathlib import Path

_HEAD: Final = """\
# Trọng số của phiếu chấm thi thực hành: cộng lại phải đủ 100. Điểm đạt tính theo phần trăm.
# The weights of the practical exam: together they must be 100. The pass mark is a percentage.
# Kiểm tra / check: python main.py --check {name}
"""


class RubricFiles:
    """The RubricSource over two files; they are read anew each time."""

    def __init__(self, catalog: Path, data_dir: Path) -> None:
        self._shipped = catalog / RUBRIC_FILE
        self._own = data_dir / WEIGHTS_FILE

    def read(self) -> RubricReading:
        rubric, errors = load_rubric(self._shipped, f"assets/catalog/{RUBRIC_FILE}")
        own = str(self._own)
        if errors or not self._own.exists():
            return RubricReading(rubric, own, problems=tuple(map(str, errors)))
        weighed, errors = load_weights(self._own, WEIGHTS_FILE, rubric)
        problems = tuple(map(str, errors))
        return RubricReading(weighed, own, is_own=not problems, problems=problems)

    def begin_own(self) -> bool:
        if self._own.exists():
            return True
        try:
            self._own.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._own, _own_text(self.read().rubric).encode())
        except (OSError, ExportError):
            return False
        return True


def _own_text(rubric: Rubric) -> str:
    lines = [_HEAD.format(name=WEIGHTS_FILE) + f"pass_percent: {rubric.pass_percent}", "weights:"]
    for area in rubric.areas:
        entry = f"  {area.id}: {area.weight}"
        lines.append(f"{entry:<24}# {area.name.vi} / {area.name.en}")
    return "\n".join(lines) + "\n"

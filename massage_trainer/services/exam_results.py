"""What an exam found as a table: a fact in each row, and every fact comes back as it was."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar

from massage_trainer.domain.errors import ContentError, SourceLocation, TrainerError
from massage_trainer.domain.exam.sheet import ClassResult, class_json, class_of
from massage_trainer.domain.inert_cells import active, inert
from massage_trainer.services.csv_cells import decoded
from massage_trainer.services.export.whole_file import write_whole

if TYPE_CHECKING:
    from pathlib import Path

Row = dict[str, str]
_Value = TypeVar("_Value")

# Rows of one student have their seat; those of the exam have none.
COLUMNS: Final = (
    *("seat", "number", "name", "part", "id", "kind", "subject", "side", "text_vi", "text_en"),
    *("result", "value", "weight", "taken_for", "wrong_side", "remark"),
)
_MOST_BYTES: Final = 20_000_000
_YES, _NO = "yes", "no"


class ExamResultFiles:
    """Writes and reads results; one student is an exam with one student."""

    def write(self, path: Path, result: ClassResult) -> None:
        """Replace the file as a whole; raises TrainerError."""
        write_whole(path, results_bytes(result))

    def read(self, path: Path) -> ClassResult:
        """Raises TrainerError with the place of what is wrong."""
        try:
            with path.open("rb") as file:
                content = file.read(_MOST_BYTES)
        except OSError as error:
            raise TrainerError(f"{path}: {error.strerror or 'cannot be read'}") from error
        return results_of(content, path.name)


def results_bytes(result: ClassResult) -> bytes:
    """UTF-8 with the mark that tells spreadsheets so; every cell is inert."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for row in _rows(class_json(result)):
        writer.writerow([inert(row.get(name, "")) for name in COLUMNS])
    return text.getvalue().encode("utf-8-sig", "replace")


def results_of(content: bytes, label: str) -> ClassResult:
    """The results that were made into these bytes; raises ContentError."""
    text = decoded(content, label)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    found: dict[str, Any] = {"students": []}
    students: dict[str, dict[str, Any]] = {}
    try:
        _check_head(next(reader, []))
        for cells in reader:
            row = dict(zip(COLUMNS, map(active, cells), strict=True))
            if row["seat"]:
                if row["seat"] not in students:
                    students[row["seat"]] = _new_student(row)
                _PARTS[row["part"]](students[row["seat"]], row)
            else:
                _take_exam(found, row)
        found["students"] = list(students.values())
        return class_of(found)
    except (KeyError, TypeError, ValueError, csv.Error) as error:
        where = SourceLocation(label, max(1, reader.line_num))
        problem = f"missing {error}" if isinstance(error, KeyError) else str(error)
        raise ContentError(where, problem, "take a table as it was saved") from error


def _check_head(cells: list[str]) -> None:
    if tuple(cells) != COLUMNS:
        raise ValueError("no results of an exam: the first row names other columns")


def _rows(content: Mapping[str, Any]) -> Iterable[Row]:
    for name in ("group", "title", "day", "seed", "pass_percent"):
        yield {"part": "exam", "id": name, "result": str(content[name])}
    yield {"part": "exam", "id": "deck", **_texts(content["deck"])}
    for student in content["students"]:
        who = {"seat": str(student["seat"]), "number": student["number"], "name": student["name"]}
        yield from ({**who, **row} for row in _student_rows(student))


def _student_rows(student: Mapping[str, Any]) -> Iterable[Row]:
    yield {"part": "attempt", "id": "began", "result": student["began"]}
    yield {"part": "attempt", "id": "worked_ms", "value": str(student["worked_ms"])}
    yield {"part": "attempt", "id": "ending", "result": student["ending"]}
    yield {"part": "attempt", "id": "passed", "result": _yes_no(student["passed"])}
    yield {"part": "attempt", "id": "percent", "value": _number(student["percent"])}
    for area in student["areas"]:
        yield {
            "part": "area",
            "id": area["id"],
            **_texts(area["title"]),
            "value": _number(area["percent"]),
            "weight": str(area["weight"]),
        }
    for task in student["tasks"]:
        yield {
            "part": "task",
            "id": str(task["number"]),
            "kind": task["kind"],
            "subject": task["subject"],
            "side": task["side"],
            **_texts(task["text"]),
            "result": task["find"] or "",
            "value": _number(task["cun"]),
            "taken_for": task["taken_for"],
            "wrong_side": _yes_no(task["wrong_side"]),
        }
    for gate in student["gates"]:
        yield {
            "part": "gate",
            "id": gate["id"],
            **_texts(gate["text"]),
            "result": _yes_no(gate["held"]),
        }
    for item in student["items"]:
        yield {
            "part": "item",
            "id": item["id"],
            "kind": item["area"],
            **_texts(item["text"]),
            "result": item["level"] or "",
        }
    for remark in student["remarks"]:
        yield {"part": "remark", "value": str(remark["at_ms"]), "remark": remark["text"]}


def _take_exam(found: dict[str, Any], row: Row) -> None:
    name = row["id"]
    if name == "deck":
        found[name] = _both(row)
    else:
        found[name] = int(row["result"]) if name in ("seed", "pass_percent") else row["result"]


def _new_student(row: Row) -> dict[str, Any]:
    lists: dict[str, Any] = {name: [] for name in ("tasks", "gates", "items", "areas", "remarks")}
    return {"seat": int(row["seat"]), "number": row["number"], "name": row["name"], **lists}


def _take_attempt(student: dict[str, Any], row: Row) -> None:
    name = row["id"]
    if name == "passed":
        student[name] = _is_yes(row["result"])
    elif name == "percent":
        student[name] = _or_none(row["value"], float)
    else:
        student[name] = int(row["value"]) if name == "worked_ms" else row["result"]


def _take_area(student: dict[str, Any], row: Row) -> None:
    percent = _or_none(row["value"], float)
    area = {"title": _both(row), "weight": int(row["weight"]), "percent": percent}
    student["areas"].append({"id": row["id"], **area})


def _take_task(student: dict[str, Any], row: Row) -> None:
    task = {name: row[name] for name in ("kind", "subject", "side", "taken_for")}
    found = {"find": row["result"], "cun": _or_none(row["value"], float), "text": _both(row)}
    wrong_side = _is_yes(row["wrong_side"])
    student["tasks"].append({"number": int(row["id"]), **task, **found, "wrong_side": wrong_side})


def _take_gate(student: dict[str, Any], row: Row) -> None:
    held = _or_none(row["result"], _is_yes)
    student["gates"].append({"id": row["id"], "text": _both(row), "held": held})


def _take_item(student: dict[str, Any], row: Row) -> None:
    item = {"id": row["id"], "area": row["kind"], "text": _both(row), "level": row["result"]}
    student["items"].append(item)


def _take_remark(student: dict[str, Any], row: Row) -> None:
    student["remarks"].append({"at_ms": int(row["value"]), "text": row["remark"]})


_PARTS: Final[Mapping[str, Callable[[dict[str, Any], Row], None]]] = {
    "attempt": _take_attempt,
    "area": _take_area,
    "task": _take_task,
    "gate": _take_gate,
    "item": _take_item,
    "remark": _take_remark,
}


def _texts(text: Mapping[str, str]) -> Row:
    return {"text_vi": text["vi"], "text_en": text["en"]}


def _both(row: Row) -> dict[str, str]:
    return {"vi": row["text_vi"], "en": row["text_en"]}


def _number(value: float | None) -> str:
    return "" if value is None else repr(float(value))


def _or_none(text: str, make: Callable[[str], _Value]) -> _Value | None:
    return make(text) if text else None


def _yes_no(value: bool | None) -> str:  # noqa: FBT001 - the value of a cell
    return "" if value is None else _YES if value else _NO


def _is_yes(text: str) -> bool:
    if text not in (_YES, _NO):
        raise ValueError(f"{text!r} is neither {_YES} nor {_NO}")
    return text == _YES

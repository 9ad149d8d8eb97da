"""The words by which class lists name their columns, in either language, with or without marks."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.point_search import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Column(Enum):
    """What stands in a column; OTHER is known and left aside (an ordinal, a date of birth)."""

    NUMBER = auto()
    NAME = auto()
    FAMILY = auto()
    GIVEN = auto()
    WITHDRAWN = auto()
    OTHER = auto()


# Folded, as ``fold`` does.
_WORDS: Final = {
    Column.NUMBER: (
        "number studentnumber studentid studentno id idnumber matriculationnumber"
        " maso masosv masv mssv msv masosinhvien masinhvien mahv mshv mahocvien masohocvien"
        " mahs mahocsinh masohocsinh sobaodanh sbd"
    ),
    Column.NAME: (
        "name fullname student studentname hoten hovaten hotensv hovatensv hotensinhvien"
        " hovatensinhvien hotenhocvien hovatenhocvien hotenhocsinh hovatenhocsinh tensinhvien"
        " tenhocvien tenhocsinh sinhvien hocvien hocsinh"
    ),
    Column.FAMILY: "lastname surname familyname ho hodem hovadem hotendem hovatendem holot hovalot",
    Column.GIVEN: "firstname givenname givennames forename ten",
    Column.WITHDRAWN: "withdrawn status trangthai tinhtrang thoihoc dathoihoc danghi darut",
    Column.OTHER: (
        "stt tt no ordinal class lop khoa ngaysinh dateofbirth birthday gioitinh sex gender"
        " email phone dienthoai sodienthoai ghichu notes remarks chuky signature mark diem"
    ),
}
_MEANING: Final = {word: column for column, words in _WORDS.items() for word in words.split()}
_GONE: Final = frozenset(
    ("withdrawn", "yes", "true", "x", "1", "co", "thoihoc", "dathoihoc", "danghi", "rut", "darut")
)


def column_of(word: str) -> Column | None:
    """What a column of this name holds."""
    return _MEANING.get(fold(word))


def places_of(words: Sequence[str]) -> Mapping[Column, int] | None:
    """Where everything stands in a row that names the columns; None: it is no such row."""
    places: dict[Column, int] = {}
    for place, word in enumerate(words):
        column = column_of(word)
        if column is not None:
            places.setdefault(column, place)
    has_name = Column.NAME in places or {Column.FAMILY, Column.GIVEN} <= places.keys()
    # One word may be somebody's name (Khoa, Hồ).
    return places if has_name or {Column.NUMBER, Column.GIVEN} <= places.keys() else None


def is_gone(word: str) -> bool:
    """Whether the column of who withdrew says so."""
    return fold(word) in _GONE

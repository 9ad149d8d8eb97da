"""Class lists from tables: what schools export is understood, and every mistake has its place."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.classroom.class_list import ListEntry, MistakeKind, new_in
from massage_trainer.domain.classroom.roster import Student
from massage_trainer.domain.errors import TrainerError
from massage_trainer.services.class_lists import MOST_STUDENTS, ClassListFiles

READER = ClassListFiles()
THREE = [("SV1", "Nguyễn Văn An"), ("SV2", 'O\'Neil; "王小明"'), ("SV3", '=HYPERLINK("http://x")')]
TABLE = (
    'Mã số SV,Họ và tên\r\nSV1,Nguyễn Văn An\r\nSV2,"O\'Neil; ""王小明"""\r\n'
    'SV3,"\'=HYPERLINK(""http://x"")"\r\n'
)


def entries(found):
    assert found.mistakes == ()
    return [(one.number, one.name) for one in found.entries]


def mistakes(found):
    return [(one.kind, one.line, one.column, one.detail, one.other) for one in found.mistakes]


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode(),
        codecs.BOM_UTF8 + TABLE.encode(),
        codecs.BOM_UTF16_LE + TABLE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TABLE.replace(",", "\t", 3).encode("utf-16-be"),
        codecs.BOM_UTF8 + b"sep=,\n" + TABLE.encode(),
        TABLE.replace("\r\n", "\r").encode(),
    ],
    ids=["utf-8", "marked", "utf-16", "utf-16-be-tabs", "sep", "old-mac"],
)
def test_a_table_is_read_however_it_was_saved(tmp_path, content):
    path = tmp_path / "lớp.csv"
    path.write_bytes(content)
    if b"\t" in content:  # a list whose separator is a tab
        content = TABLE.replace(",Họ", "\tHọ").replace("SV1,", "SV1\t").replace("SV2,", "SV2\t")
        path.write_bytes(codecs.BOM_UTF16_BE + content.replace("SV3,", "SV3\t").encode("utf-16-be"))
    assert entries(READER.read(path)) == THREE


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "STT;MSSV;Họ đệm;Tên;Ngày sinh\n1;S1;Nguyễn Thị;Ánh;1/2/2005\n",
            [("S1", "Nguyễn Thị Ánh")],
        ),
        ("Last name,First name,ID\nSmith,John,7\n", [("7", "Smith, John")]),
        ("Họ tên\nSmith, John\nLê An\n", [("", "Smith, John"), ("", "Lê An")]),
        ("TRƯỜNG Y\n\nDANH SÁCH LỚP K5\nTT\tMã HV\tHọ và tên\n1\tS1\tAn\n", [("S1", "An")]),
        ("number,name\nS1,An\nnumber,name\nS2,Ba\n", [("S1", "An"), ("S2", "Ba")]),
        ("S1\tAn\nS2\tBa\n", [("S1", "An"), ("S2", "Ba")]),
        ("An;S1\nBa;S2\n", [("S1", "An"), ("S2", "Ba")]),
        ("S1, Smith\nS2, Ba", [("S1", "Smith"), ("S2", "Ba")]),
        ("Smith, John\nLê Khoa", [("", "Smith, John"), ("", "Lê Khoa")]),
        ("1. Lê An\n2) Hồ Ba\n", [("", "Lê An"), ("", "Hồ Ba")]),
        ("SV01 Lê An\n2005-7 Hồ Ba", [("SV01", "Lê An"), ("2005-7", "Hồ Ba")]),
        ("S1\tAn\nS2 Ba\n3. Cô", [("S1", "An"), ("S2", "Ba"), ("", "Cô")]),
        ("S1;An\nS1;An\n", [("S1", "An")]),
        ("Khoa\nHồ\n", [("", "Khoa"), ("", "Hồ")]),
        ("name,number\nLê\u202e An,\n", [("", "Lê An")]),
    ],
)
def test_lists_as_they_come_are_understood(text, wanted):
    assert entries(READER.read_text(text)) == wanted


def test_who_withdrew_is_known():
    found = READER.read_text("MSSV,Họ tên,Tình trạng\n1,An,\n2,Ba,Đã rút\n3,Cô,đang học\n")
    assert [one.withdrawn for one in found.entries] == [False, True, False]


def test_every_mistake_has_its_place_and_the_good_lines_are_read():
    long = "x" * 121
    text = f"number,name\nS1,An\ns1,Ba\nS2,\n\n,Lê\n,lê\nS3,{long}\nS4,Ba,more\n{'9' * 41},Cô\n"
    found = READER.read_text(text)
    assert [one.name for one in found.entries] == ["An", "Lê"]
    assert mistakes(found) == [
        (MistakeKind.SAME_NUMBER, 3, 1, "s1", 2),
        (MistakeKind.NO_NAME, 4, 1, "S2", 0),
        (MistakeKind.SAME_NAME, 7, 2, "lê", 6),
        (MistakeKind.TOO_LONG, 8, 4, long, 0),
        (MistakeKind.MORE_CELLS, 9, 7, "", 0),
        (MistakeKind.TOO_LONG, 10, 1, "9" * 41, 0),
    ]


@pytest.mark.parametrize(
    ("content", "kind", "place"),
    [
        (b"number,name\n1,Nguy\xea\xden\n", MistakeKind.NOT_UTF8, (2, 7)),
        ("number,name\n".encode("utf-16-le"), MistakeKind.NO_MARK, (1, 1)),
        (b"PK\x03\x04rest", MistakeKind.WORKBOOK, (1, 1)),
        (b"", MistakeKind.EMPTY, (1, 1)),
        (b"number,name\n", MistakeKind.EMPTY, (1, 1)),
        (b'sep=,\nnumber,name\n1,"An\n', MistakeKind.OPEN_QUOTE, (3, 3)),
        (b"1,An,x\n2,Ba,y\n", MistakeKind.WHICH_COLUMN, (1, 6)),
        (b"x" * 1_000_001, MistakeKind.TOO_MANY, (1, 1)),
    ],
)
def test_what_is_no_table_of_text_is_refused(tmp_path, content, kind, place):
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    found = READER.read(path)
    assert found.entries == ()
    assert [(one.kind, (one.line, one.column)) for one in found.mistakes] == [(kind, place)]


def test_the_line_that_names_the_separator_counts_as_a_line():
    found = READER.read_text("sep=;\nnumber;name\nS1;An\nS1;Ba\n")
    assert [one.line for one in found.entries] == [3]
    assert mistakes(found) == [(MistakeKind.SAME_NUMBER, 4, 1, "S1", 3)]


def test_a_number_alone_in_a_table_misses_its_name():
    found = READER.read_text("S1\tAn\nS2\t\n")
    assert mistakes(found) == [(MistakeKind.NO_NAME, 2, 1, "S2", 0)]


def test_more_students_than_a_class_has_are_refused():
    found = READER.read_text("\n".join(f"S{n} An{n}" for n in range(MOST_STUDENTS + 1)))
    assert [(one.kind, one.line) for one in found.mistakes] == [(MistakeKind.TOO_MANY, 501)]


def test_a_file_that_is_not_there_says_so(tmp_path):
    with pytest.raises(TrainerError, match=r"no\.csv"):
        READER.read(tmp_path / "no.csv")


@given(st.text(max_size=200))
def test_no_text_breaks_the_reader(text):
    found = READER.read_text(text)
    assert found.entries or found.mistakes
    assert all(one.name for one in found.entries)


def test_a_second_list_adds_who_is_new_and_tells_who_is_called_otherwise():
    there = [Student(1, 1, "S1", "Lê An"), Student(2, 1, "", "Hồ Ba"), Student(3, 1, "S3", "Cô")]
    rows = [ListEntry("s1", "Lê Ân"), ListEntry("", "hồ ba"), ListEntry("S3", "CÔ")]
    new = ListEntry("S4", "Lê An")
    found = new_in([*rows, new], there)
    assert (found.new, found.known) == ((new,), (rows[1], rows[2]))
    assert found.renamed == ((there[0], rows[0]),)

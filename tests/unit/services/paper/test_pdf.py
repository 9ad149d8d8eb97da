"""The file: letters that can be copied, typefaces inside, pictures as JPEG, honest about gaps."""

import io

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from massage_trainer.domain.paper.model import (
    Blanks,
    Bullets,
    Cell,
    Heading,
    Paper,
    Picture,
    Plate,
    Prose,
    Remark,
    Sign,
    Signature,
    Table,
    Title,
)
from massage_trainer.domain.plate import Files, Still
from massage_trainer.domain.protocol import Status
from massage_trainer.services.export.whole_file import ExportError
from massage_trainer.services.paper.letters import POINT, Style, register_letters, set_text
from massage_trainer.services.paper.pages import PAGE_HEIGHT, PAGE_WIDTH, paint_page
from massage_trainer.services.paper.pdf import pdf_bytes, set_paper, write_pdf
from massage_trainer.services.paper.signs import draw_frame, draw_sign
from massage_trainer.services.resources import assets_dir
from tests.examples import text
from tests.pdf_reader import read_pdf

# In no typeface that a computer of ours is likely to have: an ancient script.
RARE = "\U00012000"


@pytest.fixture(autouse=True)
def letters(qapp):
    register_letters(assets_dir() / "fonts")


def still(name="a.png", *, mirrored=False):
    return Still("a", Files(name, mirrored=mirrored), text("a"))


def plates(tmp_path, name="a.png"):
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("#e8c39b"))
    painter = QPainter(image)
    painter.fillRect(0, 0, 300, 400, QColor("#203050"))  # the left half
    painter.end()
    assert image.save(str(tmp_path / name))
    return tmp_path


def nothing(painter, box, picture):
    del painter, box, picture


def paper(*parts, language="vi"):
    return Paper("Tài liệu thử", language, "Chân trang", parts)


def written(tmp_path, *parts, decorate=nothing, language="vi"):
    return read_pdf(pdf_bytes(set_paper(paper(*parts, language=language), tmp_path, decorate)))


def test_vietnamese_pinyin_and_chinese_can_be_copied_from_the_file(tmp_path):
    said = "Thận du – Shènshū 腎俞: ấn từ từ, giữ 1 phút, nhả từ từ."
    pdf = written(tmp_path, Prose(said))
    assert said in pdf.text.replace("\n", "")
    assert "find" in written(tmp_path, Prose("find")).text
    assert "\t" not in pdf.text
    assert "\ufffd" not in pdf.text


def test_every_typeface_is_inside_the_file(tmp_path):
    pdf = written(tmp_path, Title("Tên", "Loại"), Prose("Chữ 腎俞"))
    assert {font.split("-")[0] for font in pdf.fonts} == {"BeVietnamPro", "TrainerHan"}
    assert pdf.embedded == len(pdf.fonts)


def test_the_file_is_called_by_its_title_and_knows_no_person(tmp_path):
    pdf = written(tmp_path, Prose("x"))
    assert pdf.title == "Tài liệu thử"
    assert b"/Author ()" in pdf.metadata


@pytest.mark.parametrize(("language", "said"), [("vi", "Trang 2/3"), ("en", "Page 2 of 3")])
def test_pages_are_numbered(tmp_path, language, said):
    parts = [Heading(str(number), new_page=True) for number in range(3)]
    pdf = written(tmp_path, *parts, language=language)
    assert len(pdf.pages) == 3
    assert said in pdf.pages[1].splitlines()
    assert all("Chân trang" in page for page in pdf.pages)


def test_a_picture_is_a_jpeg_and_the_same_one_is_held_once(tmp_path):
    plates(tmp_path)
    pdf = written(tmp_path, Plate(Picture(still(), 1.5)), Plate(Picture(still(), 1.5)))
    assert pdf.filters == (b"DCTDecode",)


def test_a_mirrored_picture_shows_the_other_side(tmp_path):
    plates(tmp_path)
    sides = []
    for mirrored in (False, True):
        pdf = written(tmp_path, Plate(Picture(still(mirrored=mirrored), 1.5)))
        image = QImage.fromData(pdf.images[0])
        sides.append(image.pixelColor(image.width() // 4, 100).lightness() < 100)
    assert sides == [True, False]


def test_a_part_of_a_picture_shows_that_part(tmp_path):
    plates(tmp_path)
    pdf = written(tmp_path, Plate(Picture(still(), 1.5, part=(0.5, 0.25, 0.5))))
    image = QImage.fromData(pdf.images[0])
    assert image.pixelColor(5, 5).lightness() > 150
    assert abs(image.width() / image.height() - 1.5) < 0.01


def test_no_picture_reaches_over_the_edge_of_its_page(tmp_path):
    plates(tmp_path)
    boxes = []

    def decorate(painter, box, picture):
        boxes.append(painter.transform().mapRect(box))

    parts = [Plate(Picture(still(), 1.5, caption=f"Hình {number}")) for number in range(5)]
    pdf = written(tmp_path, *parts, decorate=decorate)
    assert len(pdf.pages) == 3
    assert len(boxes) == 5
    assert all(box.bottom() < PAGE_HEIGHT - 40 * POINT and box.top() > 0 for box in boxes)


def test_a_missing_picture_is_said_and_the_old_file_stays(tmp_path):
    old = tmp_path / "old.pdf"
    old.write_bytes(b"old")
    with pytest.raises(ExportError) as failure:
        write_pdf(set_paper(paper(Plate(Picture(still(), 1.5))), tmp_path, nothing), old)
    assert "a.png" in failure.value.text.vi
    assert old.read_bytes() == b"old"


def test_letters_that_no_typeface_has_are_told(tmp_path):
    table = Table(("", ""), ((Cell(RARE), Cell("腎俞")),), (0.5, 0.5))
    for part in (Prose(RARE), Title(RARE, "Loại"), Bullets((RARE,)), table):
        done = write_pdf(set_paper(paper(part), tmp_path, nothing), tmp_path / "x.pdf")
        assert done.lacking == (RARE,)
    done = write_pdf(set_paper(paper(Prose("腎俞 Thận")), tmp_path, nothing), tmp_path / "x.pdf")
    assert done.lacking == ()


def test_a_table_can_be_read_cell_by_cell_and_blanks_have_numbers(tmp_path):
    table = Table(("Số", "Tên"), ((Cell("1"), Cell("An", "ghi chú")),), (0.2, 0.8), frozenset({0}))
    pdf = written(tmp_path, table, Blanks((1, 2, 3), 2), Signature(("Giám khảo",)))
    lines = pdf.text.splitlines()
    assert lines[:5] == ["Số", "Tên", "1", "An", "ghi chú"]
    assert lines[5:8] == ["1", "3", "2"]
    assert "Giám khảo" in lines


def test_a_remark_says_its_label_in_words_beside_its_sign(tmp_path):
    for sign in Sign:
        assert "Nhãn" in written(tmp_path, Remark(sign, "Nhãn", "Lời")).text


def grey(draw):
    image = QImage(60, 60, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.scale(0.1, 0.1)
    draw(painter)
    painter.end()
    return bytes(image.constBits())


def test_signs_and_frames_differ_without_colours():
    signs = [grey(lambda p, s=s: draw_sign(p, s, 100, 100, 400)) for s in Sign]
    assert len(set(signs)) == len(Sign)
    box = QRectF(100, 100, 400, 300)
    frames = [grey(lambda p, s=s: draw_frame(p, s, box)) for s in Status]
    assert len(set(frames)) == len(Status)


def test_a_page_is_painted_alike_on_a_picture(tmp_path):
    made = set_paper(paper(Prose("Một đoạn.")), tmp_path, nothing)
    image = QImage(595, 842, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(595 / PAGE_WIDTH, 842 / PAGE_HEIGHT)
    paint_page(painter, made, 0)
    painter.end()
    buffer = io.BytesIO(bytes(image.constBits()))
    assert min(buffer.getvalue()) < 120


def test_lines_have_one_height_whatever_letters_stand_in_them():
    plain, mixed = (set_text(each, Style.BODY, 5000) for each in ("Ấp", "腎俞 Ấp"))
    assert plain.height == mixed.height == Style.BODY.value.leading * POINT

"""No line ends inside a code or between a number and its unit, and no letter is changed for it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

import massage_trainer.widgets
from massage_trainer.domain.kept_together import kept_together, pieces
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.text_block import TextBlock, lay_out

WIDGETS = Path(massage_trainer.widgets.__file__).parent
TEXTS = {
    "Show and name Huatuo jiaji (EX-B2), 0.5 cun beside the spine.": ["EX-B2", "0.5 cun"],
    "Tìm huyệt Giáp tích EX-B2: từ mỏm gai ra 0,5 thốn, giữ 30 giây.": [
        "EX-B2",
        "0,5 thốn",
        "30 giây",
    ],
    "Hold 3–5 seconds, 8–10 times; at most 10 kg.": ["3–5 seconds", "8–10 times", "10 kg"],
    "Paper 3 · SV-01 · M-BW-35": ["SV-01", "M-BW-35"],
}
ALIGNED = [Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight]


def lines_of(layout, text):
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    return [text[line.textStart() : line.textStart() + line.textLength()] for line in lines]


@pytest.mark.parametrize(("text", "kept"), TEXTS.items())
def test_codes_and_numbers_with_units_are_found(text, kept):
    assert [text[start:end] for start, end in kept_together(text)] == kept


@pytest.mark.parametrize(
    "text",
    ["well-known", "2 is next", "1 máy", "in 3 steps, 4 go", "a - b", "BL23 and BL25", "Co-op"],
)
def test_other_words_may_part(text):
    assert kept_together(text) == ()
    assert pieces(text) == text.split()


@pytest.mark.parametrize("alignment", ALIGNED, ids=lambda each: each.name)
@pytest.mark.parametrize(("text", "kept"), TEXTS.items())
def test_no_line_ends_inside(look, text, kept, alignment):
    font = sized(look.font(), 24)
    widest = max(QFontMetricsF(font).horizontalAdvance(piece) for piece in pieces(text))
    for width in range(int(widest) + 2, 700, 7):
        layout, _ = lay_out(text, font, width, alignment)
        lines = lines_of(layout, text)
        assert "".join(lines) == text
        assert all(any(piece in line for line in lines) for piece in kept), lines
        for number in range(layout.lineCount()):
            words = layout.lineAt(number).naturalTextRect()
            assert words.left() >= -1.1
            assert words.right() <= width + 1.1
            if alignment is Qt.AlignmentFlag.AlignHCenter:
                assert words.center().x() == pytest.approx(width / 2, abs=1.1)
            if alignment is Qt.AlignmentFlag.AlignRight:
                assert words.right() == pytest.approx(width, abs=1.1)


def test_where_even_the_code_is_too_wide_it_is_still_seen_whole_in_parts(look):
    layout, _ = lay_out("EX-B2", sized(look.font(), 30), 40, Qt.AlignmentFlag.AlignLeft)
    assert "".join(lines_of(layout, "EX-B2")) == "EX-B2"


def test_a_label_says_the_text_as_it_was_written(qtbot, look):
    text = "Huatuo jiaji EX-B2, 0.5 cun beside the spine"
    block = TextBlock(3.0)
    qtbot.addWidget(block)
    block.setFont(sized(look.font(), 24))
    block.show_text(text)
    assert block.text() == text
    narrow = block.minimumSizeHint().width()
    assert narrow >= QFontMetricsF(block.font()).horizontalAdvance("0.5 cun")


def test_every_wrapped_text_of_class_quiz_and_cards_is_laid_out_there():
    alone = {"text_block.py"}
    for path in WIDGETS.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        assert path.name in alone or "QTextLayout(" not in source, path.name
        if path.parent.name in ("audience", "classroom", "exam", "quiz", "atlas"):
            assert "TextWordWrap" not in source, path.name

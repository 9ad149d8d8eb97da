"""Written text becomes spoken text: numbers, units, codes, marks."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.speech.speakable import (
    CHANNELS,
    first_sentence,
    inside,
    sentence,
    speakable,
)

VIETNAMESE = [
    ("ra ngang 1,5 thốn", "ra ngang một thốn rưỡi"),
    ("cách 0,5 thốn", "cách nửa thốn"),
    ("cách đường giữa 0,5–1,5 thốn.", "cách đường giữa nửa thốn đến một thốn rưỡi."),
    ("không quá 6/10", "không quá sáu trên mười"),
    ("chấm 3–4/10", "chấm ba đến bốn trên mười"),
    ("mấy điểm, 0–10?", "mấy điểm, từ không đến mười?"),
    ("đi (1/3 ngoài, 2/3 trong).", "đi, một phần ba ngoài, hai phần ba trong."),
    ("xương sườn 12", "xương sườn mười hai"),
    ("không gấp quá 90 độ", "không gấp quá chín mươi độ"),
    ("từ 30 đến 90 cm", "từ ba mươi đến chín mươi xăng-ti-mét"),
    ("38,5 °C", "ba mươi tám phẩy năm độ C"),
    ("2,5 phút", "hai phút rưỡi"),
    ("Hai gối trái – phải", "Hai gối trái, phải"),
    ("nói: “Dừng, đau!”", "nói: Dừng, đau!"),
    ("Quay khớp háng phải, thuận chiều", "Quay khớp háng phải"),
    ("Quay hai gối ngược chiều", "Quay hai gối, chiều ngược lại"),
    ("thuốc (nhất là thuốc chống đông), bệnh", "thuốc, nhất là thuốc chống đông, bệnh"),
    ("tê/đau", "tê, đau"),
    ("gấp tới 45°", "gấp tới bốn mươi lăm độ"),
    ("0,5 giờ", "nửa giờ"),
    ("cách 0,5 cm", "cách nửa xăng-ti-mét"),
    ("từ L4–L5 xuống", "từ L bốn đến L năm xuống"),
    ("≤ 5 phút", "tối đa năm phút"),
    ("≥ 3 lần", "ít nhất ba lần"),
    ("~10 cm", "khoảng mười xăng-ti-mét"),
    ("≈ 10 cm", "khoảng mười xăng-ti-mét"),
    ("ngón cái + ngón trỏ", "ngón cái và ngón trỏ"),
    ("thêm +15 giây", "thêm cộng mười lăm giây"),
    ("Xoay cùng chiều kim đồng hồ", "Xoay"),
    ("Xoay theo chiều kim đồng hồ, chậm", "Xoay, chậm"),
    ("Xoay theo ngược chiều kim đồng hồ", "Xoay, chiều ngược lại"),
]
ENGLISH = [
    ("Press-knead BL23 (Shènshū)", "Press-knead bladder twenty-three"),
    ("GB30 (Huántiào), prone", "gallbladder thirty, prone"),
    ("go 1.5 cun out", "go one and a half cun out"),
    ("0.5–1.5 cun from it", "half a cun to one and a half cun from it"),
    ("at most 5 of 10", "at most five of ten"),
    ("rate it 4/10", "rate it four out of ten"),
    ("a third (1/3) of it", "a third, one third, of it"),
    ("from T1 down, above L3", "from T one down, above L three"),
    ("1.25 cm", "one point two five centimetres"),
    ("Circle the right hip, counter-clockwise", "Circle the right hip, the other way"),
    ("Both knees round, clockwise", "Both knees round"),
    ("a pain of 0–10", "a pain of zero to ten"),
    ("bend to 45°", "bend to forty-five degrees"),
    ("0.5 hours", "half an hour"),
    ("0.5 minutes", "half a minute"),
    ("0.5 cm", "half a centimetre"),
    ("1 cm above", "one centimetre above"),
    ("2 m away", "two metres away"),
    ("between L4–L5", "between L four to L five"),
    ("BL23–BL25", "bladder twenty-three to bladder twenty-five"),
    ("L4-5", "L four to five"),
    ("≤ 5 minutes", "at most five minutes"),
    ("≥3 times", "at least three times"),
    ("~10 cm", "about ten centimetres"),
    ("≈ 10 cm", "about ten centimetres"),
    ("thumb + index finger", "thumb and index finger"),
    ("press +15", "press plus fifteen"),
    ("Circle the hip, anticlockwise", "Circle the hip, the other way"),
    ("Circle the hip anti-clockwise", "Circle the hip, the other way"),
    ("Circle the hip counterclockwise", "Circle the hip, the other way"),
]


@pytest.mark.parametrize(("written", "spoken"), VIETNAMESE)
def test_vietnamese(written, spoken):
    assert speakable(written, "vi") == spoken


@pytest.mark.parametrize(("written", "spoken"), ENGLISH)
def test_english(written, spoken):
    assert speakable(written, "en") == spoken


@pytest.mark.parametrize("channel", CHANNELS)
def test_every_channel_of_the_body_is_said(channel):
    assert speakable(f"press {channel}7", "en") == f"press {CHANNELS[channel]} seven"


SIGNS = "≤≥~≈+°"


@given(
    st.text(alphabet=f"ab 0123456789,.–-/()%“”:;?LT{SIGNS}", max_size=40),
    st.sampled_from(["vi", "en"]),
)
def test_no_digit_and_no_bracket_is_left_for_the_voice_to_guess(text, language):
    assert not re.search(rf"[\d“”{SIGNS}]", speakable(text, language))


def test_a_sentence_has_a_capital_and_a_stop():
    assert sentence("ba phút") == "Ba phút."
    assert sentence("Giữ!") == "Giữ!"
    assert sentence(" ") == ""


def test_the_first_sentence_is_what_stands_before_the_first_stop():
    assert first_sentence("Ấn xuống. Rồi nhả.") == "Ấn xuống."
    assert first_sentence("Ấn xuống; rồi nhả.") == "Ấn xuống"
    assert first_sentence("Ấn xuống") == "Ấn xuống"


def test_a_title_within_a_sentence_loses_its_capital_unless_it_is_a_name():
    assert inside("Day ấn huyệt") == "day ấn huyệt"
    assert inside("BL23 alone") == "BL23 alone"

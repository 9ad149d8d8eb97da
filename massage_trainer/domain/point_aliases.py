"""Other ways in which points are written: codes of other schools, characters, usual names."""

from __future__ import annotations

from typing import Final

# The letters that books use for a channel beside those of the international standard: older
# English ones (UB, GV = Du, CV = Ren, TE = SJ), and the French ones that Vietnamese books took over
# (V = vessie, VG, VB, TR ...). A letter that two schools use for two channels leads to both.
CHANNEL_ALIASES: Final = {
    "LU": ("L", "P"),
    "LI": ("CO", "GI"),
    "ST": ("S", "E"),
    "SP": ("RP", "MP"),
    "HT": ("H", "HE", "C"),
    "SI": ("IG",),
    "BL": ("UB", "B", "V"),
    "KI": ("K", "KD", "KID", "R"),
    "PC": ("P", "HC", "MC"),
    "TE": ("TB", "TW", "TH", "SJ", "TR"),
    "GB": ("G", "VB"),
    "LR": ("LV", "LIV", "F"),
    "GV": ("DU", "DM", "VG"),
    "CV": ("REN", "RN", "VC"),
}

# What a point is called beside its names in the catalogue.
NAME_ALIASES: Final = {
    "EX-B2": ("Huatuo jiaji", "HTJJ", "華佗夾脊"),
    "ASHI": ("Ah shi", "A shi"),
}

_TRADITIONAL: Final = (
    "門俠澤經淵魚陽間谿歷溫倉頰車關維氣戶庫滿樞來歸衝陰豐條虛內厲兌隱孫機結橫鄉榮極靈後養貞顴聽宮"
    "攢處絡卻膽腎腸環會綱邊飛揚崑崙僕參脈湧鍾復築賓勞溝瀆濼瘈顱絲頷懸釐鬢竅臨營腦輒帶輔闕鳩華蓋璣漿"
    "長強縮臺頂齦夾顖兪雲風頭瘂犢厭"
)
_SIMPLIFIED: Final = (
    "门侠泽经渊鱼阳间溪历温仓颊车关维气户库满枢来归冲阴丰条虚内厉兑隐孙机结横乡荣极灵后养贞颧听宫"
    "攒处络却胆肾肠环会纲边飞扬昆仑仆参脉涌钟复筑宾劳沟渎泺瘛颅丝颔悬厘鬓窍临营脑辄带辅阙鸠华盖玑浆"
    "长强缩台顶龈夹囟俞云风头哑犊厌"
)
# Those of the point names that differ between the two ways of writing Chinese.
SIMPLER: Final = str.maketrans(dict(zip(_TRADITIONAL, _SIMPLIFIED, strict=True)))


def other_codes(code: str) -> tuple[str, ...]:
    """``UB23``, ``B23`` and ``V23`` for ``BL23``."""
    channel = code.rstrip("0123456789")
    number = code[len(channel) :]
    return tuple(f"{alias}{number}" for alias in CHANNEL_ALIASES.get(channel, ()) if number)

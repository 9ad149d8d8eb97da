"""Builds the font of the Chinese characters and pinyin letters that the program shows.

    python packaging/subset_font.py [DIRECTORY OF NotoSansCJK-Regular.ttc AND -Bold.ttc]

Needs fonttools and Debian's fonts-noto-cjk. The characters are those of the shipped catalogue and
lessons: run it again when one brings a new character (tests/unit/test_glyphs.py tells).
"""

import sys
from pathlib import Path
from typing import Final

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT: Final = Path(__file__).resolve().parent.parent
FONTS: Final = ROOT / "assets" / "fonts"
NOTO: Final = Path("/usr/share/fonts/opentype/noto")
TRADITIONAL_CHINESE: Final = 3
"""The face of the collection whose shapes suit the traditional characters of the point names."""

USE_TYPOGRAPHIC_METRICS: Final = 1 << 7
WEIGHTS: Final = {"Regular": "BeVietnamPro-Regular.ttf", "Bold": "BeVietnamPro-Bold.ttf"}
FAMILY: Final = "Trainer Han"
PINYIN: Final = "āáǎàēéěèīíǐìńňǹḿōóǒòūúǔùüǖǘǚǜ"
SIGNS: Final = "→←↑↓✓′″⅓⅔①②③④⑤⑥⑦⑧⑨，。、：；（）《》「」　"
"""Signs that authors may type and Be Vietnam Pro lacks."""

EXTRA_POINTS: Final = "夾脊腰宜腰眼十七椎痞根華佗奇穴"
"""Names of points without a number, which the numbered list does not hold."""


def characters() -> set[str]:
    """All that the shipped texts show, beside what people may type."""
    wanted = set(PINYIN + PINYIN.upper() + SIGNS + EXTRA_POINTS + "經絡穴位推拿按摩寸")
    for folder in ("assets/catalog", "assets/scenes", "protocols"):
        for path in sorted((ROOT / folder).glob("*.yaml")):
            wanted.update(path.read_text(encoding="utf-8"))
    return {character for character in wanted if character.isprintable()}


def build(weight: str, companion: Path, source: Path, target: Path) -> None:
    """Cut out what Be Vietnam Pro lacks and give it Be Vietnam Pro's line height."""
    beside = TTFont(companion)
    font = TTFont(source, fontNumber=TRADITIONAL_CHINESE, recalcTimestamp=False)
    known = beside.getBestCmap()
    options = Options(
        layout_features=["ccmp", "locl"],
        name_IDs=[],
        notdef_outline=True,
        hinting=False,
        drop_tables=["BASE", "VORG", "vhea", "vmtx", "GPOS"],
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(c) for c in characters() if ord(c) not in known])
    subsetter.subset(font)
    _match_line_height(font, beside)
    _rename(font, weight)
    font.save(target, reorderTables=True)


def _match_line_height(font: TTFont, beside: TTFont) -> None:
    """A line that mixes both fonts must not be taller than its neighbours."""
    for name in ("ascent", "descent", "lineGap"):
        setattr(font["hhea"], name, getattr(beside["hhea"], name))
    for name in ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"):
        setattr(font["OS/2"], name, getattr(beside["OS/2"], name))
    font["OS/2"].version = 4
    font["OS/2"].fsSelection |= USE_TYPOGRAPHIC_METRICS


def _rename(font: TTFont, weight: str) -> None:
    """A changed font may not carry the original's reserved and trademarked names."""
    table = font["name"]
    table.names = []
    postscript = f"{FAMILY.replace(' ', '')}-{weight}"
    names = {
        0: "© 2014-2021 Adobe (http://www.adobe.com/). Subset for the massage trainer.",
        1: FAMILY,
        2: weight,
        3: f"1.0;{postscript}",
        4: f"{FAMILY} {weight}",
        5: "Version 1.0",
        6: postscript,
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: "http://scripts.sil.org/OFL",
    }
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    compact = font["CFF "].cff
    compact.fontNames = [postscript]
    top = compact[0]
    top.FullName, top.FamilyName, top.Weight = names[4], FAMILY, weight
    top.Notice = names[0]


def main() -> int:
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else NOTO
    for weight, companion in WEIGHTS.items():
        target = FONTS / f"TrainerHan-{weight}.otf"
        build(weight, FONTS / companion, source / f"NotoSansCJK-{weight}.ttc", target)
        print(f"{target.relative_to(ROOT)}: {target.stat().st_size / 1024:.0f} KiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())

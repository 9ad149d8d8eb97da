"""The note types of Anki that decks come in: one for a point both ways, one for occlusion."""

from __future__ import annotations

from typing import Any, Final

# Never changed: by these numbers Anki knows that it has had the type before.
POINT_TYPE: Final = 1_764_201_301
OCCLUSION_TYPE: Final = 1_764_201_302
# How Anki marks a type as one of its own image occlusion (anki.notetypes, StockNotetype).
_STOCK_OCCLUSION: Final = 6

POINT_FIELDS: Final = (
    "Code",
    "Name vi",
    "Pinyin",
    "Hanzi",
    "Gloss vi",
    "Gloss en",
    "Where vi",
    "Where en",
    "Which vi",
    "Which en",
    "Find vi",
    "Find en",
    "Picture",
    "Marks",
    "Answer picture",
)
# Anki's own order: it finds them by their tags, which are their numbers.
OCCLUSION_FIELDS: Final = ("Occlusion", "Image", "Header", "Back Extra", "Comments")

_ANSWER: Final = """<hr id="answer">
<div class="name">{{Name vi}} · {{Pinyin}} · {{Hanzi}} · {{Code}}</div>
<div class="gloss">{{Gloss vi}} · {{Gloss en}}</div>
%s
<div class="find">{{Find vi}}</div>
<div class="find" lang="en">{{Find en}}</div>
"""
_WHERE: Final = """<div class="ask">{{Where vi}}</div>
<div class="ask" lang="en">{{Where en}}</div>
"""
_WHICH: Final = """<div class="ask">{{Which vi}}</div>
<div class="ask" lang="en">{{Which en}}</div>
<div class="shown">{{Picture}}{{Marks}}</div>
"""
_POINT_CSS: Final = """.card { font-family: sans-serif; font-size: 20px; text-align: center; }
.ask { font-size: 24px; }
.ask[lang=en], .find[lang=en], .gloss { opacity: 0.75; }
.name { font-size: 24px; font-weight: bold; }
.find { margin: 0.5em auto; max-width: 40em; text-align: left; }
.shown { position: relative; display: inline-block; }
.shown img { display: block; }
.mark { position: absolute; width: 1.2em; height: 1.2em; margin: -0.75em 0 0 -0.75em;
  border: 0.15em solid #0c326e; border-radius: 50%; box-shadow: 0 0 0 0.12em #fff; }
"""
_OCCLUSION_CSS: Final = """.card { font-family: sans-serif; font-size: 20px; text-align: center; }
#image-occlusion-canvas { --active-shape-color: #ff8e8e; --inactive-shape-color: #ffeba2; }
"""
_OCCLUSION_FRONT: Final = """{{#Header}}<div>{{Header}}</div>{{/Header}}
<div style="display: none">{{cloze:Occlusion}}</div>
<div id="err"></div>
<div id="image-occlusion-container">{{Image}}<canvas id="image-occlusion-canvas"></canvas></div>
<script>
try { anki.imageOcclusion.setup(); }
catch (problem) { document.getElementById("err").textContent = "Anki 23.10+: " + problem; }
</script>
"""
_OCCLUSION_BACK: Final = (
    _OCCLUSION_FRONT + "{{#Back Extra}}<div>{{Back Extra}}</div>{{/Back Extra}}\n"
)


def point_type(genanki: Any) -> Any:
    """Two cards of each note: the place of a name, and the name of a place."""
    return genanki.Model(
        POINT_TYPE,
        "Massage trainer: point",
        fields=[{"name": name} for name in POINT_FIELDS],
        templates=[
            {
                "name": "Where / Ở đâu",
                "qfmt": _WHERE + "{{Picture}}\n",
                "afmt": _WHERE + _ANSWER % "{{Answer picture}}",
            },
            {
                "name": "Which / Huyệt nào",
                "qfmt": _WHICH,
                "afmt": _WHICH + _ANSWER % "",
            },
        ],
        css=_POINT_CSS,
    )


def occlusion_type(genanki: Any) -> Any:
    """Anki's image occlusion, which its own editor opens."""

    class Occlusion(genanki.Model):  # type: ignore[misc] # the library has no type hints
        """A cloze type that says of itself that it is image occlusion."""

        def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
            found: dict[str, Any] = super().to_json(timestamp, deck_id)
            return found | {"originalStockKind": _STOCK_OCCLUSION}

    return Occlusion(
        OCCLUSION_TYPE,
        "Massage trainer: image occlusion",
        fields=[
            {"name": name, "tag": number, "preventDeletion": name != "Comments"}
            for number, name in enumerate(OCCLUSION_FIELDS)
        ],
        templates=[{"name": "Image Occlusion", "qfmt": _OCCLUSION_FRONT, "afmt": _OCCLUSION_BACK}],
        css=_OCCLUSION_CSS,
        model_type=genanki.Model.CLOZE,
    )

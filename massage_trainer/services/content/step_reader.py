"""Read one step of a lesson: its dose, its sides, its words and what it refers to."""

import re
from collections.abc import Mapping
from typing import Final

import yaml

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.protocol import (
    Amount,
    Check,
    Condition,
    Counted,
    CountUnit,
    Dose,
    Holds,
    Notice,
    PointHold,
    Points,
    Prompts,
    Rest,
    SidesByAnswer,
    Status,
    Step,
    Timed,
    Words,
)
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.timeline import SegmentKind
from massage_trainer.services.content.amounts import AmountReader
from massage_trainer.services.content.references import References
from massage_trainer.services.content.vocabulary import Names
from massage_trainer.services.content.yaml_nodes import UNREADABLE, NodeReader, keys_of

MOST_TIMES: Final = 100

# What may stand beside each dose; ``rest`` alone is a dose of its own.
_DOSES: Final[dict[str, tuple[str, ...]]] = {
    "time": (),
    "count": ("unit", "cadence"),
    "hold": ("times", "ease_in", "ease_out", "rest"),
    "points": (),
    "rest": (),
    "notice": (),
    "check": (),
}
_BESIDE: Final = {beside: dose for dose, besides in _DOSES.items() for beside in besides}
_DOSE_HINT: Final = "write one of time, count, hold, points, rest, notice, check"
_WORDS: Final = ("practitioner", "contact", "direction", "pressure", "watch", "stop")
_REQUIRED: Final = ("step", "name", "position", "plate", "do")
_WORK: Final = ("time", "count", "hold", "points")
_OF_WORK: Final = ("stroke", "region", *_WORDS)
_OPTIONAL: Final = (
    *("say", "stroke", "region", "sides", "frames", "when"),
    *("cautions", "avoid", "source", "corrections", "ask", "prompts", "teach", "once"),
    *_WORDS,
    *_DOSES,
    *_BESIDE,
)
_SIDES: Final = tuple(side.value for side in Side)
_KINDS: Final = tuple(kind.value for kind in SegmentKind)
_PLACEHOLDER: Final = Amount.exactly(1_000, Status.APP_DEFAULT)

_UNSPOKEN: Final = re.compile(r"\d+|[/()%°–]")

_Fields = dict[str, yaml.Node]


class StepReader:
    """Reads the steps of one lesson."""

    def __init__(self, reader: NodeReader, references: References, lesson_id: str) -> None:
        self._reader = reader
        self._refer = references
        self._lesson_id = lesson_id
        self._amounts = AmountReader(reader)

    def step(self, node: yaml.Node) -> Step:
        reader, refer, vocabulary = self._reader, self._refer, self._refer.vocabulary
        hands_work = not keys_of(node).isdisjoint(_WORK)
        required = (*_REQUIRED, *_OF_WORK) if hands_work else _REQUIRED
        fields = reader.fields(node, required, _OPTIONAL)
        step_id = reader.identifier(fields["step"]) if "step" in fields else ""
        plate_id = refer.plate(fields["plate"]) if "plate" in fields else ""
        dose = self._dose(node, fields, f"{self._lesson_id}/{step_id}")

        def one(key: str, names: Names) -> str:
            return refer.one(fields[key], names) if key in fields else ""

        def many(key: str, names: Names) -> tuple[str, ...]:
            return refer.many(fields[key], names) if key in fields else ()

        return Step(
            id=step_id,
            name=self._text(fields, "name") or UNREADABLE,
            dose=dose,
            words=Words(
                self._text(fields, "do") or UNREADABLE,
                **{word: self._text(fields, word) for word in _WORDS},
                say=self._spoken(fields["say"]) if "say" in fields else None,
            ),
            position_id=one("position", vocabulary.positions),
            plate_id=plate_id,
            stroke_id=one("stroke", vocabulary.strokes),
            region_id=one("region", vocabulary.regions),
            sides=self._sides(fields["sides"]) if "sides" in fields else (),
            frames=self._frames(fields["frames"], plate_id) if "frames" in fields else (),
            cautions=many("cautions", vocabulary.cautions),
            avoid=many("avoid", vocabulary.zones),
            source=many("source", vocabulary.sentences),
            corrections=many("corrections", vocabulary.corrections),
            questions=many("ask", vocabulary.questions),
            when=self.conditions(fields),
            prompts=self._prompts(fields["prompts"]) if "prompts" in fields else None,
            once="once" in fields and reader.true(fields["once"]),
        )

    def conditions(self, fields: Mapping[str, yaml.Node]) -> tuple[Condition, ...]:
        """``when: {question: choice}``, of a step, a block or a use."""
        if "when" not in fields:
            return ()
        return tuple(
            Condition(question, self._refer.choice(key, question, value))
            for question, key, value in self._reader.pairs(fields["when"])
        )

    def _prompts(self, node: yaml.Node) -> Prompts:
        fields = self._reader.fields(node, ("at", "text"))
        at = self._reader.items(fields["at"]) if "at" in fields else ()
        times = tuple(self._reader.duration_ms(item) for item in at)
        if list(times) != sorted(set(times)):
            self._reader.fail(fields["at"], "the times do not grow")
        return Prompts(times, self._text(fields, "text") or UNREADABLE)

    def _text(self, fields: _Fields, key: str) -> LocalizedText | None:
        return self._reader.localized(fields[key]) if key in fields else None

    def _spoken(self, node: yaml.Node) -> LocalizedText:
        """Text for a voice: what it would have to guess is written out."""
        said = self._reader.localized(node)
        if found := _UNSPOKEN.search(f"{said.vi} {said.en}"):
            hint = "write it out as it is read aloud"
            self._reader.fail(node, f"{found[0]!r} in what a voice says", hint)
        return said

    def _frames(self, node: yaml.Node, plate_id: str) -> tuple[tuple[str, str], ...]:
        found = []
        for kind, key, value in self._reader.pairs(node):
            if kind not in _KINDS:
                self._reader.fail_unknown(key, "part of a step", kind, _KINDS)
            found.append((kind, self._refer.frame(value, plate_id)))
        return tuple(found)

    def _sides(self, node: yaml.Node) -> tuple[Side, ...] | SidesByAnswer:
        if not isinstance(node, yaml.MappingNode):
            return self._side_list(node)
        reader = self._reader
        by = {name: (key, value) for name, key, value in reader.pairs(node)}
        if "by" not in by:
            reader.fail(node, "missing by", "write {by: question, choice: [left, right], …}")
            return ()
        question_node = by.pop("by")[1]
        question = reader.text(question_node)
        choices = self._refer.choices_of(question_node, question)
        options = []
        for choice, (key, value) in by.items():
            if choices and choice not in choices:
                reader.fail_unknown(key, f"choice of {question}", choice, choices)
            options.append((choice, self._side_list(value)))
        if missing := [choice for choice in choices if choice not in by]:
            reader.fail(node, f"no sides for {', '.join(missing)}")
        return SidesByAnswer(question, tuple(options)) if options else ()

    def _side_list(self, node: yaml.Node) -> tuple[Side, ...]:
        found: list[Side] = []
        items = self._reader.items(node)
        if isinstance(node, yaml.SequenceNode) and not items:
            self._reader.fail(node, "no sides", f"write one or more of {', '.join(_SIDES)}")
        for item in items:
            name = self._reader.known(item, "side", _SIDES)
            if name and Side(name) in found:
                self._reader.fail(item, f"the side {name} is given twice")
            elif name:
                found.append(Side(name))
        return tuple(found)

    def _dose(self, node: yaml.Node, fields: _Fields, key: str) -> Dose:
        given = [name for name in _DOSES if name in fields]
        if "hold" in given and "rest" in given:
            given.remove("rest")
        if len(given) != 1:
            problem = f"two doses at once: {', '.join(given)}" if given else "no dose"
            self._reader.fail(node, problem, _DOSE_HINT)
        dose = given[0] if given else "notice"
        for beside, owner in _BESIDE.items():
            if given and beside in fields and dose != owner and beside not in given:
                self._reader.fail(fields[beside], f"{beside} goes with {owner} only")
        if dose in ("count", "hold"):
            return self._counted(fields, key) if dose == "count" else self._holds(node, fields, key)
        if dose == "points":
            return self._points(fields["points"], key)
        if dose == "check":
            return self._check(fields["check"])
        if dose == "notice":
            if "notice" in fields:
                self._reader.true(fields["notice"])
            return Notice()
        amount = self._amounts.duration(fields[dose], f"{key}.{dose}")
        return Timed(amount) if dose == "time" else Rest(amount)

    def _check(self, node: yaml.Node) -> Check:
        items = self._reader.items(node)
        if isinstance(node, yaml.SequenceNode) and not items:
            self._reader.fail(node, "a check without items")
        return Check(tuple(self._reader.localized(item) for item in items))

    def _counted(self, fields: _Fields, key: str) -> Counted:
        unit = CountUnit.REPETITIONS.value
        if "unit" in fields:
            unit = self._reader.known(fields["unit"], "unit", [u.value for u in CountUnit]) or unit
        return Counted(
            self._amounts.count(fields["count"], f"{key}.count"),
            CountUnit(unit),
            self._duration(fields, "cadence", key),
        )

    def _holds(self, node: yaml.Node, fields: _Fields, key: str) -> Holds:
        if "times" not in fields:
            self._reader.fail(node, "a hold needs times", "write times: {value: 1, status: …}")
        times = self._amounts.count(fields["times"], f"{key}.times") if "times" in fields else None
        return Holds(
            hold=self._amounts.duration(fields["hold"], f"{key}.hold"),
            times=times or _PLACEHOLDER,
            ease_in=self._duration(fields, "ease_in", key),
            ease_out=self._duration(fields, "ease_out", key),
            rest=self._duration(fields, "rest", key),
        )

    def _duration(self, fields: _Fields, name: str, key: str) -> Amount | None:
        if name not in fields:
            return None
        return self._amounts.duration(fields[name], f"{key}.{name.replace('_', '-')}")

    def _points(self, node: yaml.Node, key: str) -> Points:
        items = self._reader.items(node)
        if isinstance(node, yaml.SequenceNode) and not items:
            self._reader.fail(node, "no points")
        holds: dict[str, PointHold] = {}
        for item in items:
            hold = self._point(item, key)
            if hold.point_id in holds:
                self._reader.fail(item, f"{hold.point_id} is there twice", "write times: 2")
            holds[hold.point_id] = hold
        return Points(tuple(holds.values()))

    def _point(self, node: yaml.Node, key: str) -> PointHold:
        fields = self._reader.fields(node, ("point", "hold"), ("times", "rest"))
        point = (
            self._refer.one(fields["point"], self._refer.vocabulary.points)
            if "point" in fields
            else ""
        )
        if point in self._refer.vocabulary.shown_only:
            problem = f"{point} may be shown and is never pressed in practice"
            self._reader.fail(fields["point"], problem, "see practice in points.yaml")
        hold = (
            self._amounts.duration(fields["hold"], f"{key}.{point}.hold")
            if "hold" in fields
            else _PLACEHOLDER
        )
        return PointHold(
            point,
            hold,
            self._reader.whole(fields["times"], MOST_TIMES) if "times" in fields else 1,
            self._duration(fields, "rest", f"{key}.{point}"),
        )

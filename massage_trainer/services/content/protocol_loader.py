"""Turn one lesson file into a Protocol, or into the full list of its mistakes."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

import yaml

from massage_trainer.domain.errors import ContentError
from massage_trainer.domain.protocol import Amount, Block, Condition, Protocol, Status, Step
from massage_trainer.services.content.amounts import AmountReader
from massage_trainer.services.content.checks import Declared, check_lesson
from massage_trainer.services.content.references import References
from massage_trainer.services.content.step_reader import MOST_TIMES, StepReader
from massage_trainer.services.content.teaching import TeachingReader
from massage_trainer.services.content.vocabulary import Vocabulary
from massage_trainer.services.content.yaml_nodes import UNREADABLE, NodeReader, keys_of, value_of
from massage_trainer.services.content.yaml_source import Errors, GivenUpError, compose

SCHEMA: Final = "1"
MOST_ORDER: Final = 9_999
_REQUIRED: Final = ("schema", "name", "steps")
_OF_LESSONS: Final = ("summary", "needs", "cover")  # a fragment may leave them out
_OPTIONAL: Final = ("order", "fragment", "lead_in", "between", "total")
_LEAD_IN_MS: Final = 5_000
_BETWEEN_MS: Final = 8_000
_BLOCK_OPTIONAL: Final = ("name", "repeat", "optional", "total", "when", "teach")

Body = tuple[Step | Block, ...]


class Trouble(Enum):
    """Why a lesson cannot be reused."""

    UNKNOWN = "unknown"
    BROKEN = "broken"
    CYCLE = "cycle"
    TOO_DEEP = "too deep"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The other lessons, for reuse."""

    find: Callable[[str], Protocol | Trouble]
    known: Callable[[], Collection[str]]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A lesson, or why there is none; and what it reuses."""

    protocol: Protocol | None
    errors: tuple[ContentError, ...]
    uses: tuple[str, ...]


def compile_lesson(
    data: bytes, lesson_id: str, label: str, vocabulary: Vocabulary, shelf: Shelf
) -> Compiled:
    """Read a lesson from the bytes of its file; ``label`` is what messages call the file."""
    errors = Errors()
    loader = _LessonLoader(NodeReader(label, errors), lesson_id, vocabulary, shelf)
    protocol = None
    try:
        protocol = loader.load(compose(data, label))
    except ContentError as error:
        errors.found.append(error)
    except GivenUpError:
        protocol = None
    usable = None if errors.found else protocol
    return Compiled(usable, tuple(errors.in_order()), tuple(sorted(loader.uses)))


class _LessonLoader:
    def __init__(
        self, reader: NodeReader, lesson_id: str, vocabulary: Vocabulary, shelf: Shelf
    ) -> None:
        self._reader = reader
        self._lesson_id = lesson_id
        self._shelf = shelf
        self._refer = References(reader, vocabulary)
        self._steps = StepReader(reader, self._refer, lesson_id)
        self._amounts = AmountReader(reader)
        self._teaching = TeachingReader(reader)
        self._declared = Declared()
        self._block_ids: set[str] = set()
        self.uses: set[str] = set()

    def load(self, root: yaml.Node) -> Protocol:
        reader = self._reader
        fragment = "fragment" in keys_of(root)
        required = _REQUIRED if fragment else (*_REQUIRED, *_OF_LESSONS)
        fields = reader.fields(root, required, (*_OF_LESSONS, *_OPTIONAL))
        if "schema" in fields and reader.text(fields["schema"]) != SCHEMA:
            reader.fail(fields["schema"], "this program reads schema 1", "write schema: 1")
        if not isinstance(root, yaml.MappingNode):
            raise GivenUpError
        if "fragment" in fields:
            reader.true(fields["fragment"])
        name = reader.localized(fields["name"]) if "name" in fields else UNREADABLE
        lead_in = self._gap(fields, "lead_in", _LEAD_IN_MS)
        between = self._gap(fields, "between", _BETWEEN_MS)
        if "total" in fields:
            total = self._amounts.duration(fields["total"], f"{self._lesson_id}/.total")
            self._declared.total = (fields["total"], total)
        before_body = len(reader.errors.found)
        protocol = Protocol(
            id=self._lesson_id,
            name=name,
            summary=reader.localized(fields["summary"]) if "summary" in fields else name,
            needs=tuple(reader.localized(item) for item in reader.items(fields["needs"]))
            if "needs" in fields
            else (),
            cover=self._refer.plate(fields["cover"]) if "cover" in fields else "",
            body=self._body(fields["steps"]) if "steps" in fields else (),
            lead_in=lead_in,
            between=between,
            order=reader.whole(fields["order"], MOST_ORDER) if "order" in fields else 0,
            fragment=fragment,
        )
        protocol = replace(protocol, teach=tuple(self._teaching.found))
        # A body with a hole in it would be reported once more as a wrong total or a short side.
        if len(reader.errors.found) == before_body and protocol.body:
            for node, problem, hint in check_lesson(
                protocol, self._declared, self._refer.vocabulary
            ):
                reader.fail(node or root, problem, hint)
        return protocol

    def _gap(self, fields: Mapping[str, yaml.Node], key: str, default_ms: int) -> Amount:
        amount_key = f"{self._lesson_id}/.{key.replace('_', '-')}"
        if key in fields:
            return self._amounts.duration(fields[key], amount_key)
        return Amount.exactly(default_ms, Status.APP_DEFAULT, amount_key)

    def _body(self, node: yaml.Node) -> Body:
        items = self._reader.items(node)
        if isinstance(node, yaml.SequenceNode) and not items:
            self._reader.fail(node, "no steps")
        return tuple(part for item in items for part in self._item(item))

    def _item(self, node: yaml.Node) -> Iterable[Step | Block]:
        keys = keys_of(node)
        if "use" in keys:
            return self._use(node)
        if "step" in keys:
            step = self._steps.step(node)
            self._place(node, step.id)
            if (teach := value_of(node, "teach")) is not None:
                self._teaching.read(teach, (step.id,))
            return (step,)
        if "block" in keys:
            return (self._block(node),)
        self._reader.fail(node, "neither a step, a block nor a use", "begin with - step: its-id")
        return ()

    def _block(self, node: yaml.Node) -> Block:
        reader = self._reader
        fields = reader.fields(node, ("block", "steps"), _BLOCK_OPTIONAL)
        block_id = reader.identifier(fields["block"])
        if block_id in self._block_ids:
            reader.fail(fields["block"], f"the block id {block_id!r} is already used here")
        self._block_ids.add(block_id)
        total = None
        if "total" in fields:
            total = self._amounts.duration(fields["total"], f"{self._lesson_id}/{block_id}.total")
            self._declared.blocks[block_id] = fields["total"]
        body = self._body(fields["steps"]) if "steps" in fields else ()
        if "teach" in fields:
            self._teaching.read(fields["teach"], [step.id for step in _steps(body)])
        return Block(
            id=block_id,
            body=body,
            name=reader.localized(fields["name"]) if "name" in fields else None,
            times=reader.whole(fields["repeat"], MOST_TIMES) if "repeat" in fields else 1,
            optional="optional" in fields and reader.true(fields["optional"]),
            total=total,
            when=self._steps.conditions(fields),
        )

    def _use(self, node: yaml.Node) -> Body:
        """All steps of another lesson, or one block of it; its numbers keep their own keys."""
        fields = self._reader.fields(node, ("use",), ("block", "when"))
        lesson_id = self._reader.identifier(fields["use"])
        conditions = self._steps.conditions(fields)
        other = self._other(fields["use"], lesson_id) if lesson_id else None
        if other is None:
            return ()
        body = other.body
        if "block" in fields:
            blocks = {block.id: block for block in _blocks(body)}
            block_id = self._reader.text(fields["block"])
            if block_id and block_id not in blocks:
                self._reader.fail_unknown(
                    fields["block"], f"block of {lesson_id}", block_id, blocks
                )
            body = (blocks[block_id],) if block_id in blocks else ()
        for step in _steps(body):
            self._place(node, step.id)
        self._teaching.take_over(other.teach, {step.id for step in _steps(body)})
        return tuple(_under(item, conditions) for item in body)

    def _other(self, node: yaml.Node, lesson_id: str) -> Protocol | None:
        self.uses.add(lesson_id)
        found = self._shelf.find(lesson_id)
        if isinstance(found, Protocol):
            return found
        match found:
            case Trouble.UNKNOWN:
                self._reader.fail_unknown(node, "lesson", lesson_id, self._shelf.known())
            case Trouble.BROKEN:
                self._reader.fail(
                    node,
                    f"depends on the lesson {lesson_id!r}, which has mistakes",
                    "mend it first",
                )
            case Trouble.CYCLE:
                self._reader.fail(node, f"the lesson {lesson_id!r} reuses this one in turn")
            case Trouble.TOO_DEEP:
                self._reader.fail(node, "too many lessons reuse one another")
        return None

    def _place(self, node: yaml.Node, step_id: str) -> None:
        """Note where a step stands in this file; a reused one stands where it is used."""
        if step_id in self._declared.places:
            first = self._reader.where(self._declared.places[step_id])
            self._reader.fail(node, f"the step id {step_id!r} is already used in line {first.line}")
        elif step_id:
            self._declared.places[step_id] = node


def _under(item: Step | Block, conditions: tuple[Condition, ...]) -> Step | Block:
    return replace(item, when=(*conditions, *item.when)) if conditions else item


def _blocks(body: Body) -> Iterable[Block]:
    for item in body:
        if isinstance(item, Block):
            yield item
            yield from _blocks(item.body)


def _steps(body: Body) -> Iterable[Step]:
    for item in body:
        if isinstance(item, Block):
            yield from _steps(item.body)
        else:
            yield item

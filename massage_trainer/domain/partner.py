"""Fits a lesson to who is on the table: steps are marked or left out, never silently removed."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from massage_trainer.domain.protocol import (
    Block,
    Check,
    Notice,
    Protocol,
    Remark,
    RemarkKind,
    Step,
    Words,
)
from massage_trainer.domain.record import WITH_SOMEBODY, Company
from massage_trainer.domain.screening import Finding, ScreenLine, Weight
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.timeline import SegmentKind, Timeline

LEFT_OUT = LocalizedText("Bỏ phần này.", "Leave this out.")
LEAVE_OUT = LocalizedText("Bỏ: ", "Leave out: ")
ASK_FIRST = LocalizedText(
    "Chưa làm phần này: hỏi giáo viên hoặc bác sĩ trước.",
    "Not this part yet: ask the teacher or a doctor first.",
)
NOT_YET = LocalizedText(
    "Chưa làm, hỏi giáo viên hoặc bác sĩ trước: ",
    "Not yet, ask the teacher or a doctor first: ",
)
ASKED = LocalizedText(
    "Đã hỏi lúc đầu; giờ chỉ hỏi một câu: có gì thay đổi không? Nhắc lại tín hiệu dừng.",
    "Asked at the start; now only one question: any change? Say the stop word again.",
)
BLOCKING = frozenset({RemarkKind.LEFT_OUT, RemarkKind.ASK_FIRST})


@dataclass(frozen=True, slots=True)
class OnTheTable:
    """Who is there and what is known of them. Kept in memory alone, never written anywhere."""

    company: Company = Company.UNKNOWN
    found: frozenset[str] = field(default_factory=frozenset)  # ids of findings
    allowed: bool = False  # a teacher or doctor allowed what had to be asked


def known_findings(lines: Iterable[ScreenLine], ids: Collection[str]) -> tuple[Finding, ...]:
    """The findings of these ids, in the order of the screen."""
    return tuple(f for line in lines for f in line.findings if f.id in ids)


def weigh(found: Iterable[Finding]) -> Weight:
    """The heaviest of them."""
    weights = {finding.weight for finding in found}
    return next((w for w in (Weight.STOP, Weight.ASK) if w in weights), Weight.NOTE)


def fit(protocol: Protocol, lines: Collection[ScreenLine], table: OnTheTable) -> Protocol:
    """The settled lesson for this person: remarks on steps, notices in place of what is left out.

    Nothing is fitted to a person whom nobody has asked; facts of the room hold always. What is
    fitted to the room already may be fitted to the person.
    """
    found = known_findings(lines, table.found)
    if table.company not in WITH_SOMEBODY:
        found = tuple(finding for finding in found if finding.of_room)
    covered = covered_steps(lines) if table.company in WITH_SOMEBODY else frozenset()
    fitter = _Fitter(found, covered, allowed=table.allowed)
    return replace(protocol, body=tuple(fitter.body(protocol.body)))


def covered_steps(lines: Iterable[ScreenLine]) -> frozenset[str]:
    """The lessons' own checks that the screen stands for."""
    return frozenset(step for line in lines for step in line.covers)


def begin_at(timeline: Timeline, covered: Collection[str]) -> int:
    """Index of the first segment behind the checks that the screen has asked already."""
    first = 0
    for index, segment in enumerate(timeline.segments):
        if segment.step.id in covered:
            first = index + 1
        elif segment.kind is not SegmentKind.NOTICE:
            break
    return first if first < len(timeline.segments) else 0


class _Fitter:
    def __init__(
        self, found: tuple[Finding, ...], covered: frozenset[str], *, allowed: bool
    ) -> None:
        self._found = found
        self._covered = covered
        self._allowed = allowed
        self._hands_on = False  # from the first touch on, a check that was asked is a reminder

    def body(self, items: tuple[Step | Block, ...]) -> Iterator[Step | Block]:
        """Neighbours that are left out for the same reasons become one notice."""
        waiting: list[Step] = []
        for item in items:
            fitted = self._block(item) if isinstance(item, Block) else self._step(item)
            if isinstance(fitted, Block) or fitted is item or not _is_blocked(fitted):
                yield from _notice(waiting)
                waiting = []
                yield fitted
                continue
            if waiting and waiting[0].remarks != fitted.remarks:
                yield from _notice(waiting)
                waiting = []
            waiting.append(fitted)
        yield from _notice(waiting)

    def _block(self, block: Block) -> Step | Block:
        inside = tuple(self.body(block.body))
        if len(inside) == 1 and isinstance(inside[0], Step) and _is_blocked(inside[0]):
            return replace(inside[0], name=block.name or inside[0].name)
        return replace(block, body=inside)

    def _step(self, step: Step) -> Step:
        if isinstance(step.dose, Notice) and step.remarks:
            return step  # it was fitted to the room
        if isinstance(step.dose, Check) and step.id in self._covered:
            return _reminder(step) if self._hands_on else step
        remarks = tuple(self._remarks(step))
        if not isinstance(step.dose, Check | Notice):
            self._hands_on = True
        elif not any(remark.kind in BLOCKING for remark in remarks):
            return step
        return replace(step, remarks=remarks) if remarks else step

    def _remarks(self, step: Step) -> Iterator[Remark]:
        for finding in self._found:
            if kind := self._kind(finding, step):
                yield Remark(kind, finding.reason)

    def _kind(self, finding: Finding, step: Step) -> RemarkKind | None:
        if finding.leave_out.hit(step):
            return RemarkKind.LEFT_OUT
        if finding.ask_first.hit(step):
            return RemarkKind.ALLOWED if self._allowed else RemarkKind.ASK_FIRST
        if finding.mark.hit(step) or finding.caution in step.cautions:
            return RemarkKind.CAREFUL
        return None


def _is_blocked(step: Step) -> bool:
    return any(remark.kind in BLOCKING for remark in step.remarks)


def _notice(steps: list[Step]) -> Iterator[Step]:
    """One notice in the place of these neighbours: what is not done, and why."""
    if not steps:
        return
    first = steps[0]
    reasons = [remark for remark in first.remarks if remark.kind in BLOCKING]
    left_out = any(remark.kind is RemarkKind.LEFT_OUT for remark in reasons)
    what = LEFT_OUT if left_out else ASK_FIRST
    if len(steps) > 1:
        begin = LEAVE_OUT if left_out else NOT_YET
        vi = "; ".join(step.name.vi for step in steps)
        en = "; ".join(step.name.en for step in steps)
        what = LocalizedText(f"{begin.vi}{vi}.", f"{begin.en}{en}.")
    yield replace(
        first,
        dose=Notice(),
        words=Words(do=_joined((what, *(remark.reason for remark in reasons)))),
        sides=(),
        stroke_id="",
        frames=(),
        cautions=(),
        avoid=(),
        remarks=tuple(reasons),
    )


def _reminder(step: Step) -> Step:
    """A check whose questions were answered on the screen."""
    return replace(
        step,
        dose=Notice(),
        words=Words(do=ASKED, stop=step.words.stop),
        remarks=(Remark(RemarkKind.ASKED, ASKED),),
    )


def _joined(sentences: Iterable[LocalizedText]) -> LocalizedText:
    texts = tuple(sentences)
    return LocalizedText(" ".join(t.vi for t in texts), " ".join(t.en for t in texts))

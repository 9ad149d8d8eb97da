"""From a scene's key frames to all its frames: the steps between are solved on the skin too."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from massage_trainer.artwork.scene import FrameSource, Numbers, SceneSource


@dataclass(frozen=True, slots=True)
class Moment:
    """A frame to solve: a key frame (share 0), or a step on the way from it to the next."""

    name: str
    start: FrameSource
    end: FrameSource
    share: float = 0.0

    @property
    def is_key(self) -> bool:
        return self.share == 0.0

    @property
    def nearer(self) -> FrameSource:
        return self.start if self.share < 0.5 else self.end

    @property
    def source(self) -> FrameSource:
        """Where a mistake of this frame is mended."""
        return self.start if self.is_key else self.end

    def numbers(self) -> Numbers | None:
        """The client's movement in numbers; nothing where the two ends move other things."""
        return blended(self.start.client, self.end.client, self.share)

    def between(self, a: float, b: float) -> float:
        return a + (b - a) * self.share


def blended(a: Numbers, b: Numbers, share: float) -> Numbers | None:
    if a.keys() != b.keys():
        return None
    return {name: value + (b[name] - value) * share for name, value in a.items()}


def _step(start: FrameSource, end: FrameSource, share: float) -> Moment:
    """Steps are counted; one that is put between the second and the third is number 2.5."""
    return Moment(f"{start.name}~{end.name}.{share * (end.steps + 1):g}", start, end, share)


def middle(a: Moment, b: Moment) -> Moment:
    """Half-way between two neighbours, in their order."""
    step = b if a.is_key else a
    if step.is_key:
        return _step(a.start, b.start, 0.5)
    share = 0.0 if a.is_key else a.share
    return _step(step.start, step.end, (share + (1.0 if b.is_key else b.share)) / 2)


@dataclass(frozen=True, slots=True)
class Plan:
    """Key frames in the order they are come to, and the ways between them."""

    keys: tuple[Moment, ...]
    ways: Mapping[tuple[str, str], tuple[Moment, ...]]

    def frames(self) -> tuple[str, ...]:
        """All frames, each once, in the order of the movement."""
        out = []
        for key in self.keys:
            out.append(key.name)
            for (start, _), steps in self.ways.items():
                if start == key.name:
                    out += [step.name for step in steps]
        return tuple(out)

    def steps(self) -> Iterator[Moment]:
        for way in self.ways.values():
            yield from way

    def neighbours(self) -> Iterator[tuple[str, str]]:
        """Frames that are blended directly into each other."""
        for (start, end), steps in self.ways.items():
            names = [start, *(step.name for step in steps), end]
            yield from pairwise(names)

    def with_step(self, before: str, after: str, step: Moment) -> Plan:
        """With one more step between two neighbours."""
        ways = dict(self.ways)
        for (start, end), steps in self.ways.items():
            names = [start, *(one.name for one in steps), end]
            for i, pair in enumerate(pairwise(names)):
                if pair == (before, after):
                    ways[start, end] = (*steps[:i], step, *steps[i:])
                    return replace(self, ways=ways)
        raise ValueError(f"{before} and {after} are no neighbours")

    def path(self, moments: Sequence[str], *, loop: bool) -> tuple[str, ...]:
        """Everything that is played from moment to moment; ``loop`` leads back to the first."""
        out = [moments[0]]
        targets = [*moments[1:], *(moments[:1] if loop and len(moments) > 1 else ())]
        for start, end in zip(moments, targets, strict=False):
            out += self._way(start, end)
        return tuple(out[:-1] if loop and len(moments) > 1 else out)

    def _way(self, start: str, end: str) -> list[str]:
        """The shortest way along what is solved, forwards rather than backwards."""
        links: dict[str, list[str]] = {}
        for a, b in self.ways:
            links.setdefault(a, []).append(b)
        for a, b in self.ways:
            links.setdefault(b, []).append(a)
        before: dict[str, str] = {start: ""}
        queue = deque([start])
        while queue and end not in before:
            at = queue.popleft()
            for follow in links.get(at, ()):
                if follow not in before:
                    before[follow] = at
                    queue.append(follow)
        if end not in before:
            return [end]
        names = [end]
        while names[-1] != start:
            names.append(before[names[-1]])
        out: list[str] = []
        keys = names[::-1]
        for a, b in pairwise(keys):
            steps = self.ways[a, b] if (a, b) in self.ways else self.ways[b, a][::-1]
            out += [*(step.name for step in steps), b]
        return out


def plan(source: SceneSource) -> Plan:
    """What is to be solved for a scene; a way that is gone back is solved once."""
    order = list(source.order)
    pairs = list(pairwise(order))
    if source.loop and len(order) > 1:
        pairs.append((order[-1], order[0]))
    ways: dict[tuple[str, str], tuple[Moment, ...]] = {}
    for a, b in pairs:
        if a != b and (a, b) not in ways and (b, a) not in ways:
            start, end = source.frames[a], source.frames[b]
            shares = [i / (end.steps + 1) for i in range(1, end.steps + 1)]
            ways[a, b] = tuple(_step(start, end, share) for share in shares)
    names = dict.fromkeys([*order, *source.frames])
    frames = [source.frames[name] for name in names]
    return Plan(tuple(Moment(frame.name, frame, frame) for frame in frames), ways)

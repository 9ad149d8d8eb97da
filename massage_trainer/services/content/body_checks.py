"""Contradictions between places of the body: circles, and pairs that stand in the middle."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from massage_trainer.domain.construction import (
    Along,
    At,
    Between,
    Construction,
    Cross,
    Go,
    Level,
    OnMesh,
    Walk,
)

SIDEWAYS: Final = (Go.MEDIAL, Go.LATERAL, Go.LEFT, Go.RIGHT)


def circles(needs: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Every circle of what must be found first, from its first member back to it."""
    blocked = _blocked(needs)
    walked: set[str] = set()
    order = {name: number for number, name in enumerate(needs)}
    for name in needs:
        path: dict[str, None] = {}
        here = name
        while here in blocked and here not in walked:
            walked.add(here)
            path[here] = None
            here = next(need for need in needs[here] if need in blocked)
        if here in path:
            circle = list(path)
            circle = circle[circle.index(here) :]
            first = circle.index(min(circle, key=order.__getitem__))
            yield (*circle[first:], *circle[:first], circle[first])


def _blocked(needs: Mapping[str, Sequence[str]]) -> set[str]:
    """What can never be found, because it needs itself or something that does."""
    waits = Counter({name: sum(n in needs for n in set(found)) for name, found in needs.items()})
    users: dict[str, list[str]] = {}
    for name, found in needs.items():
        for need in set(found):
            users.setdefault(need, []).append(name)
    ready = [name for name in needs if not waits[name]]
    blocked = set(needs)
    while ready:
        name = ready.pop()
        blocked.discard(name)
        for user in users.get(name, ()):
            waits[user] -= 1
            if not waits[user]:
                ready.append(user)
    return blocked


def side_mistake(construction: Construction, midlines: Mapping[str, bool], *, midline: bool) -> str:
    """Why a place cannot be in the middle, or one of a pair; empty where it can.

    ``midlines`` tells of each known place whether it is in the middle; of a height it does not
    matter.
    """
    match construction:
        case OnMesh():
            return ""
        case Level(_, lateral, _):
            if midline and lateral:
                return f"{lateral:g} cun from the midline is not in the midline"
            return "" if midline or lateral else "0 cun from the midline is no pair"
        case At(of):
            sources = [of]
        case Between(a, b, _) | Along(a, b, _, _) | Cross(_, a, b):
            sources = [a, b]
        case Walk(start, strides, _):
            sideways = any(stride.go in SIDEWAYS for stride in strides)
            if midline and sideways:
                return "a walk to the side leads out of the midline"
            sources = [] if sideways else [start]
    known = [source for source in sources if source in midlines]
    if midline:
        paired = next((source for source in known if not midlines[source]), "")
        return f"{paired} is one of a pair and not in the midline" if paired else ""
    if sources and len(known) == len(sources) and all(midlines[source] for source in known):
        return f"with {' and '.join(sources)} in the midline it is no pair"
    return ""

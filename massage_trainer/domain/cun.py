"""The cun: a share of the client's own body, never a fixed number of centimetres."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from massage_trainer.domain.construction import Construction, Go, needs, span_of

_ALONG_A_LIMB = frozenset({Go.PROXIMAL, Go.DISTAL})


def metres_per_cun(length: float, cun: float) -> float:
    """The size of a cun on a body where the span of so many cun is so long."""
    if length <= 0 or cun <= 0:
        raise ValueError("a span has a length and a number of cun")
    return length / cun


def is_along_limb(axes: Iterable[Go]) -> bool:
    """Whether places with these axes lie on a limb and not on the trunk or the head."""
    return not _ALONG_A_LIMB.isdisjoint(axes)


def own_span(construction: Construction, known: Mapping[str, Construction]) -> str:
    """The span that a place is measured in, by its own construction or what that is built on."""
    seen: set[str] = set()
    waiting = [construction]
    while waiting:
        construction = waiting.pop(0)
        if span := span_of(construction):
            return span
        for name in needs(construction):
            if name in known and name not in seen:
                seen.add(name)
                waiting.append(known[name])
    return ""


def governing_span(own: str, nearest: Iterable[tuple[str, bool]], *, on_limb: bool) -> str:
    """The span whose cun tells distances at a place.

    ``nearest`` are the spans from the nearest on, and whether each runs along a limb. A place that
    is not measured in cun itself takes the nearest span of its own kind.
    """
    if own:
        return own
    ordered = list(nearest)
    if not ordered:
        raise ValueError("there is no span")
    return next((span for span, along_limb in ordered if along_limb == on_limb), ordered[0][0])

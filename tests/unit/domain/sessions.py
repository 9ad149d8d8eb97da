"""Small sessions and what one asks of their events."""

from massage_trainer.domain.events import (
    SessionState,
)
from massage_trainer.domain.protocol import Timed
from massage_trainer.domain.session import Session
from massage_trainer.domain.timeline import unroll
from tests.examples import SECOND, exactly, protocol, step

IDLE, RUNNING, BETWEEN, PAUSED, FINISHED = SessionState


def session_of(*body, lead_in=5 * SECOND, between=8 * SECOND, wait_at_zero=False):
    lesson = protocol(*body, lead_in=lead_in, between=between)
    return Session(unroll(lesson), wait_at_zero=wait_at_zero)


def two_rubs(**options):
    return session_of(
        step("one", Timed(exactly(10 * SECOND))),
        step("two", Timed(exactly(20 * SECOND))),
        **options,
    )


def only(kind, events):
    return [event for event in events if isinstance(event, kind)]


def play_through(session):
    """Let time pass and say done wherever the session waits; returns all events."""
    events = session.start()
    for _ in range(1_000):
        if session.state is FINISHED:
            return events
        events += session.done() if session.is_waiting else session.advance(SECOND)
    raise AssertionError("the session does not end")

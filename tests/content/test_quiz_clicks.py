"""The same click means the same in the quiz, however the picture is seen.

``python -m tests.benchmarks quiz_clicks`` goes through all configurations; here are some of them.
"""

from random import Random

import pytest

from massage_trainer.domain.verdict import Grade
from tests.content.quiz_clicks import CONFIGURATIONS, sweep
from tests.quiz_examples import shipped_source
from tests.unit.widgets.quiz_stand import QuizStand

SAMPLE = Random(6).sample(CONFIGURATIONS, 2)


@pytest.mark.slow
@pytest.mark.parametrize("configuration", SAMPLE, ids=str)
def test_every_point_is_hit_by_a_click_on_it(qtbot, configuration):
    stand = QuizStand(qtbot)
    told = list(sweep(stand, configuration))
    assert [each for each in told if each.grade is not Grade.HIT] == []
    asked = {point.code for point in shipped_source().placed_points()}
    assert len(told) >= 0.95 * len(asked)


def test_every_landmark_is_hit_by_a_click_on_it(qtbot):
    told = list(sweep(QuizStand(qtbot), SAMPLE[0], "locate-landmark"))
    assert len(told) > 30
    assert [each for each in told if each.grade is not Grade.HIT] == []

"""What the tests of lessons and catalogue share."""

import pytest

from tests.unit.services.content.room import Room


@pytest.fixture
def room(tmp_path):
    return Room(tmp_path)

"""A case to play with."""

import pytest

from tests.agreements.playing import Play
from tests.conftest import Cast


@pytest.fixture
def play(cast: Cast) -> Play:
    """A complete proposal of a voluntary cooperation, not submitted yet."""
    return Play(cast)

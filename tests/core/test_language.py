"""Who reads the site in English still prints and writes down Indonesian."""

import pytest
from django.utils import translation

from ksd.core.language import in_indonesian


@pytest.fixture(autouse=True)
def _reads_english():
    with translation.override("en"):
        yield


@in_indonesian
def spoken(depth: int = 0) -> list[str]:
    inner = spoken(depth - 1) if depth else []
    return [*inner, translation.get_language()]


def test_what_is_kept_is_indonesian_and_the_reader_stays_english():
    assert spoken() == ["id"]
    assert translation.get_language() == "en"


def test_an_act_within_itself_leaves_the_reader_english():
    assert spoken(2) == ["id", "id", "id"]
    assert translation.get_language() == "en"


def test_a_refusal_leaves_the_reader_english():
    @in_indonesian
    def refuse() -> None:
        raise KeyError("contoh")

    with pytest.raises(KeyError, match="contoh"):
        refuse()
    assert translation.get_language() == "en"

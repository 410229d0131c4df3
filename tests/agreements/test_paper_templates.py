"""A region words its letters itself: in versions with owner and reason; what was issued keeps its words."""

from typing import Any

import pytest

from agreements.documents.drafts import Draft, all_drafts, draft_by, known_names, token_faults
from agreements.documents.drafts.tokens import filled
from agreements.models import PaperTemplate
from agreements.services.case_papers import letter_of, paper_of
from agreements.services.issuing_papers import Issue, issue_paper
from agreements.services.paper_templates import save_template
from ksd.core import clock
from ksd.core.errors import DomainError, NotAllowed, StaleForm
from tests import factories
from tests.agreements.playing import Play
from tests.conftest import Cast

CODE = "penawaran-ksdd"
EVIL = "<script>alert(1)</script>{% load static %}{{ case.initiator }}"


@pytest.fixture
def play(cast: Cast) -> Play:
    play = Play(cast)
    play.to("penawaran_disiapkan")
    return play


@pytest.fixture
def keeper(cast: Cast) -> Any:
    return factories.person("admin.kukar", ("admin", cast.kukar), is_staff=True)


def draft() -> Draft:
    found = draft_by(CODE)
    assert found
    return found


def save(
    actor: Any, region: Any, seen: int = 0, reason: str = "bahasa kantor", **words: Any
) -> PaperTemplate:
    wording = draft().wording | words
    return save_template(
        actor=actor, region=region, draft=draft(), wording=wording, reason=reason, seen_number=seen
    )


def words_of(play: Play) -> str:
    paper = paper_of(play.case, play.cast.officer, CODE, 0)
    assert paper
    return str(letter_of(play.case, paper)[0])


def test_the_letters_of_a_region_follow_its_own_wording_at_once(play: Play, cast: Cast, keeper: Any) -> None:
    assert "bermaksud menawarkan" in words_of(play)
    version = save(keeper, cast.kukar, opening=["Kami menawarkan {judul} kepada {mitra}."])
    assert (version.number, version.owner_name) == (1, keeper.get_full_name())
    assert "Kami menawarkan Puskesmas Perbatasan kepada" in words_of(play)


def test_another_region_keeps_the_national_wording(play: Play, cast: Cast) -> None:
    save(factories.person("admin.kubar", ("admin", cast.kubar)), cast.kubar, opening=["Lain."])
    assert "bermaksud menawarkan" in words_of(play)


def test_an_issued_letter_keeps_its_words_whatever_becomes_of_the_template(
    play: Play, cast: Cast, keeper: Any
) -> None:
    issued = issue_paper(
        actor=cast.officer, case=play.case, code=CODE, row=0, issue=Issue(dated=clock.today())
    )
    issued.refresh_from_db()
    before = issued.words
    save(keeper, cast.kukar, opening=["Sama sekali lain."])
    issued.refresh_from_db()
    assert issued.words == before
    assert "Sama sekali lain" not in str(issued.words)


def test_versions_stay_and_the_national_wording_can_be_taken_back(
    play: Play, cast: Cast, keeper: Any
) -> None:
    save(keeper, cast.kukar, opening=["Satu."])
    save(keeper, cast.kukar, seen=1, opening=["Dua."])
    save_template(actor=keeper, region=cast.kukar, draft=draft(), wording={}, reason="kembali", seen_number=2)
    rows = PaperTemplate.objects.filter(region=cast.kukar, code=CODE).order_by("number")
    assert [(row.number, row.is_current) for row in rows] == [(1, False), (2, False), (3, True)]
    assert "bermaksud menawarkan" in words_of(play)


def test_two_writers_do_not_overwrite_each_other(cast: Cast, keeper: Any) -> None:
    save(keeper, cast.kukar)
    with pytest.raises(StaleForm, match="sudah diubah"):
        save(keeper, cast.kukar, seen=0)


def test_a_change_needs_its_reason_and_its_subject(cast: Cast, keeper: Any) -> None:
    with pytest.raises(DomainError, match="Alasan"):
        save(keeper, cast.kukar, reason=" ")
    with pytest.raises(DomainError, match="Hal surat"):
        save(keeper, cast.kukar, subject="  ")


@pytest.mark.parametrize(
    "text",
    [
        "{jodol}",
        "{judul.__class__}",
        "{0}",
        "{isian.rahasia}",
        "{nomor.surat_lain}",
        "{{ judul }}",
        "{judul",
        "{% if %}",
    ],
)
def test_a_placeholder_nobody_knows_is_refused_by_name(cast: Cast, keeper: Any, text: str) -> None:
    with pytest.raises(DomainError, match="Isian otomatis keliru"):
        save(keeper, cast.kukar, closing=[text])
    with pytest.raises(DomainError, match="Isian otomatis keliru"):
        save(keeper, cast.kukar, facts=[["Nama", text]])


def test_what_a_fact_says_is_never_read_as_a_placeholder_again() -> None:
    assert filled("{a}", {"a": "{b}", "b": "rahasia"}, "…") == "{b}"


def test_a_title_full_of_traps_prints_as_it_is(play: Play, cast: Cast) -> None:
    from agreements.documents.letters import letter_docx, letter_html

    type(play.case).objects.filter(pk=play.case.pk).update(
        title=f"{{nomor.surat_penawaran}} {EVIL}\x0b\u202e"
    )
    play.reload()
    paper = paper_of(play.case, cast.officer, CODE, 0)
    assert paper
    letter = letter_of(play.case, paper)[0]
    html = letter_html(letter)
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "{nomor.surat_penawaran}" in html
    assert "\u202e" not in html
    assert letter_docx(letter).startswith(b"PK")


def test_only_whoever_keeps_the_letters_of_the_region_words_them(cast: Cast, keeper: Any) -> None:
    for person in (cast.officer, cast.tkksd, cast.head, cast.observer, cast.biro, cast.admin, cast.stranger):
        with pytest.raises(NotAllowed):
            save(person, cast.kukar)
    assert save(cast.biro, cast.kaltim).number == 1


def test_every_national_wording_uses_only_placeholders_that_are_explained() -> None:
    for row in all_drafts():
        known = known_names(row)
        assert not [fault for text in row.texts_said for fault in token_faults(text, known)], row.code
        assert all(known.values())

"""Fallback wordings and conditions of clauses: in order, with owner and reason, never reaching into a running text."""

import pytest
from django.urls import reverse

from agreements.models import Answer, Clause, ClauseFallback
from agreements.naskah.conditions import CaseFacts, conditions, fits
from agreements.naskah.structure import Ayat
from agreements.services import fallbacks
from agreements.services.clauses import reword_clause
from agreements.services.naskah import newest_version
from agreements.services.wording import body_of, library_for
from ksd.core.errors import DomainError, ImpossibleStep, NotAllowed
from tests.agreements.playing import Play

AYAT = Ayat


@pytest.fixture
def text(play: Play):
    play.to("penyusunan_kb")
    return play.draft("kb")


@pytest.fixture
def clause(text) -> Clause:
    return Clause.objects.get(naskah_kind="kb", family="", code="objek")


@pytest.fixture
def optional(text) -> Clause:
    return Clause.objects.filter(naskah_kind="kb", family="", optional=True)[0]


def page(clause: Clause, name: str = "clause", **more) -> str:
    parts = {"kind": clause.naskah_kind, "family": clause.family or "umum", "code": clause.code} | more
    return reverse(f"agreements:{name}", kwargs=parts)


def typed(**more: str) -> dict[str, str]:
    usual = {
        "title": "Cadangan contoh",
        "when": "Bila mitra menolak.",
        "text": "Objeknya {objek}.",
        "reason": "Rapat",
    }
    return usual | {"form_token": "t1"} | more


def write(clause: Clause, actor, title: str) -> ClauseFallback:
    return fallbacks.add_fallback(
        actor=actor, clause=clause, title=title, when="Bila perlu.", ayat=(AYAT("Objek."),), reason="Uji"
    )


def test_a_fallback_is_written_shown_and_offered_to_the_drafter(text, clause, cast, signed_in):
    saved = signed_in(cast.biro).post(page(clause, "fallback_add"), typed())
    assert saved.status_code == 302
    shown = signed_in(cast.observer).get(page(clause)).content.decode()
    assert "1. Cadangan contoh" in shown
    assert "Bila mitra menolak." in shown
    assert "Tambah posisi cadangan" not in shown
    part = (
        signed_in(cast.officer).get(f"{text.get_absolute_url()}sunting/bagian/pasal-objek/").content.decode()
    )
    assert "Objeknya {objek}." in part
    state = signed_in(cast.officer).get(f"{text.get_absolute_url()}sunting/isi/").json()
    assert state["fallbacks"]["objek"][0]["title"] == "Cadangan contoh"


def test_fallbacks_stand_in_order_and_end_with_a_reason(text, clause, cast):
    first, second, third = (write(clause, cast.biro, name) for name in ("satu", "dua", "tiga"))
    fallbacks.raise_fallback(actor=cast.biro, fallback=third)
    fallbacks.raise_fallback(actor=cast.biro, fallback=third)
    fallbacks.raise_fallback(actor=cast.biro, fallback=third)
    assert [row.title for row in fallbacks.standing(clause)] == ["tiga", "satu", "dua"]
    fallbacks.end_fallback(actor=cast.biro, fallback=first, reason="Tidak pernah diterima")
    assert [row.title for row in fallbacks.standing(clause)] == ["tiga", "dua"]
    with pytest.raises(ImpossibleStep, match="sudah dihentikan"):
        fallbacks.end_fallback(actor=cast.biro, fallback=first, reason="Lagi")
    with pytest.raises(DomainError, match="Alasan wajib"):
        fallbacks.end_fallback(actor=cast.biro, fallback=second, reason=" ")


def test_only_those_who_keep_the_library_touch_fallbacks_and_conditions(
    text, clause, optional, cast, signed_in
):
    row = write(clause, cast.biro, "satu")
    for reader in (cast.officer, cast.partner, cast.observer, cast.tkksd):
        browser = signed_in(reader)
        for name, more in (("fallback_add", {}), ("clause_conditions", {}), ("fallback_end", {"pk": row.pk})):
            assert browser.post(page(clause, name, **more), typed()).status_code == 403, (reader, name)
        with pytest.raises(NotAllowed):
            fallbacks.set_conditions(actor=reader, clause=optional, codes=[], reason="x")
    assert signed_in(cast.biro).get(page(optional, "fallback_end", pk=row.pk)).status_code == 404


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"text": "Oleh {bupati}."}, (409, "Isian otomatis tidak dikenal")),
        ({"text": "1. angka"}, (422, "Baris 1:")),
        ({"when": ""}, (422, "Belum diisi")),
        ({"title": "x" * 121}, (422, "120")),
        ({"text": "x" * 20_001}, (422, "20000")),
    ],
)
def test_a_fallback_that_cannot_stand_is_refused(clause, cast, signed_in, more, told):
    refused = signed_in(cast.biro).post(page(clause, "fallback_add"), typed(**more))
    assert refused.status_code == told[0]
    assert told[1] in refused.content.decode()
    assert not clause.fallbacks.exists()


def test_a_conditional_clause_is_offered_only_where_its_conditions_hold(text, optional, cast):
    body = body_of(newest_version(text))
    held = {row.clause for row in body.pasal}
    without = type(body)(pasal=tuple(row for row in body.pasal if row.clause != optional.code))
    assert optional.code in {row.code for row in library_for(text, without)}
    fallbacks.set_conditions(actor=cast.biro, clause=optional, codes=["membebani"], reason="Rapat")
    assert optional.code not in {row.code for row in library_for(text, without)}
    party = text.case.parties.first()
    Answer.objects.create(
        case=text.case, party=party, question="membebani", yes=True, answered_by=cast.officer
    )
    assert optional.code in {row.code for row in library_for(text, without)}
    assert {row.clause for row in body_of(newest_version(text)).pasal} == held


def test_what_the_law_asks_for_has_no_conditions(clause, cast, signed_in):
    sent = {"form_token": "s1", "codes": ["pihak_ketiga"], "reason": "Uji"}
    refused = signed_in(cast.biro).post(page(clause, "clause_conditions"), sent)
    assert refused.status_code == 409
    assert "wajib dimuat" in refused.content.decode()
    assert "Pasal 40" in refused.content.decode()
    odd = signed_in(cast.biro).post(page(clause, "clause_conditions"), sent | {"codes": ["entah"]})
    assert odd.status_code == 422


def test_conditions_are_facts_of_the_case_or_answers():
    assert fits(
        ["pihak_ketiga", "membebani"], CaseFacts(frozenset({"third_party"}), frozenset({"membebani"}))
    )
    assert not fits(["pihak_ketiga"], CaseFacts(frozenset({"regions_only"})))
    assert not fits(["entah"], CaseFacts(frozenset({""}), frozenset({""})))
    assert len(conditions()) == 6


def test_a_new_wording_lists_the_running_texts_on_the_older_one(text, clause, cast, signed_in):
    before = newest_version(text).sha256
    assert (
        "Tidak ada di antara naskah yang Anda lihat."
        in signed_in(cast.partner).get(page(clause)).content.decode()
    )
    reword_clause(actor=cast.biro, clause=clause, ayat=(AYAT("Objek baru."),), reason="Rapat", seen_number=1)
    mine = signed_in(cast.partner).get(page(clause)).content.decode()
    older = mine[mine.index("rumusan lama") : mine.index("rumusan sekarang")]
    assert text.get_absolute_url() in older
    foreign = signed_in(cast.stranger).get(page(clause)).content.decode()
    assert text.get_absolute_url() not in foreign
    assert "Ada 1 naskah lain di luar kewenangan Anda." in foreign
    assert newest_version(text).sha256 == before


def test_a_wording_is_shown_with_example_data_while_it_is_typed(clause, cast, signed_in):
    browser = signed_in(cast.biro)
    shown = browser.post(
        page(clause, "clause_preview"), {"text": "(1) {pihak.sebutan} hadir.\n(2) Lihat {bupati}."}
    )
    body = shown.content.decode()
    assert "PIHAK KESATU hadir." in body
    assert "PIHAK KEDUA hadir." in body
    assert "{bupati} tidak dikenal" in body
    wrong = browser.post(page(clause, "clause_preview"), {"text": "1. <script>"}).content.decode()
    assert "Baris 1:" in wrong
    assert "<script>" not in wrong
    assert "PIHAK KESATU" in browser.get(page(clause, "clause_edit")).content.decode()

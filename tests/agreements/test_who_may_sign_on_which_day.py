"""Who may sign what on which day (F34): each border of a term, a mandate and a surat kuasa."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from agreements.models import OfficeSetting
from agreements.services import agreement, signing, signing_events
from agreements.services.authority import authority_of, findings_by_party
from agreements.services.authority_rules import Holder, SignerFacts, authority_findings
from ksd.core.errors import DomainError, NotReady
from regions.models import Official
from tests.agreements.playing import Play, days_later

DAY = date(2026, 11, 21)
ARTICLE = "Pasal 10 ayat (2) Permendagri 22/2020"
HEAD = Holder(
    "Contoh Bupati", "Bupati Contoh", True, "kepala_daerah", "", date(2025, 2, 20), date(2030, 2, 19)
)
CHIEF = Holder("Contoh Kepala", "Kepala Dinas", False, "kepala_perangkat_daerah", "", date(2025, 1, 1), None)
KB = SignerFacts(
    party="Kabupaten Contoh", ground="kepala", name="Contoh Bupati", title="Bupati Contoh", text="Kesepakatan Bersama",
    article=ARTICLE, on=DAY, delegable=False, official=HEAD, head=HEAD, heads_known=True,
)  # fmt: skip
PKS = replace(
    KB, ground="kuasa", name="Contoh Kepala", title="Kepala Dinas", text="Perjanjian Kerja Sama", delegable=True,
    official=CHIEF, giver=HEAD, kuasa_number="SKK/1", kuasa_date=DAY, receivers=("kepala_perangkat_daerah",),
    receiver_labels="Kepala perangkat daerah",
)  # fmt: skip


def codes(facts: SignerFacts) -> set[tuple[str, str]]:
    """What was found, with its weight."""
    return {(row.code.removeprefix("authority_"), row.severity) for row in authority_findings(facts)}


def test_a_head_in_office_signs_a_kesepakatan_bersama_without_a_word():
    assert authority_findings(KB) == []


def test_a_chief_with_a_surat_kuasa_signs_an_agreement_without_a_word():
    assert authority_findings(PKS) == []


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, set()), (-1, {("term", "blocking")}), (1, set())],
    ids=["that day", "a day before", "later"],
)
def test_a_term_that_ends_on_the_day_of_signing_is_long_enough_and_one_day_less_is_not(days, expected):
    official = replace(HEAD, ends=DAY + timedelta(days=days))
    assert codes(replace(KB, official=official, head=official)) == expected


@pytest.mark.parametrize(("days", "expected"), [(0, set()), (1, {("term", "blocking")})])
def test_nobody_signs_before_taking_office(days, expected):
    assert codes(replace(KB, official=replace(HEAD, starts=DAY + timedelta(days=days)))) == expected


def test_a_kesepakatan_bersama_is_never_delegated():
    found = authority_findings(replace(PKS, delegable=False, text="Kesepakatan Bersama"))
    first = found[0]
    assert (first.code, first.severity, first.article) == (
        "authority_not_delegable", "blocking", ARTICLE
    )  # fmt: skip


def test_a_deputy_does_not_sign_as_head():
    deputy = replace(HEAD, is_head=False, position="wakil_kepala_daerah", title="Wakil Bupati")
    assert ("not_head", "blocking") in codes(replace(KB, official=deputy))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"kuasa_number": ""}, "kuasa_missing"),
        ({"kuasa_date": None}, "kuasa_missing"),
        ({"kuasa_date": DAY + timedelta(days=1)}, "kuasa_late"),
        ({"giver": None}, "kuasa_giver"),
        ({"own_office": False}, "office"),
        ({"official": HEAD}, "self"),
        ({"official": replace(CHIEF, position="asisten", title="Asisten")}, "receiver"),
    ],
)
def test_a_surat_kuasa_must_be_there_in_time_from_a_head_in_office_to_a_chief_of_this_party(change, code):
    assert (code, "blocking") in codes(replace(PKS, **change))


def test_a_surat_kuasa_of_the_same_day_is_in_time():
    assert codes(replace(PKS, kuasa_date=DAY)) == set()


def test_a_register_without_any_head_warns_and_does_not_block():
    assert codes(replace(PKS, giver=None, heads_known=False)) == {("kuasa_giver", "warning")}


@pytest.mark.parametrize("standing", ["plt", "plh", "pj"])
def test_an_acting_official_is_shown_with_the_mandate_and_never_called_unlawful(standing):
    acting = replace(HEAD, acting=standing, title="Plt. Bupati Contoh", mandate="SK/7")
    (found,) = authority_findings(replace(KB, official=acting))
    assert (found.severity, found.article) == ("warning", "")
    assert "SK/7" in found.message
    (held,) = authority_findings(replace(KB, official=acting, acting_refused=True))
    assert (held.severity, held.article) == ("blocking", "")


def test_academic_titles_and_a_name_the_register_does_not_know_are_marked():
    assert codes(replace(KB, name="Dr. Contoh Bupati, M.Si.")) == {("titles", "warning")}
    assert codes(replace(KB, official=None, name="Orang Lain")) == {("unlisted", "warning")}


def test_a_third_party_is_signed_for_by_its_own_head():
    partner = replace(
        KB, ground="badan", official=None, representative="Contoh Direktur", name="Contoh Direktur"
    )
    assert codes(partner) == set()
    assert codes(replace(partner, name="Orang Lain")) == {("representative", "warning")}


def test_a_term_that_ends_before_the_planned_day_is_shown_and_holds_back_the_agreement(play: Play):
    play.to("penyusunan_kb")
    text = play.draft("kb")
    Official.objects.filter(region=play.cast.kukar).update(term_end=days_later(10))
    plan = signing_events.Plan(on=days_later(10), place="Tenggarong", mode="seremonial")
    signing_events.plan_event(actor=play.cast.officer, naskah=text, plan=plan)
    text.refresh_from_db()
    assert authority_of(text) == []
    signing_events.plan_event(actor=play.cast.officer, naskah=text, plan=replace(plan, on=days_later(11)))
    text = type(text).objects.get(pk=text.pk)
    assert [row.code for row in authority_of(text)] == ["authority_term"]
    with pytest.raises(NotReady, match="Masa jabatan") as refusal:
        play.agree(text)
    assert "Pasal 10" in refusal.value.article
    text.refresh_from_db()
    assert text.state == "dibahas"


def test_a_signature_is_refused_on_a_day_its_signer_no_longer_holds_office(play: Play):
    play.to("penandatanganan_kb")
    text = play.case.naskah.get(kind="kb")
    Official.objects.filter(region=play.cast.kukar).update(term_end=days_later(-1))
    with pytest.raises(DomainError, match="Masa jabatan"):
        play.sign(text, parties=play.parties()[:1])
    assert not text.signatures.filter(signed_on__isnull=False).exists()


def test_the_office_may_hold_back_what_acting_officials_sign(play: Play):
    play.to("penyusunan_kb")
    text = play.draft("kb")
    Official.objects.filter(region=play.cast.kukar).update(standing="plt", mandate_number="SK/7")
    (found,) = authority_of(text)
    assert (found.code, found.severity) == ("authority_acting", "warning")
    OfficeSetting.objects.create(code="pejabat_sementara", value="tolak")
    with pytest.raises(NotReady, match="SK/7"):
        agreement.share_naskah(actor=play.cast.officer, naskah=text)


def test_an_official_of_another_region_is_not_taken(play: Play):
    play.to("penyusunan_kb")
    text = play.draft("kb")
    foreign = Official.objects.get(region=play.cast.kubar)
    signer = signing.Signer(name=foreign.name, title="Bupati", authority="kepala", official=foreign)
    with pytest.raises(DomainError, match="bukan pejabat Kabupaten Kutai Kartanegara"):
        signing.set_signer(actor=play.cast.officer, naskah=text, party=play.parties()[0], signer=signer)


def test_a_text_that_is_signed_is_judged_no_more(play: Play):
    play.to("uji_dprd")
    text = play.case.naskah.get(kind="kb")
    assert findings_by_party(text) == {}


def test_the_signer_page_and_the_text_page_show_the_reason_the_article_and_the_remedy(play: Play, signed_in):
    play.to("penyusunan_kb")
    text = play.draft("kb")
    Official.objects.filter(region=play.cast.kukar).update(term_end=days_later(-1))
    for address in (f"{text.get_absolute_url()}penanda-tangan/1/", text.get_absolute_url()):
        words = signed_in(play.cast.officer).get(address).content.decode()
        assert "Masa jabatan Contoh Kutai Kartanegara berakhir 20 November 2026" in words
        assert "Pasal 10 ayat (2) Permendagri 22/2020" in words
        assert "Pilih pejabat yang menjabat pada tanggal itu" in words

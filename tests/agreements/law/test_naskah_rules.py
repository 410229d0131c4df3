"""What a naskah must hold, who signs it and where the emblems stand: Permendagri 22/2020 Pasal 40-44."""

import pytest

from agreements.law.loading import latest

KB = "maksud_tujuan objek ruang_lingkup pelaksanaan jangka_waktu surat_menyurat lain_lain"
PKS = (
    "maksud_tujuan objek ruang_lingkup pelaksanaan hak_kewajiban pembiayaan jangka_waktu "
    "penyelesaian_perselisihan keadaan_kahar pengakhiran"
)
NK = (
    "latar_belakang maksud_tujuan lokasi objek ruang_lingkup tugas_tanggung_jawab pelaksanaan jangka_waktu "
    "pembiayaan lain_lain"
)
RULES = {
    ("ksdd", "kb"): (KB, "kepala_daerah", "state_center", 5, "initiator"),
    ("ksdd", "pks"): (PKS, "kuasa", "initiator_right", 0, "initiator"),
    ("ksdpk", "kb"): (KB, "kepala_daerah", "third_party_left", 5, "region"),
    ("ksdpk", "pks"): (f"{PKS} sanksi", "kuasa", "third_party_left", 0, "region"),
    ("sinergi", "nk"): (NK, "kepala_daerah", "state_center", 0, "institution"),
}
ARTICLES = {"kb": 40, "pks": 41, "nk": 42}


@pytest.mark.parametrize(("pack", "code"), RULES)
def test_each_naskah_has_its_clauses_signer_emblems_and_longest_term(pack, code):
    clauses, signer, emblems, years, first = RULES[pack, code]
    naskah = latest(pack).naskah_kind(code)
    assert " ".join(rule.code for rule in naskah.clauses if rule.required) == clauses
    assert (naskah.signer, naskah.emblems, naskah.max_years) == (signer, emblems, years)
    assert naskah.first_party == first
    assert naskah.article == f"Pasal {ARTICLES[code]} ayat (1) Permendagri 22/2020"


@pytest.mark.parametrize(("pack", "article"), [("ksdd", "Pasal 9 ayat (3)"), ("ksdpk", "Pasal 32 ayat (3)")])
def test_a_kesepakatan_bersama_runs_five_years_at_most(pack, article):
    assert latest(pack).naskah_kind("kb").max_years_article == f"{article} Permendagri 22/2020"


@pytest.mark.parametrize("pack", ["ksdd", "ksdpk"])
def test_one_kesepakatan_bersama_carries_many_agreements(pack):
    pks = latest(pack).naskah_kind("pks")
    assert pks.many
    assert pks.parent == "kb"
    assert not latest(pack).naskah_kind("kb").many


def test_only_an_agreement_may_be_signed_by_surat_kuasa():
    assert latest("ksdd").naskah_kind("pks").authority == "surat_kuasa"
    assert latest("ksdd").naskah_kind("kb").authority == ""


def test_sanctions_are_asked_for_by_statute_and_only_of_third_parties():
    rule = next(row for row in latest("ksdpk").naskah_kind("pks").clauses if row.code == "sanksi")
    assert rule.article == "Pasal 366 ayat (2) huruf d UU 23/2014; Pasal 19 ayat (2) huruf d PP 28/2018"


def test_clauses_the_law_does_not_ask_for_are_marked_as_practice():
    for pack in ("ksdd", "ksdpk"):
        for naskah in latest(pack).naskah:
            assert all(rule.internal and not rule.article for rule in naskah.clauses if not rule.required)


def test_a_draft_agreement_may_be_written_for_the_dprd_but_agreed_only_afterwards():
    pks = latest("ksdd").naskah_kind("pks")
    assert {"uji_dprd", "menunggu_dprd"} <= set(pks.drafted_in)
    assert not {"uji_dprd", "menunggu_dprd"} & set(pks.agreed_in)


def test_a_nota_kesepakatan_has_a_premise_and_its_signer_needs_no_kuasa():
    nk = latest("sinergi").naskah_kind("nk")
    assert "premis/recital" in nk.parts
    assert (nk.authority, nk.signer_article) == ("", "Pasal 57 ayat (2) Permendagri 22/2020")


def test_a_rencana_kerja_has_no_format_in_the_law_so_every_clause_is_practice():
    rk = latest("sinergi").naskah_kind("rk")
    assert not rk.has_format
    assert rk.emblems_article == ""
    assert all(rule.internal and not rule.article for rule in rk.clauses)
    assert latest("sinergi").naskah_kind("nk").has_format

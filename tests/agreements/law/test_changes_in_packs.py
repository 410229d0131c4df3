"""What the packs say of addenda, requests and old papers."""

import pytest

from agreements.law.loading import latest


@pytest.mark.parametrize(("pack", "article"), [("ksdd", "Pasal 15"), ("ksdpk", "Pasal 37")])
def test_an_addendum_stands_in_its_article_and_changes_a_kb_or_a_pks(pack, article):
    rule = latest(pack).naskah_kind("addendum")
    assert rule.article == f"{article} Permendagri 22/2020"
    assert rule.amends == ("kb", "pks")
    assert rule.many
    assert rule.drafted_in == rule.agreed_in == rule.signed_in == ("pelaksanaan",)


@pytest.mark.parametrize(
    ("pack", "article", "amends"),
    [
        ("sinergi", "Pasal 58 Permendagri 22/2020", ("nk", "rk")),
        ("ksdln", "Pasal 20 ayat (5) Permendagri 25/2020", ("mou",)),
    ],
)
def test_without_a_format_in_the_law_the_clauses_of_an_addendum_are_practice(pack, article, amends):
    rule = latest(pack).naskah_kind("addendum")
    assert (rule.article, rule.amends) == (article, amends)
    assert not rule.has_format
    assert rule.drafted_in == rule.agreed_in == rule.signed_in == ("pelaksanaan",)
    for code in amends:
        assert rule.signed_like(latest(pack).naskah_kind(code)).signer == "kepala_daerah"


def test_how_a_text_abroad_is_changed_is_practice_because_only_its_clause_is_asked_for():
    pack = latest("ksdln")
    assert all(pack.arrow(f"addendum_{event}").internal for event in ("disepakati", "ditandatangani"))
    assert any("amandemen" in question for question in pack.open_questions)


def test_an_extension_abroad_is_asked_for_by_one_term_and_not_by_two():
    pack = latest("ksdln")
    request = pack.request("perpanjangan")
    assert request is not None
    assert (request.article, request.notice_months) == ("Pasal 33 Permendagri 25/2020", 0)
    assert [term.code for term in pack.terms if term.unit == "before_end"] == ["surat_perpanjangan"]


def test_old_papers_of_a_continued_cooperation_do_not_exist_because_it_has_no_text():
    assert latest("ksdln").arrow("catat_dari_arsip").kinds == ("ksdpl", "ksdll")


@pytest.mark.parametrize("pack", ["ksdd", "ksdpk"])
def test_an_addendum_to_a_kb_is_signed_by_the_head_and_one_to_a_pks_by_kuasa(pack):
    law = latest(pack)
    rule = law.naskah_kind("addendum")
    for code in ("kb", "pks"):
        like, other = rule.signed_like(law.naskah_kind(code)), law.naskah_kind(code)
        assert (like.signer, like.signer_article, like.emblems) == (
            other.signer,
            other.signer_article,
            other.emblems,
        )
        assert like.article == rule.article


@pytest.mark.parametrize("pack", ["ksdd", "ksdpk", "sinergi"])
def test_three_requests_have_their_own_papers_and_the_long_way_of_an_extension_is_practice(pack):
    law = latest(pack)
    assert [(row.code, row.documents) for row in law.requests] == [
        ("baru", ()),
        ("perpanjangan", ("permohonan_perpanjangan",)),
        ("addendum", ("usul_perubahan",)),
    ]
    extension = law.request("perpanjangan")
    assert extension is not None
    assert extension.internal
    assert extension.notice_months == 0
    assert all(law.document(code).internal for row in law.requests for code in row.documents)


@pytest.mark.parametrize("pack", ["ksdd", "ksdpk", "sinergi", "ksdln"])
def test_old_papers_enter_by_an_arrow_of_practice_that_nobody_takes_by_hand(pack):
    arrow = latest(pack).arrow("catat_dari_arsip")
    assert (arrow.side, arrow.permission, arrow.trigger, arrow.internal) == (
        "system",
        "",
        "arsip.dicatat",
        True,
    )


def test_only_a_contract_with_a_third_party_ends_by_a_proved_ruling():
    assert {row.code: row.proof for row in latest("ksdpk").end_reasons if row.proof} == {
        "putusan_pengadilan": "putusan_pengadilan",
        "pailit": "putusan_pengadilan",
    }
    assert not any(row.proof for row in latest("ksdd").end_reasons)

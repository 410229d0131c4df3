"""The DPRD of each region, row by row: the decision table, the acts of Permendagri 22/2020 Pasal 12 and 34, the letters."""

from itertools import product

import pytest

from agreements.law.deciding import deeming_terms, row_for, rows_of
from agreements.law.loading import latest
from tests.agreements.law.test_ksdd_acts import short

TERMS = "dprd_total dprd_balasan dprd_tindak_lanjut dprd_keputusan"
RUNNING = "dikaji tindak_lanjut menunggu_keputusan"
TESTED = "uji disiapkan tidak_perlu"
# act: (from, to, articles without the regulation, documents, optional, starts, stops)
KSDD = {
    "dprd_tidak_perlu": (TESTED, "tidak_perlu", "11(1)", "", "", "", ""),
    "dprd_perlu": (TESTED, "disiapkan", "11(1)", "", "", "", ""),
    "ajukan_dprd": ("disiapkan", "dikaji", "12(1)", "surat_dprd", "", "dprd_total dprd_balasan", ""),
    "catat_kajian_dprd": (
        "dikaji", "tindak_lanjut", "12(1)b 12(2)", "", "hasil_kajian_dprd", "dprd_tindak_lanjut", "dprd_balasan"
    ),
    "tindak_lanjuti_dprd": (
        "tindak_lanjut", "menunggu_keputusan", "12(1)d", "", "tindak_lanjut_dprd", "dprd_keputusan",
        "dprd_tindak_lanjut",
    ),
    "dprd_setuju": (RUNNING, "disetujui", "12(1)e", "persetujuan_dprd", "", "", TERMS),
    "dprd_dianggap_setuju": (RUNNING, "dianggap_setuju", "12(1)f 12(4)", "", "", "", TERMS),
    "dprd_tolak": (RUNNING, "tidak_disetujui", "", "", "penolakan_dprd", "", TERMS),
    "catat_surat_dprd": (RUNNING, "", "", "surat_lain_dprd", "", "", ""),
    "ajukan_ulang_dprd": ("tidak_disetujui", "uji", "", "", "", "", ""),
}  # fmt: skip
SITTING = "dikaji menunggu_paripurna menunggu_keputusan"
KSDPK = {
    "dprd_tidak_perlu": (TESTED, "tidak_perlu", "34(1)", "", "", "", ""),
    "dprd_perlu": (TESTED, "disiapkan", "34(1)", "", "", "", ""),
    "ajukan_dprd": ("disiapkan", "dikaji", "34", "surat_dprd company_profile", "", "dprd_total", ""),
    "catat_kajian_dprd": ("dikaji", "menunggu_paripurna", "34", "", "hasil_kajian_dprd", "", ""),
    "catat_paripurna_dprd": (
        "dikaji menunggu_paripurna", "menunggu_keputusan", "34", "", "risalah_paripurna", "", ""
    ),
    "dprd_setuju": (SITTING, "disetujui", "34", "persetujuan_dprd", "", "", "dprd_total"),
    "dprd_dianggap_setuju": (SITTING, "dianggap_setuju", "34(6)", "", "", "", "dprd_total"),
    "dprd_tolak": (SITTING, "tidak_disetujui", "", "", "penolakan_dprd", "", "dprd_total"),
    "catat_surat_dprd": (SITTING, "", "", "surat_lain_dprd", "", "", ""),
    "ajukan_ulang_dprd": ("tidak_disetujui", "uji", "", "", "", "", ""),
}  # fmt: skip
BY_PACK = {"ksdd": KSDD, "ksdpk": KSDPK}
ACTS = [(pack, code) for pack, acts in BY_PACK.items() for code in acts]


@pytest.mark.parametrize("pack", BY_PACK)
def test_the_table_holds_every_act_of_a_track(pack):
    assert list(BY_PACK[pack]) == [arrow.code for arrow in latest(pack).dprd_arrows]


@pytest.mark.parametrize(("pack", "code"), ACTS)
def test_each_act_stands_in_its_article_with_its_letters_and_clocks(pack, code):
    sources, target, article, documents, optional, starts, stops = BY_PACK[pack][code]
    arrow = latest(pack).dprd_arrow(code)
    assert (" ".join(arrow.sources), arrow.target, short(arrow.article)) == (sources, target, article)
    assert arrow.internal == (not article)
    told = (arrow.documents, arrow.optional, arrow.starts, arrow.stops)
    assert tuple(" ".join(part) for part in told) == (documents, optional, starts, stops)
    assert arrow.permission == ("" if arrow.side == "system" else "agreements.dprd")


# Burdens community and region? Not yet in this year's budget? Then needed: "dan/atau" asks for one of the two.
PLAN = {(True, True): True, (True, False): True, (False, True): True, (False, False): False}


@pytest.mark.parametrize("pack", BY_PACK)
@pytest.mark.parametrize(("burdens", "unbudgeted"), PLAN)
def test_one_yes_suffices_and_two_no_pass_the_dprd_over(pack, burdens, unbudgeted):
    row = row_for(latest(pack), "rencana", {"membebani": burdens, "belum_dianggarkan": unbudgeted})
    assert row.needed == PLAN[burdens, unbudgeted]
    assert row.reading
    assert row.article


@pytest.mark.parametrize(("pack", "article"), [("ksdd", "15"), ("ksdpk", "37")])
@pytest.mark.parametrize("grows", [True, False])
def test_a_change_asks_again_where_the_burden_grows(pack, article, grows):
    row = row_for(latest(pack), "perubahan", {"menambah_beban": grows})
    assert (row.needed, short(row.article)) == (grows, article)


@pytest.mark.parametrize("pack", BY_PACK)
def test_every_row_is_met_by_some_answer_and_an_unanswered_question_by_none(pack):
    rules = latest(pack)
    for cause in rules.dprd_causes:
        answers = [
            dict(zip(cause.questions, yes, strict=True))
            for yes in product((True, False), repeat=len(cause.questions))
        ]
        met = [row_for(rules, cause.code, given).code for given in answers]
        assert sorted(met) == sorted(row.code for row in rows_of(rules, cause.code))
    with pytest.raises(LookupError):
        row_for(rules, "rencana", {"membebani": False})


def test_both_clocks_deem_the_approval_of_a_ksdd_given_and_one_that_of_a_ksdpk():
    assert latest("ksdd").dprd_arrow("dprd_dianggap_setuju").checks == (
        "lapsed_any:dprd_total,dprd_keputusan",
    )
    assert deeming_terms(latest("ksdd")) == {"dprd_total", "dprd_keputusan"}
    assert latest("ksdpk").dprd_arrow("dprd_dianggap_setuju").checks == ("lapsed:dprd_total",)


def test_each_step_of_a_ksdd_waits_for_the_one_before_it():
    pack = latest("ksdd")
    assert pack.dprd_arrow("catat_kajian_dprd").checks == ("open:dprd_balasan",)
    assert pack.dprd_arrow("tindak_lanjuti_dprd").checks == ("open:dprd_tindak_lanjut",)


@pytest.mark.parametrize("pack", BY_PACK)
def test_a_refusal_asks_for_its_reason_and_may_be_followed_by_another_round(pack):
    refusing = latest(pack).dprd_arrow("dprd_tolak")
    assert (refusing.reason, refusing.confirm, refusing.tone) == ("required", True, "danger")
    again = latest(pack).dprd_arrow("ajukan_ulang_dprd")
    assert latest(pack).dprd_state(again.target).initial


@pytest.mark.parametrize("pack", BY_PACK)
def test_the_case_only_hears_of_the_dprd_through_its_triggers(pack):
    heard = {arrow.trigger: arrow for arrow in latest(pack).arrows if arrow.trigger.startswith("dprd.")}
    assert set(heard) == {
        "dprd.submitted", "dprd.not_needed", "dprd.cleared", "dprd.refused", "dprd.reopened",
    }  # fmt: skip
    assert heard["dprd.not_needed"].skips == "persetujuan_dprd"
    assert {arrow.side for arrow in heard.values()} == {"system"}
    assert not [arrow for arrow in latest(pack).arrows if arrow.permission == "agreements.dprd"]


@pytest.mark.parametrize("pack", BY_PACK)
def test_letters_stand_ready_where_they_are_needed(pack):
    rules = latest(pack)
    ready = {letter.code: letter.states for letter in rules.dprd_letters}
    assert ready["permohonan"] == ("disiapkan",)
    assert ready["catatan_dianggap"] == ("dianggap_setuju",)
    assert {rules.dprd_state(code).turn for code in ready["pengingat"]} == {"dprd"}

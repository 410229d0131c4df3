"""KSDPK, act by act: what Permendagri 22/2020 Pasal 25-39 asks otherwise than of a KSDD."""

import pytest

from agreements.law.loading import latest
from agreements.workflow import arrows_from
from tests.agreements.law.test_ksdd_acts import short

# act: (articles without the regulation, documents, starts, stops, kinds)
ACTS = {
    "ajukan_telaah": ("29(2) 27 31", "kak studi_kelayakan surat_penawaran_mitra", "", "", ""),
    "kembalikan": ("29", "", "", "", ""),
    "nyatakan_bukan_ksd": ("", "", "", "", ""),
    "lanjutkan": ("29(4)", "telaah_tkksd", "", "", "ksdpk_daerah"),
    "kirim_penawaran": ("30(1) 30(2)", "surat_penawaran", "", "", ""),
    "catat_penerimaan": ("", "", "", "", ""),
    "terima": ("30 32", "surat_tanggapan", "", "", ""),
    "tolak": ("30", "", "", "", ""),
    "terima_penawaran_mitra": ("31", "telaah_penawaran", "", "", "ksdpk_mitra"),
    "tolak_penawaran_mitra": ("31", "telaah_penawaran", "", "", "ksdpk_mitra"),
    "kb_disepakati": ("32", "", "", "", ""),
    "kb_dibuka": ("", "", "", "", ""),
    "kb_dibatalkan": ("", "", "", "", ""),
    "kb_ditandatangani": ("33", "", "", "", ""),
    "lanjut_tanpa_dprd": ("34(1)", "", "", "", ""),
    "dprd_diminta": ("34", "", "", "", ""),
    "dprd_selesai": ("34", "", "", "", ""),
    "dprd_menolak": ("", "", "", "", ""),
    "dprd_diuji_ulang": ("", "", "", "", ""),
    "pks_disepakati": ("35", "", "", "", ""),
    "pks_dibuka": ("", "", "", "", ""),
    "pks_dibatalkan": ("", "", "", "", ""),
    "pks_ditandatangani": ("36", "", "", "", ""),
    "addendum_disepakati": ("37", "", "", "", ""),
    "addendum_ditandatangani": ("37", "", "", "", ""),
    "catat_dari_arsip": ("", "", "", "", ""),
    "catat_arsip": ("38", "", "", "", ""),
    "catat_laporan": ("39", "", "", "", ""),
    "akhiri": ("PP 22", "", "", "", ""),
    "batalkan": ("", "", "", "", ""),
}
SAME_AS_KSDD = set(ACTS) - {"terima_penawaran_mitra", "tolak_penawaran_mitra"}


def test_the_table_holds_every_act_of_the_pack():
    assert list(ACTS) == [arrow.code for arrow in latest("ksdpk").arrows]


@pytest.mark.parametrize("code", ACTS)
def test_each_act_stands_in_its_article_with_its_papers_and_clocks(code):
    article, documents, starts, stops, kinds = ACTS[code]
    arrow = latest("ksdpk").arrow(code)
    assert short(arrow.article) == article
    assert arrow.internal == (not article)
    told = (arrow.documents, arrow.starts, arrow.stops, arrow.kinds)
    assert tuple(" ".join(part) for part in told) == (documents, starts, stops, kinds)


@pytest.mark.parametrize("code", sorted(SAME_AS_KSDD))
def test_shared_acts_keep_their_target_and_permission(code):
    ours, theirs = latest("ksdpk").arrow(code), latest("ksdd").arrow(code)
    assert (ours.target, ours.permission) == (theirs.target, theirs.permission)


def test_an_offer_has_no_answer_term_no_second_request_and_no_report():
    pack = latest("ksdpk")
    assert [term.code for term in pack.terms] == ["dprd_total"]
    assert not {"tanggapan_kedua", "dilaporkan"} & {state.code for state in pack.states}


def test_the_third_party_answers_through_the_officer_who_holds_its_letter():
    pack = latest("ksdpk")
    assert {pack.arrow(code).proof for code in ("terima", "tolak")} == {"surat_tanggapan"}


def test_each_initiative_brings_its_own_papers():
    pack = latest("ksdpk")
    asked = pack.arrow("ajukan_telaah").documents

    def due(kind: str) -> list[str]:
        return [row.code for row in pack.documents_for(kind) if row.code in asked]

    assert due("ksdpk_daerah") == ["kak", "studi_kelayakan"]
    assert due("ksdpk_mitra") == ["studi_kelayakan", "surat_penawaran_mitra"]


def test_after_the_review_a_third_party_offer_is_answered_and_ours_is_sent():
    pack = latest("ksdpk")

    def acts(kind: str) -> set[str]:
        return {arrow.code for arrow in arrows_from(pack, "telaah", kind)}

    shared = {"kembalikan", "nyatakan_bukan_ksd", "batalkan"}
    assert acts("ksdpk_daerah") == shared | {"lanjutkan"}
    assert acts("ksdpk_mitra") == shared | {"terima_penawaran_mitra", "tolak_penawaran_mitra"}


def test_a_ruling_and_a_bankruptcy_also_end_a_contract():
    added = [reason.code for reason in latest("ksdpk").end_reasons][5:]
    assert added == ["putusan_pengadilan", "pailit"]

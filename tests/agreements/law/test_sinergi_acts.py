"""Sinergi, act by act: what Permendagri 22/2020 Pasal 42 and 52-60 asks otherwise than of a KSDD."""

import pytest

from agreements.law.loading import latest
from agreements.workflow import arrows_from, stage_rail, triggered
from tests.agreements.law.cast import faults, fresh, row
from tests.agreements.law.test_ksdd_acts import short

TEXTS = "uji_dprd menunggu_dprd ditolak_dprd penandatanganan_nk"
INBOUND = "penawaran_masuk kelengkapan_diminta"
ANSWER = "menunggu_tanggapan tanggapan_kedua"
PROPOSED = (
    "usulan telaah dikembalikan penawaran_disiapkan penawaran_terkirim menunggu_tanggapan tanggapan_kedua"
)
# act: (from, to, side, permission, articles without the regulation, documents, starts, stops)
ACTS = {
    "ajukan_telaah": ("usulan dikembalikan", "telaah", "initiator", "propose", "53", "kak rujukan_rkpd", "", ""),
    "kembalikan": ("telaah", "dikembalikan", "initiator", "review", "53", "", "", ""),
    "nyatakan_bukan_ksd": ("telaah", "bukan_ksd", "initiator", "review", "", "", "", ""),
    "lanjutkan": ("telaah", "penawaran_disiapkan", "initiator", "review", "53", "telaah_tkksd", "", ""),
    "kirim_penawaran": (
        "penawaran_disiapkan", "penawaran_terkirim", "initiator", "offer", "54(1) 54(2)", "surat_penawaran", "", ""
    ),
    "catat_penerimaan": ("penawaran_terkirim", "menunggu_tanggapan", "any", "answer", "54(3)", "", "tanggapan", ""),
    "minta_tanggapan_kedua": (
        "menunggu_tanggapan", "tanggapan_kedua", "initiator", "offer", "54(4)", "permintaan_kedua", "", "tanggapan"
    ),
    "terima": (ANSWER, "penyusunan_nk", "partner", "answer", "54(3) 55", "surat_tanggapan", "", "tanggapan"),
    "tolak": (ANSWER, "ditolak", "partner", "answer", "54(3)", "", "", "tanggapan"),
    "catat_penawaran_masuk": (
        "usulan", "penawaran_masuk", "initiator", "answer", "", "surat_penawaran_mitra", "tanggapan_masuk", ""
    ),
    "terima_penawaran_masuk": (
        INBOUND, "penyusunan_nk", "initiator", "answer", "53(2) 55", "rujukan_rkpd telaah_tkksd jawaban_penawaran",
        "", "tanggapan_masuk",
    ),
    "tolak_penawaran_masuk": (INBOUND, "ditolak_daerah", "initiator", "answer", "", "", "", "tanggapan_masuk"),
    "minta_kelengkapan": ("penawaran_masuk", "kelengkapan_diminta", "initiator", "answer", "", "", "", ""),
    "lengkapi_penawaran": (
        "kelengkapan_diminta", "penawaran_masuk", "partner", "answer", "", "kelengkapan_penawaran", "", ""
    ),
    "tarik_penawaran": (
        INBOUND, "dibatalkan", "partner", "answer", "", "surat_penarikan", "", "tanggapan_masuk"
    ),
    "batalkan_catatan": ("penawaran_masuk", "dibatalkan", "initiator", "answer", "", "", "", "tanggapan_masuk"),
    "nk_rk_disepakati": ("penyusunan_nk", "uji_dprd", "system", "", "55", "", "", ""),
    "nk_dibuka": (TEXTS, "penyusunan_nk", "system", "", "", "", "", ""),
    "rk_dibuka": (TEXTS, "penyusunan_nk", "system", "", "", "", "", ""),
    "nk_dibatalkan": (TEXTS, "penyusunan_nk", "system", "", "", "", "", ""),
    "rk_dibatalkan": (TEXTS, "penyusunan_nk", "system", "", "", "", "", ""),
    "lanjut_tanpa_dprd": ("uji_dprd", "penandatanganan_nk", "system", "", "56(1)", "", "", ""),
    "dprd_diminta": ("uji_dprd ditolak_dprd", "menunggu_dprd", "system", "", "56", "", "", ""),
    "dprd_selesai": ("uji_dprd menunggu_dprd", "penandatanganan_nk", "system", "", "56", "", "", ""),
    "dprd_menolak": ("uji_dprd menunggu_dprd", "ditolak_dprd", "system", "", "", "", "", ""),
    "dprd_diuji_ulang": ("ditolak_dprd menunggu_dprd", "uji_dprd", "system", "", "", "", "", ""),
    "nk_rk_ditandatangani": ("penandatanganan_nk", "ditandatangani", "system", "", "57(2)", "", "", ""),
    "laporkan_menteri": (
        "ditandatangani", "pelaksanaan", "initiator", "manage", "57(3)", "laporan_penandatanganan", "", ""
    ),
    "addendum_disepakati": ("pelaksanaan", "pelaksanaan", "system", "", "58", "", "", ""),
    "addendum_ditandatangani": ("pelaksanaan", "pelaksanaan", "system", "", "58", "", "", ""),
    "catat_dari_arsip": ("usulan", "pelaksanaan", "system", "", "", "", "", ""),
    "catat_arsip": ("pelaksanaan", "pelaksanaan", "initiator", "manage", "59", "", "", ""),
    "catat_laporan": ("pelaksanaan", "pelaksanaan", "system", "", "60", "", "", ""),
    "akhiri": ("ditandatangani pelaksanaan", "berakhir", "initiator", "manage", "", "", "", ""),
    "batalkan": (
        f"{PROPOSED} penyusunan_nk {TEXTS}", "dibatalkan", "initiator", "manage", "", "", "", "tanggapan",
    ),
}  # fmt: skip


# act on the track of a region's DPRD: (from, to, permission, article, letters, starts, stops)
HEARD = "dikaji menunggu_paripurna menunggu_keputusan"
TRACK = {
    "dprd_tidak_perlu": ("uji disiapkan tidak_perlu", "tidak_perlu", "", "56(1)", "", "", ""),
    "dprd_perlu": ("uji disiapkan tidak_perlu", "disiapkan", "", "56(1)", "", "", ""),
    "ajukan_dprd": ("disiapkan", "dikaji", "dprd", "56", "surat_dprd", "dprd_total", ""),
    "catat_kajian_dprd": ("dikaji", "menunggu_paripurna", "dprd", "56", "", "", ""),
    "catat_paripurna_dprd": ("dikaji menunggu_paripurna", "menunggu_keputusan", "dprd", "56", "", "", ""),
    "dprd_setuju": (HEARD, "disetujui", "dprd", "56", "persetujuan_dprd", "", "dprd_total"),
    "dprd_dianggap_setuju": (HEARD, "dianggap_setuju", "dprd", "56(6)", "", "", "dprd_total"),
    "dprd_tolak": (HEARD, "tidak_disetujui", "dprd", "", "", "", "dprd_total"),
    "catat_surat_dprd": (HEARD, "", "dprd", "", "surat_lain_dprd", "", ""),
    "ajukan_ulang_dprd": ("tidak_disetujui", "uji", "dprd", "", "", "", ""),
}


def test_the_table_holds_every_act_of_the_pack():
    assert list(ACTS) == [arrow.code for arrow in latest("sinergi").arrows]
    assert list(TRACK) == [arrow.code for arrow in latest("sinergi").dprd_arrows]


@pytest.mark.parametrize("code", TRACK)
def test_each_step_with_a_dprd_goes_from_the_komisi_to_the_paripurna_of_pasal_56(code):
    sources, target, permission, article, documents, starts, stops = TRACK[code]
    arrow = latest("sinergi").dprd_arrow(code)
    assert (" ".join(arrow.sources), arrow.target) == (sources, target)
    assert arrow.permission == (f"agreements.{permission}" if permission else "")
    assert short(arrow.article) == article
    assert arrow.internal == (not article)
    told = (arrow.documents, arrow.starts, arrow.stops)
    assert tuple(" ".join(part) for part in told) == (documents, starts, stops)


@pytest.mark.parametrize("code", ACTS)
def test_each_act_stands_in_its_article_with_its_side_papers_and_clocks(code):
    sources, target, side, permission, article, documents, starts, stops = ACTS[code]
    arrow = latest("sinergi").arrow(code)
    assert (" ".join(arrow.sources), arrow.target, arrow.side) == (sources, target, side)
    assert arrow.permission == (f"agreements.{permission}" if permission else "")
    assert short(arrow.article) == article
    assert arrow.internal == (not article)
    told = (arrow.documents, arrow.starts, arrow.stops)
    assert tuple(" ".join(part) for part in told) == (documents, starts, stops)


STAGES = {
    "persiapan": "53", "penawaran": "54", "penyusunan_nk": "55", "persetujuan_dprd": "56",
    "penandatanganan_nk": "57", "pelaksanaan": "58", "penatausahaan": "59", "pelaporan": "60",
}  # fmt: skip


def test_eight_stages_stand_in_the_order_of_pasal_52_with_the_dprd_before_the_signature():
    pack = latest("sinergi")
    assert pack.stages_article == "Pasal 52 ayat (2) Permendagri 22/2020"
    assert {stage.code: short(stage.article) for stage in pack.stages} == STAGES
    codes = list(STAGES)
    assert codes.index("persetujuan_dprd") < codes.index("penandatanganan_nk")


def test_a_skipped_dprd_shows_as_skipped_on_the_rail():
    seen = {
        "telaah",
        "penawaran_terkirim",
        "penyusunan_nk",
        "uji_dprd",
        "lanjut_tanpa_dprd",
        "penandatanganan_nk",
    }
    rail = "".join(step.status[0] for step in stage_rail(latest("sinergi"), "penandatanganan_nk", seen))
    assert rail == "dddscttt"


def test_an_unanswered_offer_is_asked_again_once_and_nothing_further_is_written():
    pack = latest("sinergi")
    assert pack.arrow("minta_tanggapan_kedua").checks == ("lapsed:tanggapan",)
    assert {row.code for row in arrows_from(pack, "tanggapan_kedua")} == {"terima", "tolak", "batalkan"}
    assert "tidak mengatur langkah berikutnya" in pack.state("tanggapan_kedua").help
    assert not [term for term in pack.terms if term.code == "tanggapan_kedua"]


def test_the_receipt_of_an_absent_ministry_needs_its_proof():
    assert latest("sinergi").arrow("catat_penerimaan").proof == "bukti_penerimaan"


def test_an_offer_of_a_ministry_is_answered_within_the_offices_own_term_which_no_article_sets():
    pack = latest("sinergi")
    term = pack.term("tanggapan_masuk")
    assert (term.article, term.internal, term.responsible) == ("", True, "initiator")
    asked = {row.code: row.default for row in pack.settings}
    assert asked[term.length_setting] == str(term.length) == "30"
    assert pack.arrow("minta_kelengkapan").pauses == pack.arrow("lengkapi_penawaran").resumes == (term.code,)


def test_silence_of_45_days_deems_the_dprd_approval_given():
    assert latest("sinergi").dprd_arrow("dprd_dianggap_setuju").checks == ("lapsed:dprd_total",)


@pytest.mark.parametrize("kind", ["nk", "rk"])
@pytest.mark.parametrize(
    ("event", "state", "code"),
    [
        ("agreed", "penyusunan_nk", "nk_rk_disepakati"),
        ("signed", "penandatanganan_nk", "nk_rk_ditandatangani"),
    ],
)
def test_either_text_may_be_the_last_to_move_the_case(kind, event, state, code):
    arrow = triggered(latest("sinergi"), state, f"naskah.{kind}.{event}")
    assert arrow is not None
    assert (arrow.code, arrow.awaited) == (code, (("nk", "rk"), event))


def test_the_report_to_the_minister_is_a_state_of_its_own_so_nobody_skips_it():
    pack = latest("sinergi")
    lead_there = [arrow.code for arrow in pack.arrows if arrow.target == "pelaksanaan" != arrow.sources[0]]
    assert lead_there == ["laporkan_menteri", "catat_dari_arsip"]
    assert pack.state("ditandatangani").turn == "initiator"
    assert pack.document("laporan_penandatanganan").addressee == "Menteri Dalam Negeri"


def test_reasons_for_an_end_are_practice_because_no_text_names_them():
    reasons = latest("sinergi").end_reasons
    assert reasons
    assert all(reason.internal and not reason.article for reason in reasons)


def test_a_joined_trigger_names_only_texts_there_are():
    data = fresh("sinergi")
    row(data, "arrows", "nk_rk_ditandatangani")["trigger"] = "naskah.nk+pks.signed"
    assert any("'pks' tidak ada di naskah" in fault for fault in faults(data))


def test_two_acts_may_not_wait_for_the_same_event_even_joined():
    data = fresh("sinergi")
    row(data, "arrows", "nk_dibuka")["trigger"] = "naskah.nk.signed"
    assert any("2 tindakan dipicu 'naskah.nk.signed'" in fault for fault in faults(data))


def test_a_state_without_a_turn_needs_a_report_or_a_clock():
    data = fresh("sinergi")
    data["reports"][0]["opens_in"] = ["ditandatangani"]
    assert any("states[pelaksanaan].turn" in fault for fault in faults(data))


def test_nothing_signed_is_cancelled():
    assert latest("sinergi").arrow("batalkan").checks == ("unsigned",)

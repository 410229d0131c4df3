"""KSDD, act by act: article, side, permission, papers and clocks of Permendagri 22/2020 Pasal 7-17."""

import pytest

from agreements.law.loading import latest

PM = "Permendagri 22/2020"
OFFER = ("tanggapan", "tanggapan_kedua")
BEFORE_OFFER = "usulan telaah dikembalikan penawaran_disiapkan"
WITH_PARTNER = "menunggu_tanggapan kelengkapan_diminta tanggapan_kedua dilaporkan"
# act: (from, to, side, permission, articles without the regulation, documents, starts, stops)
ACTS = {
    "ajukan_telaah": ("usulan dikembalikan", "telaah", "initiator", "propose", "7(2)", "kak", (), ()),
    "kembalikan": ("telaah", "dikembalikan", "initiator", "review", "7", "", (), ()),
    "nyatakan_bukan_ksd": ("telaah", "bukan_ksd", "initiator", "review", "", "", (), ()),
    "lanjutkan": ("telaah", "penawaran_disiapkan", "initiator", "review", "7(4)", "telaah_tkksd", (), ()),
    "kirim_penawaran": (
        "penawaran_disiapkan", "penawaran_terkirim", "initiator", "offer", "8(1) 8(2)", "surat_penawaran", (), ()
    ),
    "catat_penerimaan": (
        "penawaran_terkirim", "menunggu_tanggapan", "any", "answer", "8(3)", "", ("tanggapan",), ()
    ),
    "catat_penawaran_masuk": (
        "usulan", "menunggu_tanggapan", "partner", "answer", "8(3)", "surat_penawaran", ("tanggapan",), ()
    ),
    "batalkan_catatan": ("menunggu_tanggapan", "dibatalkan", "partner", "answer", "", "", (), ("tanggapan",)),
    "minta_kelengkapan": ("menunggu_tanggapan", "kelengkapan_diminta", "partner", "answer", "", "", (), ()),
    "lengkapi_penawaran": (
        "kelengkapan_diminta", "menunggu_tanggapan", "initiator", "offer", "", "kelengkapan_penawaran", (), ()
    ),
    "minta_tanggapan_kedua": (
        "menunggu_tanggapan", "tanggapan_kedua", "initiator", "offer", "8(4)", "permintaan_kedua",
        ("tanggapan_kedua",), ("tanggapan",),
    ),
    "laporkan": (
        "tanggapan_kedua", "dilaporkan", "initiator", "offer", "8(5)", "laporan_tidak_menjawab", (),
        ("tanggapan_kedua",),
    ),
    "catat_perintah": ("dilaporkan", "dilaporkan", "any", "offer", "8(6)", "perintah_tanggapan", (), ()),
    "terima": (
        WITH_PARTNER, "penyusunan_kb", "partner", "answer", "8(3) 9",
        "surat_tanggapan", (), OFFER,
    ),
    "tolak": (
        WITH_PARTNER, "ditolak", "partner", "answer", "8(3)", "", (), OFFER
    ),
    "kb_disepakati": ("penyusunan_kb", "penandatanganan_kb", "system", "", "9", "", (), ()),
    "kb_dibuka": ("penandatanganan_kb", "penyusunan_kb", "system", "", "", "", (), ()),
    "kb_dibatalkan": ("penandatanganan_kb", "penyusunan_kb", "system", "", "", "", (), ()),
    "kb_ditandatangani": ("penandatanganan_kb", "uji_dprd", "system", "", "10(2) 43(1)", "", (), ()),
    "lanjut_tanpa_dprd": ("uji_dprd", "penyusunan_pks", "system", "", "11(1)", "", (), ()),
    "dprd_diminta": ("uji_dprd ditolak_dprd", "menunggu_dprd", "system", "", "12", "", (), ()),
    "dprd_selesai": ("menunggu_dprd", "penyusunan_pks", "system", "", "12", "", (), ()),
    "dprd_menolak": ("menunggu_dprd", "ditolak_dprd", "system", "", "", "", (), ()),
    "dprd_diuji_ulang": ("ditolak_dprd", "uji_dprd", "system", "", "", "", (), ()),
    "pks_disepakati": ("penyusunan_pks", "penandatanganan_pks", "system", "", "13", "", (), ()),
    "pks_dibuka": ("penandatanganan_pks", "penyusunan_pks", "system", "", "", "", (), ()),
    "pks_dibatalkan": ("penandatanganan_pks", "penyusunan_pks", "system", "", "", "", (), ()),
    "pks_ditandatangani": (
        "penandatanganan_pks", "pelaksanaan", "system", "", "14", "", (), ()
    ),
    "addendum_disepakati": ("pelaksanaan", "pelaksanaan", "system", "", "15", "", (), ()),
    "addendum_ditandatangani": ("pelaksanaan", "pelaksanaan", "system", "", "15", "", (), ()),
    "catat_dari_arsip": ("usulan", "pelaksanaan", "system", "", "", "", (), ()),
    "catat_arsip": ("pelaksanaan", "pelaksanaan", "any", "manage", "16", "", (), ()),
    "catat_laporan": ("pelaksanaan", "pelaksanaan", "system", "", "17", "", (), ()),
    "akhiri": (
        "uji_dprd menunggu_dprd ditolak_dprd penyusunan_pks penandatanganan_pks pelaksanaan", "berakhir",
        "initiator", "manage", "PP 9", "", (),
        (),
    ),
    "batalkan": (
        f"{BEFORE_OFFER} penawaran_terkirim {WITH_PARTNER} penyusunan_kb penandatanganan_kb", "dibatalkan", "initiator", "manage", "", "", (), OFFER,
    ),
}  # fmt: skip


def short(article: str) -> str:
    """An article as the table writes it: `Pasal 12 ayat (1) huruf b Permendagri 22/2020` becomes `12(1)b`."""
    parts = []
    for part in filter(None, article.split("; ")):
        text = part.removesuffix(f" {PM}").replace(" ayat ", "").replace(" huruf ", "")
        text = text.replace("Pasal ", "")
        parts.append(f"PP {text.removesuffix(' PP 28/2018')}" if text.endswith("PP 28/2018") else text)
    return " ".join(parts)


def test_the_table_holds_every_act_of_the_pack():
    assert list(ACTS) == [arrow.code for arrow in latest("ksdd").arrows]


@pytest.mark.parametrize("code", ACTS)
def test_each_act_stands_in_its_article_with_its_side_papers_and_clocks(code):
    sources, target, side, permission, article, documents, starts, stops = ACTS[code]
    arrow = latest("ksdd").arrow(code)
    assert (" ".join(arrow.sources), arrow.target, arrow.side) == (sources, target, side)
    assert arrow.permission == (f"agreements.{permission}" if permission else "")
    assert short(arrow.article) == article
    assert arrow.internal == (not article)
    assert (" ".join(arrow.documents), arrow.starts, arrow.stops) == (documents, starts, stops)


def test_an_unanswered_offer_moves_only_after_its_term():
    pack = latest("ksdd")
    assert pack.arrow("minta_tanggapan_kedua").checks == ("lapsed:tanggapan",)
    assert pack.arrow("laporkan").checks == ("lapsed:tanggapan_kedua",)


def test_the_offer_clock_runs_from_the_recorded_day_of_receipt():
    arrow = latest("ksdd").arrow("catat_penerimaan")
    assert arrow.date_label == "Tanggal surat diterima mitra"
    assert arrow.date_not_before == "kirim_penawaran"
    assert arrow.proof == "bukti_penerimaan"


def test_every_partner_accepts_before_the_case_moves_and_one_refusal_ends_it():
    pack = latest("ksdd")
    assert [arrow.code for arrow in pack.arrows if arrow.each] == ["terima"]


def test_a_running_cooperation_waits_for_nobody_because_its_report_has_a_clock():
    pack = latest("ksdd")
    assert pack.state("pelaksanaan").turn == "none"
    reports = pack.report_for("ksdd_wajib")
    assert reports is not None
    assert reports.opens_in == (pack.arrow("pks_ditandatangani").target,)


def test_the_partner_sees_the_case_from_the_offer_on():
    assert [arrow.code for arrow in latest("ksdd").arrows if arrow.shares] == [
        "kirim_penawaran",
        "catat_penawaran_masuk",
    ]


def test_what_ends_a_case_asks_for_a_reason_and_a_confirmation():
    pack = latest("ksdd")
    ends = {state.code for state in pack.states if state.terminal}
    ending = [arrow for arrow in pack.arrows if arrow.target in ends]
    assert len(ending) == 5
    assert all(arrow.reason == "required" and arrow.confirm and arrow.tone == "danger" for arrow in ending)


def test_a_signed_agreement_is_ended_for_a_lawful_reason_and_never_cancelled():
    pack = latest("ksdd")
    signed = pack.arrow("akhiri").sources
    assert not set(signed) & set(pack.arrow("batalkan").sources)
    assert pack.arrow("akhiri").reason_codes
    assert [reason.code for reason in pack.end_reasons] == [
        "jangka_waktu", "tujuan_tercapai", "kesepakatan", "perubahan_peraturan", "objek_hilang",
    ]  # fmt: skip
    assert {reason.article for reason in pack.end_reasons} == {"Pasal 9 PP 28/2018"}


def test_an_inbound_offer_runs_the_same_clock_and_stands_for_sending_and_receiving():
    arrow = latest("ksdd").arrow("catat_penawaran_masuk")
    assert (arrow.direction, arrow.replaces) == ("masuk", ("kirim_penawaran", "catat_penerimaan"))
    assert [row.code for row in latest("ksdd").arrows if row.direction] == [arrow.code, "batalkan_catatan"]


def test_the_clock_that_stands_still_is_office_practice_and_a_setting_allows_it():
    pack = latest("ksdd")
    asking, giving = pack.arrow("minta_kelengkapan"), pack.arrow("lengkapi_penawaran")
    assert (asking.pauses, giving.resumes) == (("tanggapan",), ("tanggapan",))
    assert asking.internal
    assert giving.internal
    assert "allowed:jeda_kelengkapan" in asking.checks
    assert pack.setting("jeda_kelengkapan").default == "ya"


def test_the_order_to_answer_may_come_from_above():
    assert [row.code for row in latest("ksdd").arrows if row.above] == ["catat_perintah"]

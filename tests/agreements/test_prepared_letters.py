"""Letters of a case come ready to sign: parties, numbers, days, terms and articles are filled in."""

from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from agreements.documents.drafts import all_drafts
from agreements.documents.drafts.loading import build
from agreements.law.errors import PackError
from agreements.law.loading import latest
from agreements.services.acting import require_acting
from agreements.services.prepared import preparable, prepared_letter
from ksd.core import clock
from ksd.core.models import Job
from tests import factories
from tests.agreements.offering import InboundPlay
from tests.agreements.playing import Play
from tests.agreements.test_orders_from_above import reported
from tests.conftest import Cast


def later(days: int) -> Any:
    return clock.frozen(factories.TODAY + timedelta(days=days))


def words(play: Play, actor: Any, code: str, document: str) -> str:
    """Everything the letter says, as one text."""
    arrow = play.case.pack.arrow(code)
    letter = prepared_letter(play.case, arrow, require_acting(actor, play.case, arrow), document)
    assert letter is not None
    parts = [letter.subject, letter.head.government, *letter.addressee, *letter.copies_to]
    for block in letter.blocks:
        parts += [getattr(block, "text", ""), *list(getattr(block, "items", ()))]
        parts += [f"{name}: {value}" for name, value in getattr(block, "rows", ())]
    return "\n".join([*parts, *(f"{row.title} {row.name}" for row in letter.signers)])


def test_the_offer_names_what_is_offered_and_the_term_of_thirty_days(play: Play, cast: Cast) -> None:
    play.to("penawaran_disiapkan")
    text = words(play, cast.officer, "kirim_penawaran", "surat_penawaran")
    for part in ("Puskesmas Perbatasan", "Bupati Kutai Barat", "30 (tiga puluh) hari", "Pasal 8 ayat (3)"):
        assert part in text
    assert "PEMERINTAH KABUPATEN KUTAI KARTANEGARA" in text
    assert "Contoh Kutai Kartanegara" in text


def test_the_second_request_quotes_the_offer_its_receipt_and_the_lapsed_term(play: Play, cast: Cast) -> None:
    play.to("menunggu_tanggapan")
    with later(31):
        text = words(play, cast.officer, "minta_tanggapan_kedua", "permintaan_kedua")
    for part in ("100/1", "21 November 2026", "21 Desember 2026", "15 (lima belas) hari", "Pasal 8 ayat (4)"):
        assert part in text


@pytest.mark.parametrize(
    ("level", "addressee"),
    [("kabupaten_kota", "Gubernur sebagai wakil"), ("provinsi", "Menteri Dalam Negeri")],
)
def test_the_report_goes_to_whom_the_pack_names(level: str, addressee: str) -> None:
    rule = latest("ksdd").addressee("laporan_tidak_menjawab", level)
    assert rule
    assert rule.label.startswith(addressee)


def test_the_report_of_a_regency_goes_to_its_governor_with_every_step(play: Play, cast: Cast) -> None:
    play.to("menunggu_tanggapan")
    with later(31):
        play.act("minta_tanggapan_kedua", cast.officer, "permintaan_kedua", on=clock.today())
    with later(47):
        text = words(play, cast.officer, "laporkan", "laporan_tidak_menjawab")
    for part in (
        "Gubernur sebagai wakil Pemerintah Pusat",
        "Kalimantan Timur",
        "6 Januari 2027",
        "Pasal 8 ayat (5)",
    ):
        assert part in text


def test_the_order_is_written_by_the_province_and_not_by_a_party(play: Play, cast: Cast) -> None:
    case = reported(play)
    text = words(play, cast.biro, "catat_perintah", "perintah_tanggapan")
    for part in ("PEMERINTAH PROVINSI KALIMANTAN TIMUR", "Bupati Kutai Barat", "Pasal 8 ayat (6)"):
        assert part in text
    arrow = case.pack.arrow("catat_perintah")
    assert preparable(case, arrow, require_acting(cast.officer, case, arrow)) == []


@pytest.mark.parametrize(
    ("code", "words_"), [("terima", "menerima penawaran"), ("tolak", "belum dapat menerima")]
)
def test_our_answer_to_an_inbound_offer_goes_to_the_region_that_wrote(
    cast: Cast, code: str, words_: str
) -> None:
    play = InboundPlay(cast)
    text = words(play, cast.officer, code, "surat_tanggapan")
    assert words_ in text
    assert "Bupati Berau" in text
    assert "130/77/BERAU/2026" in text


def test_no_letter_is_prepared_for_an_act_recorded_for_somebody_else(cast: Cast) -> None:
    play = InboundPlay(cast)
    arrow = play.case.pack.arrow("minta_tanggapan_kedua")
    acting = require_acting(cast.officer, play.case, arrow)
    assert acting.recorded_for
    assert preparable(play.case, arrow, acting) == []


def test_every_wording_names_only_what_exists() -> None:
    assert {row.document for row in all_drafts()} >= {
        "surat_penawaran",
        "surat_tanggapan",
        "permintaan_kedua",
        "laporan_tidak_menjawab",
        "perintah_tanggapan",
    }


GOOD = {
    "code": "contoh",
    "label": "Contoh",
    "short": "C",
    "document": "permintaan_kedua",
    "packs": ["ksdd"],
    "subject": "Hal",
    "to": "partner",
    "opening": ["{judul}"],
}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"opening": ["{jodol}"]}, "'{jodol}' tidak dikenal"),
        ({"opening": ["{nomor.surat_lain}"]}, "'{nomor.surat_lain}' tidak dikenal"),
        ({"document": "surat_lain"}, "'surat_lain' tidak ada dalam paket ksdd"),
        ({"packs": ["lain"]}, "'lain' tidak dikenal"),
        ({"packs": []}, "sebutkan paket hukumnya"),
        ({"arrows": ["lain"]}, "'lain' tidak ada dalam paket ksdd"),
        ({"to": "law"}, "tidak menyebut tujuannya"),
        ({"perihal": "x"}, "kunci 'perihal' tidak dikenal"),
    ],
)
def test_a_wording_with_a_slip_is_refused_by_name(change: dict[str, Any], fault: str) -> None:
    build({"letters": [GOOD]}, "contoh")
    with pytest.raises(PackError) as refused:
        build({"letters": [GOOD | change]}, "contoh")
    assert any(fault in found for found in refused.value.faults)


def url(play: Play, code: str, kind: str) -> str:
    return f"{play.case.get_absolute_url()}tindakan/{code}/surat/{kind}/"


def test_the_act_page_offers_the_letter_and_hands_it_out_as_docx_and_pdf(
    play: Play, cast: Cast, signed_in: Any
) -> None:
    play.to("penawaran_disiapkan")
    client = signed_in(cast.officer)
    page = client.get(f"{play.case.get_absolute_url()}tindakan/kirim_penawaran/").content.decode()
    assert url(play, "kirim_penawaran", "surat_penawaran") in page
    answer = client.post(url(play, "kirim_penawaran", "surat_penawaran"), {"bentuk": "docx"})
    paper = Document(BytesIO(answer.content))
    assert any("menawarkan kerja sama" in row.text for row in paper.paragraphs)
    answer = client.post(url(play, "kirim_penawaran", "surat_penawaran"), {"bentuk": "pdf"})
    assert answer.status_code == 302
    assert Job.objects.filter(kind="letter_pdf", created_by=cast.officer).count() == 1


def test_who_may_not_act_gets_no_letter(play: Play, cast: Cast, signed_in: Any) -> None:
    play.to("penawaran_disiapkan")
    where = url(play, "kirim_penawaran", "surat_penawaran")
    assert signed_in(cast.stranger).post(where).status_code == 404
    assert signed_in(cast.observer).post(where).status_code == 403
    assert signed_in(cast.officer).post(url(play, "kirim_penawaran", "kak")).status_code == 404
    assert signed_in(cast.officer).post(url(play, "batalkan", "surat_penawaran")).status_code == 404
    assert signed_in(cast.officer).post(url(play, "laporkan", "laporan_tidak_menjawab")).status_code == 409
    assert signed_in(cast.officer).get(where).status_code == 405

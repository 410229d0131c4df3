"""Every paper of a case: in which kind of case and where it is written, by whom, and to whom it goes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from agreements.choices import Authority
from agreements.choices.teams import Advice
from agreements.models import Case, CaseDocument, Naskah, Recommendation
from ksd.core import clock
from regions.models import Region
from tests import factories
from tests.agreements.abroad import content
from tests.agreements.playing import Play

Prepare = Callable[[Play], int]


def as_it_stands(_play: Play) -> int:
    """The case itself is what the paper speaks of."""
    return 0


def text(kind: str) -> Prepare:
    """The paper speaks of the newest text of this kind."""
    return lambda play: Naskah.objects.filter(case=play.case, kind=kind).latest("pk").pk


def written(document: str) -> Prepare:
    """A structured document stands written."""

    def prepare(play: Play) -> int:
        rule = play.case.pack.document(document)
        if not play.case.documents.filter(kind=document, is_current=True).exists():
            filled = {item.code: content(item) for item in rule.fields}
            party = play.parties()[0]
            CaseDocument.objects.create(
                case=play.case, kind=document, fields=filled, party=party, recorded_by=play.officer
            )
        return 0

    return prepare


def recommended(kind: str) -> Prepare:
    """The TKKSD has spoken on the newest text of this kind."""

    def prepare(play: Play) -> int:
        return Recommendation.objects.create(
            naskah=Naskah.objects.filter(case=play.case, kind=kind).latest("pk"), region=play.home,
            advice=Advice.SIGN, number="REK/1", dated=clock.today(), recorded_by=play.cast.tkksd,
        ).pk  # fmt: skip

    return prepare


def before_council(play: Play) -> int:
    """The DPRD of the region is to be asked."""
    play.answer_dprd(yes=True, orders=(1,))
    return play.track().pk


def of_track(play: Play) -> int:
    """The paper speaks of the round with the DPRD."""
    return play.track().pk


def delegated(kind: str) -> Prepare:
    """The signer of our region holds a surat kuasa."""

    def prepare(play: Play) -> int:
        row = Naskah.objects.filter(case=play.case, kind=kind).latest("pk")
        row.signatures.filter(party__region=play.home).update(
            authority=Authority.KUASA,
            signer_name="Contoh Kepala Dinas",
            signer_title="Kepala Dinas Kesehatan",
        )
        return row.pk

    return prepare


@dataclass(frozen=True)
class Row:
    """One line of the table; `to` is a part of the addressee, empty for a paper that is no letter."""

    code: str
    kind: str
    state: str
    to: str = ""
    by: str = "officer"
    prepare: Prepare = as_it_stands
    days: int = 0
    acts: tuple[str, ...] = ()
    says: tuple[str, ...] = field(default=())


US, THEM, MINISTER = "Bupati Kutai Kartanegara", "Bupati Kutai Barat", "Menteri Dalam Negeri"
SECOND = ("minta_tanggapan_kedua",)

TABLE = [
    # KSDD
    Row("berita-acara-pemetaan", "ksdd_wajib", "usulan"),
    *(
        row
        for kind in ("ksdd_wajib", "ksdd_sukarela")
        for row in (
            Row("kak-ksdd", kind, "telaah", says=("Isi contoh",)),
            Row("telaah-ksdd", kind, "penawaran_disiapkan", prepare=written("telaah_tkksd")),
            Row("penawaran-ksdd", kind, "penawaran_disiapkan", THEM, says=("Pasal 8 ayat (3)",)),
            Row("tanggapan-terima", kind, "menunggu_tanggapan", US, by="partner"),
            Row("tanggapan-tolak", kind, "menunggu_tanggapan", US, by="partner"),
            Row("permintaan-kelengkapan", kind, "menunggu_tanggapan", US, by="partner"),
            Row("permintaan-kedua-ksdd", kind, "menunggu_tanggapan", THEM, days=31),
            Row("laporan-tidak-menjawab", kind, "menunggu_tanggapan", "Gubernur", days=47, acts=SECOND),
        )
    ),
    Row("perintah-tanggapan", "ksdd_sukarela", "menunggu_tanggapan", THEM, "biro", days=48, acts=(*SECOND, "laporkan")),
    Row("surat-kuasa-ksdd", "ksdd_sukarela", "penandatanganan_pks", prepare=delegated("pks"), says=("Contoh Kepala Dinas",)),
    Row("berita-acara-pembahasan", "ksdd_sukarela", "penandatanganan_pks", prepare=text("pks")),
    Row("rekomendasi-tkksd", "ksdd_sukarela", "penandatanganan_pks", US, prepare=recommended("pks")),
    Row("pengantar-naskah", "ksdd_sukarela", "pelaksanaan", THEM, prepare=text("pks")),
    Row("surat-perpanjangan-dalam-negeri", "ksdd_sukarela", "pelaksanaan", THEM, prepare=text("pks")),
    Row("usul-perpanjangan", "ksdd_sukarela", "pelaksanaan", prepare=written("permohonan_perpanjangan")),
    Row("usul-perubahan", "ksdd_sukarela", "pelaksanaan", prepare=written("usul_perubahan")),
    Row("dprd-ksdd-permohonan", "ksdd_sukarela", "uji_dprd", "Pimpinan DPRD", prepare=before_council),
    # KSDPK
    Row("kak-ksdpk", "ksdpk_daerah", "telaah"),
    Row("studi-kelayakan", "ksdpk_daerah", "telaah"),
    Row("studi-kelayakan", "ksdpk_mitra", "telaah"),
    Row("telaah-ksdpk", "ksdpk_daerah", "penawaran_disiapkan", prepare=written("telaah_tkksd")),
    Row("seleksi-mitra", "ksdpk_daerah", "penawaran_disiapkan", prepare=written("seleksi_mitra")),
    Row("penawaran-ksdpk", "ksdpk_daerah", "penawaran_disiapkan", "Contoh"),
    Row("telaah-penawaran", "ksdpk_mitra", "telaah", by="tkksd", prepare=written("telaah_penawaran")),
    Row("jawaban-terima", "ksdpk_mitra", "telaah", "Contoh", by="tkksd"),
    Row("jawaban-tolak", "ksdpk_mitra", "telaah", "Contoh", by="tkksd"),
    Row("surat-kuasa-ksdpk", "ksdpk_daerah", "penandatanganan_pks", prepare=delegated("pks")),
    Row("berita-acara-pembahasan", "ksdpk_mitra", "penandatanganan_pks", prepare=text("pks")),
    Row("rekomendasi-tkksd", "ksdpk_daerah", "penandatanganan_pks", US, prepare=recommended("pks")),
    Row("surat-perpanjangan-dalam-negeri", "ksdpk_daerah", "pelaksanaan", "Contoh", prepare=text("kb")),
    Row("usul-perubahan", "ksdpk_daerah", "pelaksanaan", prepare=written("usul_perubahan")),
    Row("dprd-ksdpk-permohonan", "ksdpk_daerah", "uji_dprd", "Pimpinan DPRD", prepare=before_council),
    # Sinergi
    Row("kak-sinergi", "sinergi", "telaah"),
    Row("telaah-sinergi", "sinergi", "penawaran_disiapkan", prepare=written("telaah_tkksd")),
    Row("penawaran-sinergi", "sinergi", "penawaran_disiapkan", "Contoh", says=("Pasal 54 ayat (3)",)),
    Row("permintaan-kedua-sinergi", "sinergi", "menunggu_tanggapan", "Contoh", days=31),
    Row("dprd-sinergi-permohonan", "sinergi", "uji_dprd", "DPRD Kabupaten", prepare=before_council),
    Row("laporan-penandatanganan", "sinergi", "ditandatangani", MINISTER, says=("Pasal 57 ayat (3)",)),
    Row("surat-perpanjangan-dalam-negeri", "sinergi", "pelaksanaan", "Contoh", prepare=text("nk")),
    Row("usul-perpanjangan", "sinergi", "pelaksanaan", prepare=written("permohonan_perpanjangan")),
    # Luar negeri
    Row("kajian-luar-negeri", "ksdpl", "penyusunan_loi", prepare=written("kajian")),
    Row("tanggapan-loi", "ksdpl", "tanggapan_loi", "Sekretaris Jenderal"),
    Row("salinan-loi", "ksdpl", "penyusunan_rks", MINISTER),
    Row("rencana-kerja-sama", "ksdpl", "persetujuan_dprd", prepare=written("rks")),
    Row("dprd-ksdln-permohonan", "ksdpl", "persetujuan_dprd", "DPRD", prepare=of_track),
    Row("pengajuan-rks", "ksdpl", "pengajuan_rks", "melalui Gubernur"),
    Row("penerusan-rks", "ksdpl", "rks_di_gubernur", MINISTER, by="biro"),
    Row("pengajuan-langsung-rks", "ksdpl", "rks_di_gubernur", MINISTER),
    Row("pengajuan-naskah", "ksdpl", "penyusunan_mou", "melalui Gubernur"),
    Row("penerusan-naskah", "ksdpl", "naskah_di_gubernur", MINISTER, by="biro"),
    Row("pengajuan-langsung-naskah", "ksdpl", "naskah_di_gubernur", MINISTER),
    Row("rencana-penandatanganan", "ksdpl", "penandatanganan_mou", MINISTER),
    Row("penyampaian-asli", "ksdll", "pelaksanaan", MINISTER),
    Row("surat-perpanjangan-luar-negeri", "ksdll", "pelaksanaan", MINISTER),
    Row("rencana-tahunan", "ksdll", "pelaksanaan", prepare=written("rencana_tahunan")),
    Row("surat-kesediaan", "ksdll_terusan", "usulan", MINISTER),
    *(Row("surat-pengantar", kind, "usulan", "Kepala Biro Contoh") for kind in ("ksdd_wajib", "ksdpk_mitra", "sinergi", "ksdpl")),
]  # fmt: skip


def bring(play: Play, row: Row) -> tuple[Case, Any, int]:
    """The case where the paper is written, the person who writes it, the row it speaks of."""
    play.to(row.state)
    for number, act in enumerate(row.acts):
        paper = {"minta_tanggapan_kedua": "permintaan_kedua", "laporkan": "laporan_tidak_menjawab"}[act]
        with clock.frozen(factories.TODAY + timedelta(days=31 + 16 * number)):
            play.act(act, play.cast.officer, paper, on=clock.today())
    # Only now, so that the way there is the one of every other test.
    Region.objects.filter(pk__in=[play.cast.kukar.pk, play.cast.kubar.pk, play.cast.kaltim.pk]).update(
        capital="Kota Contoh"
    )
    about = row.prepare(play)
    return play.reload(), getattr(play.cast, row.by), about

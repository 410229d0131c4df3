"""The way of a segment as a frozen table: which stage may follow which, on what document, by which article."""

from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from boundaries.choices import Court, PaperKind, SegmentKind, Stage

LADDER = _("Pasal 370 UU 23/2014")
BY_DECREE = _("Pasal 401 UU 23/2014")
FORMS = _("Lampiran Permendagri 141/2017")
_WORK = (Stage.PENYIAPAN_DOKUMEN, Stage.PELACAKAN, Stage.PENGUKURAN, Stage.PETA_DISEPAKATI)
_PILLARS = (Stage.DITETAPKAN, Stage.PEMASANGAN_PILAR, Stage.PEMELIHARAAN)
_REVIEWS = (Stage.DIGUGAT_MA, Stage.DIGUGAT_MK)


@dataclass(frozen=True)
class Entry:
    """How a segment comes to a stage.

    `papers`: one of these kinds must be named; `court`: a case there must be on record. `between`: from where two
    provinces come to it, when that differs; () says that only neighbours inside one province pass through it.
    """

    stage: str
    sources: tuple[str, ...]
    between: tuple[str, ...] | None = None
    papers: tuple[str, ...] = ()
    decree: bool = False
    court: str = ""
    article: str | Promise = ""
    help: str | Promise = ""

    @property
    def label(self) -> str:
        """The stage in words."""
        return str(Stage(self.stage).label)

    def after(self, kind: str) -> tuple[str, ...]:
        """The stages it follows, for a segment inside one province or between two."""
        return self.sources if self.between is None or kind == SegmentKind.DALAM_PROVINSI else self.between


ENTRIES: tuple[Entry, ...] = (
    Entry(
        Stage.PENYIAPAN_DOKUMEN,
        (Stage.BELUM_DIBAHAS,),
        help=_("Kedua daerah mengumpulkan dasar hukum, peta, dan bukti."),
    ),
    Entry(
        Stage.PELACAKAN,
        (Stage.PENYIAPAN_DOKUMEN,),
        papers=(PaperKind.BERITA_ACARA,),
        article=FORMS,
        help=_("Penyiapan dokumen ditutup dengan berita acara Formulir 01."),
    ),
    Entry(
        Stage.PENGUKURAN,
        (Stage.PELACAKAN,),
        papers=(PaperKind.BERITA_ACARA,),
        article=FORMS,
        help=_("Pelacakan ditutup dengan berita acara Formulir 02.A atau 02.B."),
    ),
    Entry(
        Stage.PETA_DISEPAKATI,
        (Stage.PENGUKURAN, Stage.FASILITASI_GUBERNUR, Stage.KAJIAN_PROVINSI, Stage.GARIS_KAJIAN),
        between=(Stage.PENGUKURAN, Stage.GARIS_KAJIAN),
        papers=(PaperKind.BERITA_ACARA, PaperKind.PETA_BATAS),
        help=_("Kedua daerah menandatangani berita acara dan peta batasnya."),
    ),
    Entry(
        Stage.DIUSULKAN_KE_KEMENDAGRI,
        (Stage.PETA_DISEPAKATI, Stage.KEPUTUSAN_GUBERNUR),
        between=(Stage.PETA_DISEPAKATI,),
        papers=(PaperKind.SURAT_KE_MENTERI,),
        help=_("Gubernur menyampaikan hasilnya kepada Menteri Dalam Negeri."),
    ),
    Entry(
        Stage.FASILITASI_PBD_PUSAT,
        (Stage.DIUSULKAN_KE_KEMENDAGRI, Stage.DISERAHKAN_KE_MENTERI, Stage.GARIS_KAJIAN),
        help=_("Tim PBD Pusat memfasilitasi kedua daerah."),
    ),
    Entry(
        Stage.PENYUSUNAN_DRAF,
        (Stage.FASILITASI_PBD_PUSAT, Stage.GARIS_KAJIAN),
        help=_("Kemendagri menyusun rancangan Permendagri."),
    ),
    Entry(
        Stage.DITETAPKAN,
        (Stage.PENYUSUNAN_DRAF, Stage.PERUBAHAN_PS34, *_REVIEWS),
        papers=(PaperKind.PERMENDAGRI,),
        decree=True,
        article=BY_DECREE,
        help=_("Menteri Dalam Negeri menetapkan batas dengan Permendagri."),
    ),
    Entry(
        Stage.PEMASANGAN_PILAR,
        (Stage.DITETAPKAN, *_REVIEWS, Stage.PERUBAHAN_PS34),
        help=_("Pilar dipasang dan dirapatkan menurut lampiran Permendagri."),
    ),
    Entry(
        Stage.PEMELIHARAAN,
        (Stage.DITETAPKAN, Stage.PEMASANGAN_PILAR, *_REVIEWS, Stage.PERUBAHAN_PS34),
        help=_("Pilar yang ada diperiksa dan dipelihara."),
    ),
    Entry(
        Stage.BERSELISIH,
        (*_WORK, Stage.DIUSULKAN_KE_KEMENDAGRI, Stage.FASILITASI_PBD_PUSAT),
        help=_("Kedua daerah tidak sepakat atas sebagian atau seluruh garisnya."),
    ),
    Entry(
        Stage.FASILITASI_GUBERNUR,
        (Stage.BERSELISIH,),
        between=(),
        article=LADDER,
        help=_(
            "Di dalam satu provinsi gubernur menyelesaikan perselisihan. Setiap pertemuan dicatat sebagai putaran."
        ),
    ),
    Entry(
        Stage.KAJIAN_PROVINSI,
        (Stage.FASILITASI_GUBERNUR,),
        between=(),
        papers=(PaperKind.KAJIAN,),
        article=LADDER,
        help=_("Provinsi menyusun kajian dan garis usulannya."),
    ),
    Entry(
        Stage.KEPUTUSAN_GUBERNUR,
        (Stage.FASILITASI_GUBERNUR, Stage.KAJIAN_PROVINSI),
        between=(),
        papers=(PaperKind.KEPUTUSAN_GUBERNUR,),
        article=LADDER,
        help=_("Gubernur memutus perselisihan."),
    ),
    Entry(
        Stage.DISERAHKAN_KE_MENTERI,
        (Stage.FASILITASI_GUBERNUR, Stage.KAJIAN_PROVINSI, Stage.KEPUTUSAN_GUBERNUR),
        between=(Stage.BERSELISIH,),
        papers=(PaperKind.SURAT_KE_MENTERI,),
        article=LADDER,
        help=_(
            "Di dalam provinsi: bila gubernur tidak dapat menyelesaikannya. Antarprovinsi: langsung kepada Menteri, yang keputusannya final."
        ),
    ),
    Entry(
        Stage.GARIS_KAJIAN,
        (Stage.DISERAHKAN_KE_MENTERI, Stage.FASILITASI_PBD_PUSAT),
        help=_("Kemendagri memberikan garis kajian untuk ditanggapi kedua daerah."),
    ),
    Entry(
        Stage.DIGUGAT_MA,
        (*_PILLARS, Stage.DIGUGAT_MK),
        court=Court.MA,
        help=_("Permendagri-nya diuji; ia tetap berlaku sampai diputus lain."),
    ),
    Entry(
        Stage.DIGUGAT_MK,
        (*_PILLARS, Stage.DIGUGAT_MA),
        court=Court.MK,
        help=_("Undang-undang pembentukannya diuji; Permendagri tetap berlaku sampai diubah."),
    ),
    Entry(
        Stage.PERUBAHAN_PS34,
        (*_PILLARS, *_REVIEWS),
        article=_("Pasal 34 Permendagri 141/2017"),
        help=_("Batas yang sudah ditetapkan diusulkan untuk diubah atau diperbaiki."),
    ),
)


@cache
def entry_of(stage: str) -> Entry | None:
    """How a stage is come to by a step; None for where a segment only begins."""
    return next((row for row in ENTRIES if row.stage == stage), None)


@cache
def steps_from(stage: str, kind: str) -> tuple[Entry, ...]:
    """What may follow a stage, the main line first."""
    return tuple(row for row in ENTRIES if stage in row.after(kind))


def may_follow(stage: str, following: str, kind: str) -> bool:
    """Whether one stage may follow another, inside one province or between two."""
    return any(row.stage == following for row in steps_from(stage, kind))

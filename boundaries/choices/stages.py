"""Closed lists of the boundary register: the stages of a segment."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """Where the affirmation (penegasan) of a segment stands."""

    BELUM_DIKETAHUI = "belum_diketahui", _("Belum diketahui")
    BELUM_DIBAHAS = "belum_dibahas", _("Belum dibahas")
    PENYIAPAN_DOKUMEN = "penyiapan_dokumen", _("Penyiapan dokumen")
    PELACAKAN = "pelacakan", _("Pelacakan batas")
    PENGUKURAN = "pengukuran", _("Pengukuran dan penentuan posisi batas")
    PETA_DISEPAKATI = "peta_disepakati", _("Peta batas disepakati")
    DIUSULKAN_KE_KEMENDAGRI = "diusulkan_ke_kemendagri", _("Diusulkan ke Kemendagri")
    FASILITASI_PBD_PUSAT = "fasilitasi_pbd_pusat", _("Fasilitasi Tim PBD Pusat")
    PENYUSUNAN_DRAF = "penyusunan_draf_permendagri", _("Penyusunan draf Permendagri")
    DITETAPKAN = "ditetapkan", _("Ditetapkan dengan Permendagri")
    PEMASANGAN_PILAR = "pemasangan_pilar", _("Pemasangan pilar")
    PEMELIHARAAN = "pemeliharaan", _("Pemeliharaan pilar")
    BERSELISIH = "berselisih", _("Berselisih")
    FASILITASI_GUBERNUR = "fasilitasi_gubernur", _("Fasilitasi gubernur")
    KAJIAN_PROVINSI = "kajian_provinsi", _("Kajian provinsi")
    KEPUTUSAN_GUBERNUR = "keputusan_gubernur", _("Keputusan gubernur")
    DISERAHKAN_KE_MENTERI = "diserahkan_ke_menteri", _("Diserahkan kepada Menteri")
    GARIS_KAJIAN = "garis_kajian_kemendagri", _("Garis kajian Kemendagri")
    DIGUGAT_MA = "digugat_ma", _("Diuji di Mahkamah Agung")
    DIGUGAT_MK = "digugat_mk", _("Diuji di Mahkamah Konstitusi")
    PERUBAHAN_PS34 = "perubahan_ps34", _("Perubahan menurut Pasal 34 Permendagri 141/2017")


class ChangeAct(models.TextChoices):
    """What an entry of the history is: a step taken, a state written down as found, a wrong entry put right."""

    LANGKAH = "langkah", _("Langkah")
    KEADAAN = "keadaan", _("Keadaan yang dicatat")
    RALAT = "ralat", _("Ralat")


class SegmentKind(models.TextChoices):
    """Whether the two sides share a province; it decides who settles a dispute (Pasal 370 UU 23/2014)."""

    DALAM_PROVINSI = "dalam_provinsi", _("Di dalam provinsi")
    ANTAR_PROVINSI = "antar_provinsi", _("Antarprovinsi")


_ALL = tuple(Stage)
MAIN_LINE = _ALL[: _ALL.index(Stage.PEMELIHARAAN) + 1]
DISPUTE = _ALL[_ALL.index(Stage.BERSELISIH) : _ALL.index(Stage.GARIS_KAJIAN) + 1]
AFTERWARDS = _ALL[_ALL.index(Stage.DIGUGAT_MA) :]
# A Permendagri stands until it is replaced: pillars, a suit or a change do not undo it.
SETTLED = frozenset({Stage.DITETAPKAN, Stage.PEMASANGAN_PILAR, Stage.PEMELIHARAAN, *AFTERWARDS})


def stage_groups() -> list[tuple[str, list[tuple[str, str]]]]:
    """The stages by branch, for a list to choose from."""
    groups = (
        (_("Tahapan penegasan"), MAIN_LINE),
        (_("Perselisihan"), DISPUTE),
        (_("Setelah penetapan"), AFTERWARDS),
    )
    return [(str(label), [(stage.value, str(stage.label)) for stage in stages]) for label, stages in groups]


def tone_of(stage: str) -> str:
    """The colour that goes with a stage: settled, disputed, unknown, or under way."""
    if stage in SETTLED:
        return "warning" if stage in AFTERWARDS else "success"
    if stage in DISPUTE:
        return "danger"
    return "secondary" if stage in {Stage.BELUM_DIKETAHUI, Stage.BELUM_DIBAHAS} else "info"

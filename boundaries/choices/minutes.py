"""Closed lists of the minutes (berita acara) of a segment and of the teams that sign them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MinutesState(models.TextChoices):
    """How far one berita acara has come."""

    DRAF = "draf", _("Draf")
    DITANDATANGANI = "ditandatangani", _("Ditandatangani")
    DISAHKAN = "disahkan", _("Disahkan")
    TERCANTUM = "tercantum", _("Tercantum dalam Permendagri")
    DIBATALKAN = "dibatalkan", _("Draf dibatalkan")


class SignerState(models.TextChoices):
    """What one signer has done with the paper."""

    MENUNGGU = "menunggu", _("Belum menandatangani")
    MENANDATANGANI = "menandatangani", _("Sudah menandatangani")
    MENOLAK = "menolak", _("Menolak menandatangani")


class SignerKind(models.TextChoices):
    """In which capacity somebody signs; camat and village heads may sign along, nobody needs them."""

    TIM = "tim", _("Tim PBD")
    CAMAT = "camat", _("Camat/kepala distrik")
    KEPALA_DESA = "kepala_desa", _("Kepala desa/lurah")


class TeamLevel(models.TextChoices):
    """Whose Tim PBD signs, as the forms name them."""

    KABKOTA = "kabkota", _("Tim PBD kabupaten/kota")
    PROVINSI = "provinsi", _("Tim PBD provinsi")
    PUSAT = "pusat", _("Tim PBD Pusat")


class TeamRole(models.TextChoices):
    """The seat of a member in a Tim PBD; how a decree names it is kept in the member's title."""

    KETUA = "ketua", _("Ketua")
    WAKIL_KETUA = "wakil_ketua", _("Wakil ketua")
    SEKRETARIS = "sekretaris", _("Sekretaris")
    ANGGOTA = "anggota", _("Anggota")


STATE_TONES: dict[str, str] = {
    MinutesState.DRAF: "secondary",
    MinutesState.DITANDATANGANI: "info",
    MinutesState.DISAHKAN: "success",
    MinutesState.TERCANTUM: "success",
    MinutesState.DIBATALKAN: "secondary",
    SignerState.MENUNGGU: "warning",
    SignerState.MENANDATANGANI: "success",
    SignerState.MENOLAK: "danger",
}

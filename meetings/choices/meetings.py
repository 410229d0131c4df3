"""Closed lists of meetings themselves: kinds of meetings and the states of one."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MeetingKind(models.TextChoices):
    """What a meeting is called and who sits in it."""

    RAKOR_PEMERINTAHAN = "rakor_pemerintahan", _("Rakor Pemerintahan")
    RAKOR_KEPALA_DAERAH = "rakor_kepala_daerah", _("Rakor Kepala Daerah dan Forkopimda")
    RAKOR_PERANGKAT_DAERAH = "rakor_perangkat_daerah", _("Rakor Perangkat Daerah")
    RAKOR_BATAS_DAERAH = "rakor_batas_daerah", _("Rakor batas daerah")
    FASILITASI_SEGMEN = "fasilitasi_segmen", _("Rapat fasilitasi segmen batas")
    PEMETAAN_POTENSI = "pemetaan_potensi", _("Rapat pemetaan potensi KSD")
    BIMTEK_KSD = "bimtek_ksd", _("Bimtek KSD")
    TKKSD_PLENO = "tkksd_pleno", _("Rapat pleno TKKSD")
    TKKSD_TEKNIS = "tkksd_teknis", _("Rapat teknis TKKSD")
    MUSRENBANG = "musrenbang", _("Musrenbang")
    RAKOR_FKUB = "rakor_fkub", _("Rakor FKUB")
    KONSULTASI = "konsultasi", _("Rapat konsultasi")
    KONSULTASI_PUBLIK = "konsultasi_publik", _("Forum konsultasi publik")
    LAINNYA = "lainnya", _("Rapat lainnya")


class MeetingState(models.TextChoices):
    """Where a meeting stands, from the first idea to the last follow-up."""

    RENCANA = "rencana", _("Rencana")
    DISETUJUI = "disetujui", _("Disetujui")
    UNDANGAN_TERKIRIM = "undangan_terkirim", _("Undangan terkirim")
    BERLANGSUNG = "berlangsung", _("Berlangsung")
    RUMUSAN_DISEPAKATI = "rumusan_disepakati", _("Rumusan disepakati")
    TINDAK_LANJUT = "tindak_lanjut", _("Tindak lanjut")
    SELESAI = "selesai", _("Selesai")
    DITUNDA = "ditunda", _("Ditunda")
    DIBATALKAN = "dibatalkan", _("Dibatalkan")


TONES: dict[str, str] = {
    MeetingState.RENCANA: "secondary",
    MeetingState.DISETUJUI: "info",
    MeetingState.UNDANGAN_TERKIRIM: "info",
    MeetingState.BERLANGSUNG: "primary",
    MeetingState.RUMUSAN_DISEPAKATI: "primary",
    MeetingState.TINDAK_LANJUT: "warning",
    MeetingState.SELESAI: "success",
    MeetingState.DITUNDA: "warning",
    MeetingState.DIBATALKAN: "danger",
}


class Mode(models.TextChoices):
    """Where the participants sit."""

    LURING = "luring", _("Tatap muka")
    DARING = "daring", _("Daring")
    HIBRIDA = "hibrida", _("Tatap muka dan daring")

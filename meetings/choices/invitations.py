"""Words of invitations and their answers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class InviteeRole(models.TextChoices):
    """As what somebody is invited."""

    KEPALA_DELEGASI = "kepala_delegasi", _("Kepala delegasi")
    PESERTA = "peserta", _("Peserta")
    NARASUMBER = "narasumber", _("Narasumber")
    UNDANGAN = "undangan", _("Undangan")
    PANITIA = "panitia", _("Panitia")


class Answer(models.TextChoices):
    """What an invitee said."""

    BELUM = "belum", _("Belum menjawab")
    HADIR = "hadir", _("Hadir")
    DIWAKILI = "diwakili", _("Diwakili")
    TIDAK_HADIR = "tidak_hadir", _("Tidak dapat hadir")


class AnsweredBy(models.TextChoices):
    """Through which door an answer came."""

    TAUTAN = "tautan", _("Tautan surel")
    AKUN = "akun", _("Akun daerah")
    SEKRETARIAT = "sekretariat", _("Dicatat sekretariat")


class LetterKind(models.TextChoices):
    """Which letter about the meeting went out."""

    UNDANGAN = "undangan", _("Surat undangan")
    PERUBAHAN = "perubahan", _("Surat perubahan jadwal atau tempat")
    PEMBATALAN = "pembatalan", _("Surat pembatalan")


class SendState(models.TextChoices):
    """What became of one mail."""

    ANTRE = "antre", _("Antre")
    DIKIRIM = "dikirim", _("Sedang dikirim")
    TERKIRIM = "terkirim", _("Terkirim")
    GAGAL = "gagal", _("Gagal")
    TANPA_SUREL = "tanpa_surel", _("Tanpa alamat surel")
    DILEWATI = "dilewati", _("Tidak perlu lagi")


class SignerMode(models.TextChoices):
    """In whose name a letter is signed."""

    SENDIRI = "sendiri", _("Atas jabatan sendiri")
    AN = "an", _("a.n. (atas nama)")
    UB = "ub", _("u.b. (untuk beliau)")
    PLT = "plt", _("Plt. (pelaksana tugas)")
    PLH = "plh", _("Plh. (pelaksana harian)")

"""Closed lists of words used by the region register and its directory."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RegionKind(models.TextChoices):
    """What a region is in the Kemendagri register."""

    NEGARA = "negara", _("Negara")
    PROVINSI = "provinsi", _("Provinsi")
    KABUPATEN = "kabupaten", _("Kabupaten")
    KOTA = "kota", _("Kota")
    KABUPATEN_ADMINISTRASI = "kabupaten_administrasi", _("Kabupaten Administrasi")
    KOTA_ADMINISTRASI = "kota_administrasi", _("Kota Administrasi")


class Level(models.IntegerChoices):
    """Height in the hierarchy: the state, a province, a regency or city."""

    NEGARA = 0, _("Negara")
    PROVINSI = 1, _("Provinsi")
    KABKOTA = 2, _("Kabupaten/Kota")


LEVEL_OF_KIND: dict[str, Level] = {
    RegionKind.NEGARA: Level.NEGARA,
    RegionKind.PROVINSI: Level.PROVINSI,
    RegionKind.KABUPATEN: Level.KABKOTA,
    RegionKind.KOTA: Level.KABKOTA,
    RegionKind.KABUPATEN_ADMINISTRASI: Level.KABKOTA,
    RegionKind.KOTA_ADMINISTRASI: Level.KABKOTA,
}


class TimeZone(models.TextChoices):
    """The three official times of Indonesia."""

    WIB = "Asia/Jakarta", _("WIB")
    WITA = "Asia/Makassar", _("WITA")
    WIT = "Asia/Jayapura", _("WIT")


class ChangeKind(models.TextChoices):
    """What happened to a region in the register."""

    ADDED = "added", _("Ditambahkan")
    RENAMED = "renamed", _("Berganti nama")
    MOVED = "moved", _("Berpindah provinsi")
    ENDED = "ended", _("Berakhir")


class ImportState(models.TextChoices):
    """Life of one upload of the register."""

    PREVIEW = "preview", _("Pratinjau")
    APPLIED = "applied", _("Diterapkan")
    CANCELLED = "cancelled", _("Dibatalkan")


class OfficeKind(models.TextChoices):
    """Sort of regional office."""

    PERANGKAT_DAERAH = "perangkat_daerah", _("Perangkat Daerah")
    BIRO = "biro", _("Biro")
    BAGIAN = "bagian", _("Bagian")
    SEKRETARIAT_DPRD = "sekretariat_dprd", _("Sekretariat DPRD")
    LAINNYA = "lainnya", _("Lainnya")


class Position(models.TextChoices):
    """Rank of an official, highest first."""

    KEPALA_DAERAH = "kepala_daerah", _("Kepala daerah")
    WAKIL_KEPALA_DAERAH = "wakil_kepala_daerah", _("Wakil kepala daerah")
    SEKDA = "sekda", _("Sekretaris daerah")
    ASISTEN = "asisten", _("Asisten")
    KEPALA_PERANGKAT_DAERAH = "kepala_perangkat_daerah", _("Kepala perangkat daerah")
    KEPALA_BIRO_BAGIAN = "kepala_biro_bagian", _("Kepala biro/bagian")
    LAINNYA = "lainnya", _("Lainnya")


class Standing(models.TextChoices):
    """Whether the office is held in full right or by an acting official."""

    DEFINITIF = "definitif", _("Definitif")
    PLT = "plt", _("Plt. (pelaksana tugas)")
    PLH = "plh", _("Plh. (pelaksana harian)")
    PJ = "pj", _("Pj. (penjabat)")


STANDING_PREFIX: dict[str, str] = {
    Standing.DEFINITIF: "",
    Standing.PLT: "Plt. ",
    Standing.PLH: "Plh. ",
    Standing.PJ: "Pj. ",
}


class UrusanGroup(models.TextChoices):
    """The three groups of urusan (Pasal 12 UU 23/2014)."""

    WAJIB_DASAR = "wajib_dasar", _("Wajib berkaitan dengan pelayanan dasar")
    WAJIB_NON_DASAR = "wajib_non_dasar", _("Wajib tidak berkaitan dengan pelayanan dasar")
    PILIHAN = "pilihan", _("Pilihan")


class LegalKind(models.TextChoices):
    """Sort of legal basis."""

    UU = "uu", _("Undang-Undang")
    PP = "pp", _("Peraturan Pemerintah")
    PERPRES = "perpres", _("Peraturan Presiden")
    PERMENDAGRI = "permendagri", _("Peraturan Menteri Dalam Negeri")
    PERDA = "perda", _("Peraturan Daerah")
    LAINNYA = "lainnya", _("Lainnya")

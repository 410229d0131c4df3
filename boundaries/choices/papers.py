"""The documents a segment gathers on its way to a decree."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PaperKind(models.TextChoices):
    """What a document of a segment is."""

    UU_PEMBENTUKAN = "uu_pembentukan", _("Undang-undang pembentukan daerah dan lampiran petanya")
    DASAR_LAMA = "dasar_lama", _("Peraturan atau keputusan lama")
    PETA_LAMA = "peta_lama", _("Peta lama")
    PETA_DASAR = "peta_dasar", _("Peta dasar")
    PETA_KERJA = "peta_kerja", _("Peta kerja")
    FOTO = "foto", _("Foto lapangan")
    BERITA_ACARA = "berita_acara", _("Berita acara")
    DESKRIPSI_PILAR = "deskripsi_pilar", _("Buku deskripsi pilar")
    DAFTAR_KOORDINAT = "daftar_koordinat", _("Daftar koordinat")
    PETA_BATAS = "peta_batas", _("Peta batas")
    KAJIAN = "kajian", _("Kajian provinsi")
    KEPUTUSAN_GUBERNUR = "keputusan_gubernur", _("Keputusan Gubernur")
    SURAT_KE_MENTERI = "surat_ke_menteri", _("Surat kepada Menteri Dalam Negeri")
    RISALAH = "risalah", _("Risalah fasilitasi")
    DRAF_PERMENDAGRI = "draf_permendagri", _("Rancangan Permendagri")
    PERMENDAGRI = "permendagri", _("Permendagri dan lampirannya")
    PUTUSAN = "putusan", _("Berkas perkara pengadilan")
    SURAT = "surat", _("Surat lain")
    LAINNYA = "lainnya", _("Dokumen lain")

"""The words of the map in the browser."""

from django.utils.translation import gettext as _


def words() -> dict[str, str]:
    """Each sentence the map may say, by its key."""
    return {
        "open": _("Buka halaman segmen"),
        "stage": _("Tahapan"),
        "regulation": _("Peraturan"),
        "length": _("Panjang indikatif"),
        "kind": _("Jenis"),
        "claim": _("Klaim"),
        "round": _("Putaran"),
        "illustration": _("ilustrasi"),
        "confidential": _("terbatas"),
        "borrowed": _("Garis dari batas kedua wilayah; garis segmennya sendiri belum dicatat."),
        "cut": _("Titik terlalu banyak untuk satu peta; saring segmennya untuk melihat semua titik."),
        "failed": _("Peta interaktif tidak dapat dimuat; peta sederhana tetap dapat dipakai."),
        "unknown": _("Tidak ada segmen atau wilayah dengan nama itu pada peta ini."),
        "found": _("Ditampilkan:"),
        "zoom_in": _("Perbesar"),
        "zoom_out": _("Perkecil"),
        "north": _("Kembali ke utara"),
        "close": _("Tutup"),
        "map": _("Peta segmen batas; gunakan tombol panah untuk menggeser, + dan - untuk memperbesar"),
        "here": _("Posisi Anda"),
        "outside": _("Posisi Anda di luar gambar ini."),
    }

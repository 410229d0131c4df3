"""The placeholders a wording may use, each with what it stands for."""

from agreements.documents.drafts.schema import Draft
from agreements.law.loading import codes, latest
from agreements.law.schema import LawPack

CASE = {
    "judul": "judul kerja sama",
    "jenis": "jenis kerja sama",
    "uraian": "uraian singkat kerja sama",
    "lokasi": "lokasi",
    "urusan": "urusan pemerintahan",
    "jangka_waktu": "jangka waktu yang diusulkan",
    "pemrakarsa": "pemerintah daerah pemrakarsa",
    "kepala_pemrakarsa": "kepala daerah pemrakarsa",
    "perangkat_daerah": "perangkat daerah pemrakarsa",
    "mitra": "pihak mitra",
    "kepala_mitra": "kepala daerah atau pimpinan mitra",
    "para_pihak": "semua pihak kerja sama",
    "pengirim": "pemerintah daerah yang menulis surat",
    "kepala_pengirim": "kepala daerah yang menulis surat",
    "penerima": "daerah yang disurati",
    "provinsi": "provinsi pemrakarsa",
    "gubernur": "gubernur di atas kabupaten/kota pengirim; pada surat provinsi barisnya hilang",
    "dprd": "DPRD daerah yang menulis surat",
    "diterima": "tanggal surat penawaran diterima mitra",
    "alasan": "alasan langkah terakhir",
    "tahun": "tahun berjalan",
}
TEXT = {
    "naskah": "nama naskah, misalnya Perjanjian Kerja Sama",
    "naskah.tentang": "judul naskah",
    "naskah.nomor": "nomor naskah dari setiap pihak",
    "naskah.masa": "jangka waktu naskah",
    "naskah.induk": "naskah yang menjadi dasarnya",
    "naskah.ditandatangani": "tanggal naskah ditandatangani lengkap",
    "naskah.berakhir": "tanggal naskah berakhir",
    "naskah.para_pihak": "semua pihak naskah",
    "penerima_kuasa": "nama penerima kuasa",
    "jabatan_penerima_kuasa": "jabatan penerima kuasa",
    "pemberi_kuasa": "nama kepala daerah pemberi kuasa",
    "jabatan_pemberi_kuasa": "jabatan pemberi kuasa",
    "hari_ini": "hari, tanggal, bulan, dan tahun dengan huruf",
}
RECOMMENDATION = {
    "rekomendasi": "isi rekomendasi TKKSD",
    "catatan": "catatan rekomendasi",
}
# The DPRD's letters say what a track knows.
DPRD = {
    "judul": "judul kerja sama",
    "uraian": "uraian singkat kerja sama",
    "lokasi": "lokasi",
    "para_pihak": "semua pihak kerja sama",
    "daerah": "daerah yang menulis surat",
    "dprd": "DPRD yang disurati",
    "kepala_daerah": "sebutan kepala daerah",
    "kesepakatan": "kesepakatan yang menjadi dasar, dengan nomor dan tanggalnya",
    "alasan_perlu": "alasan persetujuan DPRD diperlukan",
    "surat": "nomor dan tanggal surat permohonan",
    "diterima": "tanggal diterima Sekretariat DPRD",
    "tenggat": "tenggat menurut peraturan",
    "lewat": "tenggat yang lewat",
}
GROUPS = {
    "nomor": "nomor",
    "tanggal": "tanggal",
    "tenggat": "hari terakhir tenggat",
    "lama": "lamanya tenggat",
}


def known_names(draft: Draft) -> dict[str, str]:
    """Every placeholder this letter may use and what it stands for, those of its packs and its own fields included."""
    names = _of(draft)
    for code in draft.packs:
        if code in codes() and draft.of != "dprd":
            names |= _of_pack(latest(code))
    return names | {f"isian.{code}": label for code, label in draft.asks}


def _of(draft: Draft) -> dict[str, str]:
    if draft.of == "dprd":
        return dict(DPRD)
    more = {"text": TEXT, "recommendation": TEXT | RECOMMENDATION}
    return CASE | more.get(draft.of, {})


def _of_pack(pack: LawPack) -> dict[str, str]:
    papers = {
        f"{group}.{row.code}": f"{GROUPS[group]} {row.label.lower()}"
        for group in ("nomor", "tanggal")
        for row in pack.documents
        if row.numbered
    }
    terms = {
        f"{group}.{row.code}": f"{GROUPS[group]}: {row.label.lower()}"
        for group in ("tenggat", "lama")
        for row in pack.terms
    }
    return papers | terms

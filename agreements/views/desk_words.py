"""The words of the editor in the browser, and where its modules are."""

import json
from typing import Any

from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

MODULES = (
    "commands", "deciding", "desk", "dialogs", "dom", "fields", "hands", "line", "main", "page", "pasting", "preview",
    "references", "restoring", "rows", "sections", "store", "sync", "toolbar",
)  # fmt: skip


def import_map() -> SafeString:
    """Where the browser finds each module, by its name; hashed file names follow by themselves."""
    places = {f"editor/{name}": static(f"js/editor/{name}.js") for name in MODULES}
    return mark_safe(json.dumps({"imports": places}))  # noqa: S308  our own file names


def editor_context() -> dict[str, Any]:
    """What the page of the editor needs beside the text."""
    return {
        "words": {**_rows(), **_acts(), **_buttons(), **_standing(), **_windows()},
        "import_map": import_map(),
    }


def _rows() -> dict[str, str]:
    return {
        "konsiderans": _("Konsiderans"),
        "dasar-hukum": _("Dasar hukum"),
        "lampiran": _("Lampiran"),
        "urutan": _("Urutan Pasal"),
        "pasal_label": _("Pasal {number}"),
        "ayat_label": _("{of} ayat ({number})"),
        "only_ayat": _("Isi {of}"),
        "huruf_label": _("{of} huruf {letter}"),
        "line_label": _("{of} baris {place}"),
        "title_of": _("Judul {row}"),
        "ayat_of": _("Ayat {row}"),
        "huruf_of": _("Huruf {row}"),
        "paragraphs_of": _("Alinea {row}"),
        "table_of": _("Tabel {row}"),
        "table_row": _("Baris tabel {row}"),
        "heading_cell": _("{of}, judul kolom {column}"),
        "cell": _("{of}, baris {row} kolom {column}"),
        "annexes": _("Lampiran"),
        "no_annex": _("Belum ada lampiran. Tambahkan bila ada rincian kegiatan, lokasi, atau anggaran."),
        "required_by": _("Wajib dimuat menurut {article}."),
        "reads": _("Terbaca:"),
        "unknown_token": _("Isian otomatis ini tidak dikenal."),
        "leads_nowhere": _("menunjuk bagian yang tidak ada"),
        "piece": _("Tulisan Anda"),
        "new_pasal": _("Pasal baru"),
    }


def _acts() -> dict[str, str]:
    up, down, remove = _("Naikkan"), _("Turunkan"), _("Hapus")
    each = {f"{act}_{kind}": words for kind in ("pasal", "ayat", "huruf", "line", "annex", "table")
            for act, words in (("up", up), ("down", down), ("remove", remove))}  # fmt: skip
    merge, split = _("Gabung dengan yang di atasnya"), _("Bagi dua pada kursor")
    each |= {f"split_{kind}": split for kind in ("ayat", "huruf", "line")}
    return each | {f"merge_{kind}": merge for kind in ("ayat", "huruf", "line")}


def _buttons() -> dict[str, str]:
    return {
        "grip": _("Geser {row}: tahan lalu seret, atau Alt dan panah atas atau bawah"),
        "grip_short": _("Tahan lalu seret, atau Alt + panah"),
        "acts_for": _("Tindakan untuk {row}"),
        "up_row": _("Naikkan {row}"),
        "down_row": _("Turunkan {row}"),
        "add_pasal": _("Tambah pasal"),
        "add_ayat": _("Tambah ayat"),
        "add_huruf": _("Tambah huruf sesudahnya"),
        "add_line": _("Tambah baris"),
        "add_table": _("Tambah baris sesudahnya"),
        "add_annex": _("Tambah lampiran"),
        "add_column": _("Tambah kolom"),
        "add_table_row": _("Tambah baris tabel"),
        "begin_table": _("Buat tabel"),
        "narrow": _("Hapus kolom {column}"),
        "fallbacks": _("Posisi cadangan ({count})"),
        "child_ayat": _("Tambah huruf di bawahnya"),
        "demote_ayat": _("Jadikan huruf ayat di atasnya"),
        "promote_huruf": _("Jadikan ayat"),
        "moved_to": _("Dipindahkan ke urutan {place}."),
        "required": _("Pasal ini wajib dimuat ({article}), jadi tidak dapat dihapus."),
        "removed_undo": _("Pasal dihapus. Urungkan untuk mengembalikannya."),
        "reference_lost": _("Ada rujukan ke bagian yang dihapus; kini ditandai dan perlu diperbaiki."),
    }


def _standing() -> dict[str, str]:
    return {
        "on_version": _("Dari versi {number}"),
        "state_local": _("Tersimpan di peramban ini, menunggu dikirim…"),
        "state_draft": _("Tersimpan sebagai draf Anda pukul {at}."),
        "state_away": _(
            "Tidak ada sambungan. Tulisan Anda aman di peramban ini dan dikirim saat tersambung."
        ),
        "state_ended": _("Sesi berakhir. Tulisan Anda aman di peramban ini."),
        "state_full": _("Ruang simpan peramban penuh. Simpan versi sekarang juga."),
        "state_saving": _("Menyimpan versi…"),
        "state_saved": _("Tersimpan sebagai versi {number} pukul {at}."),
        "state_clash": _("Belum disimpan: ada bagian yang juga diubah orang lain."),
        "sign_in_again": _("Masuk lagi di tab baru"),
        "also_here": _("Sedang menyunting juga: {names}"),
        "newer": _("Versi {number} disimpan {by} pukul {at}."),
        "offer": _("Ada tulisan Anda yang belum disimpan sebagai versi (terakhir {at}): {names}."),
        "go_on": _("Lanjutkan tulisan itu"),
        "throw_away": _("Buang"),
        "where_to_insert": _("Tempatkan kursor dahulu pada teks yang akan diisi."),
    }


def _windows() -> dict[str, str]:
    return {
        "close": _("Tutup"),
        "search": _("Cari"),
        "preview": _("Pratinjau"),
        "pick_reference": _("Sisipkan rujukan"),
        "pick_reference_help": _("Nomor rujukan berubah sendiri bila pasal atau ayat dipindah."),
        "pick_token": _("Sisipkan isian otomatis"),
        "pick_token_help": _("Diganti data kerja sama saat dicetak."),
        "prints": _("Kini tercetak: {value}"),
        "prints_dots": _("Belum ada datanya; kini tercetak titik-titik."),
        "add_pasal_help": _("Rumusan dari pustaka klausul, atau pasal kosong."),
        "own_pasal": _("Pasal kosong"),
        "own_pasal_help": _("Tulis judul dan isinya sendiri."),
        "fallbacks_title": _("Posisi cadangan"),
        "fallbacks_help": _("Ditawarkan berurutan bila mitra tidak menerima rumusan yang dipakai."),
        "use_fallback": _("Pakai rumusan ini"),
        "clash_title": _("Bagian yang sama diubah dua orang"),
        "clash_help": _("Tidak ada yang hilang. Bandingkan, lalu pilih tulisan yang dipakai."),
        "mine": _("Tulisan Anda"),
        "theirs": _("Tulisan {by}, {at}"),
        "take_mine": _("Pakai tulisan saya"),
        "take_theirs": _("Pakai tulisan {by}"),
        "take_both": _("Lanjut menyunting tulisan saya, dengan tulisan {by} di sampingnya"),
        "keep_out": _("Tetap hapus"),
        "let_out": _("Setuju dihapus"),
        "taken_out": _("Bagian ini dihapus."),
        "decide": _("Pakai pilihan ini"),
        "beside": _("Tulisan {by}, untuk dibandingkan"),
        "other_device": _("Anda di perangkat lain"),
    }

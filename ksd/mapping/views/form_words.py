"""What the script of the form says."""

from django.utils.translation import gettext as _


def words() -> dict[str, str]:
    """The sentences by their key."""
    return {
        "saving": _("Menyimpan…"),
        "saved": _("Tersimpan pukul"),
        "others": _("Diperbarui dari isian rekan Anda:"),
        "both": _("Rekan Anda mengubah hal yang sama sementara Anda mengetik."),
        "kept": _("Disimpan di perangkat ini; kirim dengan tombol Simpan."),
        "part": _("Yang ditandai belum tersimpan; selebihnya sudah."),
        "offline": _("Jaringan terputus. Isian aman di perangkat ini dan dikirim begitu tersambung lagi."),
        "signed_out": _("Sesi Anda berakhir. Masuk lagi di tab lain; isian tetap di layar ini."),
        "refused": _("Belum tersimpan; salinannya ada di perangkat ini."),
        "found": _("Ada isian dari perangkat ini yang belum tersimpan, ditulis"),
        "restore": _("Pulihkan isian itu"),
        "drop": _("Buang"),
        "mine": _("Isian Anda"),
        "theirs": _("Isian sekarang"),
        "keep_mine": _("Simpan isian saya"),
        "take_theirs": _("Pakai isian sekarang"),
        "nothing": _("(kosong)"),
    }

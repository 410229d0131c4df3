"""The way of a cooperation at home, as data: the states a case passes, in order."""

PATH = (
    "usulan",
    "telaah",
    "penawaran_disiapkan",
    "penawaran_terkirim",
    "menunggu_tanggapan",
    "penyusunan_kb",
    "penandatanganan_kb",
    "uji_dprd",
    "penyusunan_pks",
    "penandatanganan_pks",
    "pelaksanaan",
)

# The way of a kind whose texts are agreed, brought before the DPRD and signed together.
PATHS = {
    "sinergi": (
        *PATH[: PATH.index("penyusunan_kb")],
        "penyusunan_nk",
        "uji_dprd",
        "penandatanganan_nk",
        "ditandatangani",
        "pelaksanaan",
    ),
}

# A third party that offers is assessed by the TKKSD; nothing is offered to it (Permendagri 22/2020 Pasal 31).
OFFERS = ("penawaran_disiapkan", "penawaran_terkirim", "menunggu_tanggapan")


def road_of(kind: str) -> list[str]:
    """The states of a kind in order."""
    return [step for step in PATHS.get(kind, PATH) if kind != "ksdpk_mitra" or step not in OFFERS]

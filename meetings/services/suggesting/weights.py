"""How much each source counts: the office's own answers, changed under "Pengaturan kantor", never law."""

from agreements.services.practice import chosen

PREFIX = "bobot_agenda_"
# Beyond this a weight only says "first of all".
MOST = 1000
CODES = (
    "tindak_lanjut_lewat",
    "tindak_lanjut",
    "tindak_lanjut_diam",
    "berakhir",
    "usul",
    "tawaran",
    "kewajiban",
    "laporan",
    "segmen",
)


def weights() -> dict[str, int]:
    """The weight of every source, in one query; 0 silences it."""
    given = chosen([f"{PREFIX}{code}" for code in CODES])
    return {code: _number(given[f"{PREFIX}{code}"]) for code in CODES}


def _number(value: str) -> int:
    return min(int(value), MOST) if value.isascii() and value.isdigit() else 0

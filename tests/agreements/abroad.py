"""The way of a cooperation abroad, as data: which act or text brings a case into each state."""

from typing import Any

from agreements.law.schema import Item
from agreements.models import Case, Partner
from agreements.services.precheck import needed_documents
from ksd.accounts.models import User
from ksd.core import clock
from regions.models import Region

# state: (acts and texts in order); "loi+" drafts, "loi=" agrees and "loi!" signs a text; "dprd:" steps with the DPRD.
COUNTY = {
    "usulan": (),
    "penjajakan": ("mulai_penjajakan",),
    "kajian": ("lanjut_kajian",),
    "penyusunan_loi": ("lanjut_loi",),
    "tanggapan_loi": ("loi+", "loi="),
    "menunggu_tanggapan_loi": ("minta_tanggapan_loi",),
    "penandatanganan_loi": ("catat_tanggapan_loi",),
    "penyusunan_rks": ("loi!",),
    "persetujuan_dprd": ("tetapkan_rks",),
    "menunggu_dprd": ("dprd:ajukan_dprd",),
    "pengajuan_rks": ("dprd:dprd_setuju",),
    "rks_di_gubernur": ("ajukan_rks_gubernur",),
    "verifikasi": ("gubernur_teruskan_rks",),
    "penyusunan_mou": ("catat_pertimbangan",),
    "naskah_di_gubernur": ("mou+", "ajukan_naskah_gubernur"),
    "pembahasan": ("gubernur_teruskan_naskah",),
    "konfirmasi": ("catat_rapat_kementerian", "catat_pembahasan_mitra", "mou="),
    "menunggu_menteri": ("kirim_konfirmasi",),
    "penandatanganan_mou": ("menteri_setuju",),
    "pelaksanaan": ("mou!",),
}
GOVERNOR = {"rks_di_gubernur", "naskah_di_gubernur"}
PROVINCE = {state: steps for state, steps in COUNTY.items() if state not in GOVERNOR} | {
    "verifikasi": ("ajukan_rks_menteri",),
    "pembahasan": ("mou+", "ajukan_naskah_menteri"),
}
CONTINUED = {"usulan": (), "verifikasi_terusan": ("ajukan_terusan",), "pelaksanaan": ("terima_terusan",)}
TEXT_MARKS = "+=!"
COUNCIL = "dprd:"
YEARS = {"loi": 1}


def way(kind: str, level: str) -> dict[str, tuple[str, ...]]:
    """The states of a kind in order, each with what brings a case there; empty for a kind told elsewhere."""
    if kind == "ksdll_terusan":
        return CONTINUED
    return {"ksdpl": COUNTY, "ksdll": COUNTY}.get(kind, {}) if level != "provinsi" else PROVINCE


def partner_abroad(region: Region, partner_class: str) -> Partner:
    """An invented partner abroad, with every permit."""
    return Partner.objects.get_or_create(
        region=region,
        name="Pemerintah Kota Contoh Utara",
        defaults={
            "partner_class": partner_class,
            "country": "Negara Contoh",
            "address": "1 Contoh Street, Contoh Utara",
            "representative": "Contoh Mayor",
            "representative_title": "Wali Kota",
            "principle_permit": "IP/1 tanggal 1 Januari 2026",
            "operational_permit": "IO/1 tanggal 1 Februari 2026",
        },
    )[0]


def content(item: Item) -> str:
    """What stands in an item of an example paper."""
    if item.choices:
        return item.choices[0][0]
    return clock.today().isoformat() if item.input == "date" else "Isi contoh"


class Told:
    """Goes a way told as data; the acts themselves are the player's."""

    case: Case
    officer: User
    draft: Any
    agree: Any
    sign: Any
    act: Any
    dprd: Any
    reload: Any

    def _along(self, road: dict[str, tuple[str, ...]], state: str) -> Case:
        """Go a way told as data."""
        states = list(road)
        for step in states[states.index(self.case.state) + 1 : states.index(state) + 1]:
            for what in road[step]:
                self.step(what)
        assert self.reload().state == state
        return self.case

    def step(self, what: str, **values: Any) -> None:
        """One act with the papers it lacks, or one move of a text: `loi+` drafts, `loi=` agrees, `loi!` signs."""
        if what.startswith(COUNCIL):
            self.dprd(what.removeprefix(COUNCIL), **values)
        elif what[-1] not in TEXT_MARKS:
            needed = needed_documents(self.case, self.case.pack.arrow(what))
            held = set(self.case.documents.filter(is_current=True).values_list("kind", flat=True))
            rule = self.case.pack.arrow(what)
            again = rule.anew or rule.target == self.case.state
            self.act(what, self.officer, *(p for p in needed if again or p not in held), **values)
        elif what[-1] == "+":
            self.draft(what[:-1], years=YEARS.get(what[:-1], 5))
        else:
            text = self.case.naskah.exclude(state__in=("dibatalkan", "ditandatangani")).get(kind=what[:-1])
            self.agree(text) if what[-1] == "=" else self.sign(text)
            self.reload()

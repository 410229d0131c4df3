"""What a file tells of itself: its parties and signers, its day and place, its term, the KB it rests on."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from agreements.naskah.checks.predicates.dates import SPELLED, day_in_figures, day_in_words
from agreements.naskah.facts import NaskahFacts, ParentFacts, PartyFacts
from agreements.naskah.reading import Reading
from agreements.naskah.rules import NaskahRule
from agreements.naskah.structure import Pasal
from agreements.naskah.wordnumbers import dates_in, number_of

MOST_PARTIES = 20
CALLED = re.compile(
    r"\bdisebut\s+(?:sebagai\s+)?[“\"']?(?P<label>PIHAK\s+(?:[A-Z]+(?:\s+(?:BELAS|PULUH))?))", re.I
)
NAMED = re.compile(r"(?:[IVX]{1,5}|\d{1,2}|[a-z])[.)]\s*")
NAME_FIELD = re.compile(r"nama\s*:?\s*", re.I)
FOR_WHOM = re.compile(r"atas\s+nama\s+(?P<name>.+?)(?:,|\s+yang\s+selanjutnya|\s+selanjutnya|;|$)", re.I)
HEAD = re.compile(r"\b(?:Gubernur|Bupati|Wali\s?[Kk]ota|Penjabat|Pj\.|Plt\.|Plh\.)\s+[A-Z]", re.I)
KUASA = re.compile(r"\bsurat\s+kuasa\b", re.I)
KUASA_NUMBER = re.compile(r"\bsurat\s+kuasa\b.{0,160}?\b(?:nomor|no\.?)\s*:?\s*(?P<number>[^\s,;]+)", re.I)
OUTSIDE = re.compile(
    r"(?:pt|cv|perum|perumda|perseroda|universitas|institut|politeknik|yayasan|perkumpulan|koperasi|bank|kementerian|lembaga"
    r"|kepolisian|kejaksaan|komisi|direktorat|balai|kantor\s+wilayah|kanwil|sekretariat\s+jenderal|rumah\s+sakit\s+swasta|the|city"
    r"|prefecture|municipal|negeri|state|government)\b",
    re.I,
)
REGION = re.compile(
    r"\b(?:pemerintah|provinsi|kabupaten|kota|dinas|bupati|gubernur|wali\s?kota|sekretariat\s+daerah)\b", re.I
)
YEARS = re.compile(r"\b(?P<figure>\d{1,3})\s*(?:\([^)]{2,40}\)\s*)?(?P<unit>tahun|bulan)\b", re.I)
SPOKEN = re.compile(
    r"\b(?:selama|waktu|untuk)\s+(?P<words>[a-z]+(?:\s+(?:belas|puluh))?)\s+(?P<unit>tahun|bulan)\b", re.I
)
UNTIL = re.compile(
    r"\b(?:sampai\s+dengan|hingga|berakhir(?:\s+pada)?)\s+(?:pada\s+)?(?:tanggal\s+)?(?P<day>\d{1,2}\s+[A-Za-z]+\s+\d{4})",
    re.I,
)
PLACE = re.compile(r"\b(?:bertempat\s+di|ditandatangani\s+di|di)\s+(?P<place>[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*)")
ORIGINALS = re.compile(
    r"\b(?:rangkap|eksemplar)?\s*(?P<figure>\d{1,2})\s*\([a-z ]+\)\s*(?:asli|rangkap|eksemplar|naskah)|\brangkap\s+(?:(?P<second>\d{1,2})\b|(?P<words>[a-z]+))",
    re.I,
)
TERMS = ("jangka_waktu", "masa_berlaku")


@dataclass(frozen=True, slots=True)
class PaperParty:
    """One party as the opening introduces it."""

    label: str
    text: str
    name: str
    signer: str

    @property
    def outside(self) -> bool:
        """Whether it is no region: a third party, a ministry or a partner abroad."""
        return is_outside(self.name)

    @property
    def is_head(self) -> bool:
        """Whether a head of region signs."""
        return bool(HEAD.search(self.text.partition("berkedudukan")[0].partition("berdasarkan")[0]))


def is_outside(name: str) -> bool:
    """Whether the name of a party is not that of a region or its office."""
    bare = name.strip(" .,")
    return bool(OUTSIDE.match(bare)) or not REGION.search(bare)


def parties_of(reading: Reading) -> tuple[PaperParty, ...]:
    """The parties in the order of the opening, each from its name to "selanjutnya disebut PIHAK …"."""
    result: list[PaperParty] = []
    gathered: list[str] = []
    for text in reading.opening:
        if text.casefold().startswith(("pada hari", "pada tanggal")):
            gathered = []
            continue
        gathered.append(text)
        called = CALLED.search(text)
        if called and "PARA PIHAK" not in called["label"].upper():
            result.append(_party(" ".join(called["label"].upper().split()), " ".join(gathered)))
            gathered = []
    return tuple(result[:MOST_PARTIES])


def _party(label: str, text: str) -> PaperParty:
    bare = NAME_FIELD.sub("", NAMED.sub("", text, count=1), count=1)
    signer = re.split(
        r"\s*[:;]\s*|,\s+(?=(?:selaku|jabatan|Kepala|Bupati|Gubernur|Wali|Direktur|Rektor|Sekretaris|Ketua)\b)",
        bare,
    )[0]
    found = FOR_WHOM.search(text)
    return PaperParty(label, text, found["name"].strip() if found else "", signer.strip(" ,"))


def facts_of_paper(reading: Reading, rule: NaskahRule, wrong: Mapping[str, str]) -> NaskahFacts:
    """The facts a file tells in its own words; what it does not tell stays unknown."""
    starts, ends = _days(reading)
    return NaskahFacts(
        title=reading.title,
        name=rule.label,
        parties=_facts_of_parties(reading),
        years=_years(reading),
        signed_on=_signed_on(reading),
        starts_on=starts,
        ends_on=ends,
        place=_place(reading),
        originals=originals_of(reading) or 0,
        parent=_parent(reading),
        wrong_citations=dict(wrong),
    )


def _facts_of_parties(reading: Reading) -> tuple[PartyFacts, ...]:
    told = parties_of(reading)
    if not told:
        return tuple(
            PartyFacts(name, third_party=is_outside(name)) for name in reading.between[:MOST_PARTIES]
        )
    return tuple(
        PartyFacts(
            name=row.name,
            signer=row.signer,
            position=row.text,
            authority="kuasa" if KUASA.search(row.text) else "kepala",
            third_party=row.outside,
            initiator=number == 0,
        )
        for number, row in enumerate(told)
    )


def _terms(reading: Reading) -> Iterator[str]:
    """The sentences that give the term, before those on extending or ending it."""
    for pasal in reading.body.pasal:
        if pasal.clause.startswith(TERMS):
            yield from _sentences(pasal)


def _sentences(pasal: Pasal) -> Iterator[str]:
    for row in pasal.ayat:
        if not re.search(r"\b(?:sebelum|paling\s+lambat)\b", row.text, re.I):
            yield row.text


def _years(reading: Reading) -> int | None:
    for text in _terms(reading):
        found = YEARS.search(text)
        if found:
            return _in_years(int(found["figure"]), found["unit"])
        spoken = SPOKEN.search(text)
        number = number_of(spoken["words"]) if spoken else None
        if spoken and number:
            return _in_years(number, spoken["unit"])
    return None


def _in_years(number: int, unit: str) -> int:
    return number if unit.casefold() == "tahun" else -(-number // 12)


def _days(reading: Reading) -> tuple[date | None, date | None]:
    for text in _terms(reading):
        days = dates_in(text)
        if len(days) > 1:
            return days[0], days[1]
        until = UNTIL.search(text)
        if days and until:
            return None, days[0]
    return None, None


def _signed_on(reading: Reading) -> date | None:
    for text in reading.opening:
        if text.casefold().startswith("pada "):
            found = SPELLED.search(text)
            spelled = (day_in_figures(found) or day_in_words(found)) if found else None
            return spelled or next(iter(dates_in(text)), None)
    return None


def _place(reading: Reading) -> str:
    for text in (*reading.opening[:1], *reading.closing):
        found = PLACE.search(text)
        if found:
            return found["place"]
    return ""


def originals_of(reading: Reading) -> int | None:
    """How many originals the closing speaks of; None when it names no number."""
    for text in reading.closing:
        found = ORIGINALS.search(text)
        if found:
            figure = found["figure"] or found["second"]
            return int(figure) if figure else number_of(found["words"])
    return None


def _parent(reading: Reading) -> ParentFacts | None:
    for text in (*reading.body.recitals, *reading.body.bases, *reading.opening):
        if re.search(r"\bkesepakatan\s+bersama\b", text, re.I) and re.search(
            r"\b(?:nomor|no\.?|tanggal)\b", text, re.I
        ):
            until = UNTIL.search(text)
            ends = next(iter(dates_in(until["day"])), None) if until else None
            signed = next((day for day in dates_in(text) if day != ends), None)
            numbers = tuple(re.findall(r"\bnomor\s*:?\s*(\S+?)[,;.]?(?=\s|$)", text, re.I))
            return ParentFacts("Kesepakatan Bersama", "", numbers, signed, ends)
    return None

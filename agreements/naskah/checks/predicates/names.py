"""Names of people without academic titles (Lampiran Permendagri 22/2020)."""

import re
from collections.abc import Iterator

from agreements.naskah.checks.subject import Hit, Subject, at

BEFORE = re.compile(
    r"(?<![\w.])(?:Prof|Dr|dr|Drs|Dra|Ir|drg|drh|apt|PROF|DR|DRS|DRA|IR)\.\s*(?:[A-Z][a-z]{0,4}\.\s*)*(?=[A-Z])"
)
AFTER = re.compile(
    r",\s*(?:S|M|Sp|Ph|Lc|LL|A\.?Md|S\.?Tr|M\.?Tr)\.\s?[A-Z][A-Za-z.]*(?:\s?\([A-Za-z.]+\))?|,\s*(?:SH|SE|ST|SP|MH|MM|MT|MSi|M\.?Si|SIP|SSos|MAP|MBA|MPA|Ph\.?D)\b\.?"
)
# Streets, hospitals and buildings bear the names of people with their titles; a notary is no signer.
NAMED_AFTER = re.compile(
    r"(?:Jalan|Jl\.?|RSUD|RSU|RS|Sakit|Daerah|Gedung|Universitas|Bandar\s+Udara|Bandara|Aula|Stadion|Taman|Notaris|notaris|hadapan)\b(?:\s+\S+){0,4}\s*$"
)
REACH = 60


def titles(subject: Subject) -> Iterator[Hit]:
    """Every name that carries a title."""
    for passage in subject.texts:
        rows = (*BEFORE.finditer(passage.text), *AFTER.finditer(passage.text))
        told = [row[0].strip(" ,") for row in rows if not _named_after(passage.text, row.start())]
        if told:
            yield at(passage, "name_titles", title=", ".join(told))


def _named_after(text: str, start: int) -> bool:
    return bool(NAMED_AFTER.search(text[max(0, start - REACH) : start]))


def without_titles(text: str) -> str:
    """A text whose names stand without titles."""
    for pattern in (AFTER, BEFORE):
        text = pattern.sub(lambda found: found[0] if _named_after(found.string, found.start()) else "", text)
    return text


PREDICATES = (titles,)

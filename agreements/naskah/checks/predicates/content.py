"""What a naskah must hold: recitals, required clauses, a title and words in each."""

from collections.abc import Iterator

from agreements.naskah.changes import change_of
from agreements.naskah.checks.finding import INTERNAL
from agreements.naskah.checks.subject import Hit, Subject
from agreements.naskah.reading.codes import plain_title


def recitals(subject: Subject) -> Iterator[Hit]:
    """Recitals and legal bases."""
    parts = getattr(subject.rule, "parts", ("konsiderans",))
    if "konsiderans" in parts and not any(text.strip() for text in subject.body.recitals):
        yield Hit("recitals_missing", "Konsiderans", "konsiderans")
    if not any(text.strip() for text in subject.body.bases):
        yield Hit("bases_missing", "Dasar hukum", "dasar-hukum")


def required(subject: Subject) -> Iterator[Hit]:
    """Clauses the law asks for; one without an article is office practice: missed, but it holds nothing back."""
    present = {pasal.clause for pasal in subject.body.pasal}
    for need in subject.rule.clauses:
        if need.required and need.code not in present:
            values = {"label": need.label, "title": need.label.upper(), "clause": need.code}
            if need.article and need.article != INTERNAL:
                yield Hit("clause_missing", "Batang tubuh", article=need.article, values=values)
            else:
                yield Hit("clause_customary", "Batang tubuh", values=values)


def filled(subject: Subject) -> Iterator[Hit]:
    """A title and words in every Pasal, ayat and huruf."""
    articles = {need.code: need.article for need in subject.rule.clauses}
    for number, pasal in enumerate(subject.body.pasal, start=1):
        place, anchor = f"Pasal {number}", f"pasal-{pasal.clause}"
        article = articles.get(pasal.clause, "")
        values = {"place": place, "title": pasal.title, "clause": pasal.clause}
        if not pasal.title.strip():
            yield Hit("title_missing", place, anchor, article, values=values)
        whole = all(row.text.strip() and all(map(str.strip, row.huruf)) for row in pasal.ayat)
        if not pasal.ayat or not whole:
            yield Hit("clause_empty", place, anchor, article, values=values)


def twice(subject: Subject) -> Iterator[Hit]:
    """No two Pasal on the same matter."""
    first: dict[str, int] = {}
    titles: dict[str, int] = {}
    for number, pasal in enumerate(subject.body.pasal, start=1):
        title = plain_title(pasal.title)
        earlier = min(first.setdefault(pasal.clause, number), titles.setdefault(title or f"{number}", number))
        if earlier != number:
            values = {"number": str(number), "earlier": str(earlier), "title": pasal.title}
            yield Hit("clause_twice", f"Pasal {number}", f"pasal-{pasal.clause}", values=values)


def changes(subject: Subject) -> Iterator[Hit]:
    """An addendum says what it changes."""
    told = any(change_of(pasal.clause) for pasal in subject.body.pasal)
    if not subject.rule.amends or told:
        return
    words = " ".join(row.text for row in subject.passages).casefold() if subject.paper else ""
    if not any(word in words for word in ("diubah", "dihapus", "ditambah", "disisipkan")):
        yield Hit("change_missing", "Batang tubuh")


def frame(subject: Subject) -> Iterator[Hit]:
    """The parts of a paper around its Pasal: its number, its day, its closing."""
    paper = subject.paper
    if paper is None:
        return
    if not paper.numbers:
        yield Hit("number_missing", "Judul")
    if not any(text.casefold().startswith("pada ") for text in paper.opening) and subject.rule.first_party:
        yield Hit("day_missing", "Pembukaan")
    if not any(text.casefold().startswith("demikian") for text in paper.closing):
        yield Hit("closing_missing", "Penutup")


PREDICATES = (recitals, required, filled, twice, changes, frame)

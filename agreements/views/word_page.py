"""What the page of a file that came back shows: each changed part as a redline, and everything beside the parts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from agreements.choices import NaskahState
from agreements.documents.word_file import words_of
from agreements.forms.word import WordAcceptForm
from agreements.models import NaskahVersion, WordReturn
from agreements.naskah.checks import Finding
from agreements.naskah.numbering import letter
from agreements.naskah.structure import Annex, Pasal, fingerprint, from_json, to_json
from agreements.naskah.word.merging import Change, Part, changes
from agreements.naskah.word.redline import Row, redline
from agreements.services.naskah import require_drafter
from agreements.services.naskah_rules import findings_of
from agreements.services.word_returns import changes_of, kept_by_agreement, kept_by_law, merged_body
from agreements.views.party_lines import permits
from ksd.accounts.models import User

Words = Callable[..., str]


@dataclass(frozen=True)
class Shown:
    """One changed part: its redline, whether it is ticked, what keeps it, and what somebody changed here meanwhile."""

    change: Change
    rows: tuple[Row, ...]
    ticked: bool
    article: str
    meanwhile: tuple[Row, ...] = ()
    by: NaskahVersion | None = None
    agreed: bool = False

    @property
    def is_kept(self) -> bool:
        """Whether it cannot be taken: the law keeps the Pasal, or all parties agreed to it."""
        return bool(self.article) or self.agreed


def lines_of(part: Part, words: Words) -> list[str]:
    """A part as the paragraphs a reader sees."""
    if part is None:
        return []
    if isinstance(part, Pasal):
        return _pasal_lines(part, words)
    if isinstance(part, Annex):
        rows = [" | ".join(words(cell) for cell in row) for row in part.table]
        return [words(part.title), *map(words, part.paragraphs), *rows]
    return [words(text) for text in part]


def _pasal_lines(pasal: Pasal, words: Words) -> list[str]:
    lines = [words(pasal.title).upper()]
    for number, ayat in enumerate(pasal.ayat, start=1):
        mark = f"({number}) " if len(pasal.ayat) > 1 else ""
        lines.append(f"{mark}{words(ayat.text, pasal.clause)}")
        lines += [f"{letter(place)}. {words(text, pasal.clause)}" for place, text in enumerate(ayat.huruf)]
    return lines


def shown_changes(row: WordReturn, newest: NaskahVersion, form: WordAcceptForm) -> list[Shown]:
    """Every changed part beside what was sent; a conflict also shows what came in between and by whom."""
    naskah = row.naskah
    words = words_of(naskah, row.compared_with)
    authors = _authors(row, newest)
    shown, found = [], changes_of(row, newest)
    agreed = kept_by_agreement(naskah, found)
    for change in found:
        lines = redline(lines_of(change.sent, words), lines_of(change.back, words))
        rule = kept_by_law(naskah, change)
        article = (rule.article or naskah.rule.article) if rule else ""
        meanwhile: tuple[Row, ...] = ()
        if change.conflict:
            meanwhile = redline(lines_of(change.sent, words), lines_of(change.newest, words))
        by = authors.get(change.code)
        kept = change.code in agreed
        shown.append(Shown(change, lines, change.code in form.ticked, article, meanwhile, by, kept))
    return shown


def _authors(row: WordReturn, newest: NaskahVersion) -> dict[str, NaskahVersion]:
    """For each part the last version that changed it after the one the file was made from."""
    numbers = (row.compared_with.number + 1, newest.number)
    later = row.naskah.versions.filter(number__range=numbers).select_related("author").order_by("number")
    found: dict[str, NaskahVersion] = {}
    before = from_json(row.compared_with.body)
    for version in later:
        body = from_json(version.body)
        found |= dict.fromkeys((change.code for change in changes(before, before, body)), version)
        before = body
    return found


def findings_if_accepted(row: WordReturn, newest: NaskahVersion, codes: set[str]) -> list[Finding]:
    """The law check of the text as it would be with these parts."""
    body = merged_body(row, newest, codes)
    wording = NaskahVersion(
        naskah=row.naskah, number=newest.number + 1, body=to_json(body), sha256=fingerprint(body)
    )
    return findings_of(row.naskah, wording)


def return_page(user: User, row: WordReturn, newest: NaskahVersion, form: WordAcceptForm) -> dict[str, Any]:
    """Everything the page of one file shows."""
    shown = shown_changes(row, newest, form) if row.waits else []
    naskah, reading = row.naskah, row.reading
    may_decide = row.waits and permits(require_drafter, user, naskah.case)
    return {
        "row": row,
        "naskah": naskah,
        "newest": newest,
        "form": form,
        "shown": shown,
        "conflicts": [entry for entry in shown if entry.change.conflict],
        "whole": len(form.calm) == len(shown),
        "may_decide": may_decide,
        "may_accept": may_decide and naskah.state == NaskahState.DRAFTED,
        "recognised": [(n, pasal) for n, pasal in enumerate(from_json(reading["body"]).pasal, start=1)],
        "findings": findings_if_accepted(
            row, newest, {entry.change.code for entry in shown if not entry.agreed}
        )
        if shown
        else [],
        "tracked": reading["changes"],
        "remarks": reading["comments"],
        "left": reading["left"],
        "frame": reading["frame"],
        "asides": reading["asides"],
        "outside": reading["outside"],
    }

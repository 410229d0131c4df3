"""What the page of a file that came back shows: each changed part as a redline, and everything beside the parts."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from typing import Any

from agreements.choices import NaskahState
from agreements.documents.word_file import words_of
from agreements.forms.word import WordAcceptForm
from agreements.models import NaskahVersion, WordReturn
from agreements.naskah.annex_names import ANNEX, ORDERS
from agreements.naskah.checks import Finding
from agreements.naskah.merging import Change, Three, wordings
from agreements.naskah.numbering import letter
from agreements.naskah.parts import PASAL, parts_of
from agreements.naskah.structure import fingerprint, from_json, to_json
from agreements.naskah.word.redline import Row, redline
from agreements.services.naskah import require_drafter
from agreements.services.naskah_rules import findings_of
from agreements.services.sentences import apply_around
from agreements.services.word_returns import changes_of, kept_by_agreement, kept_by_law, merged, three_of
from agreements.views.party_lines import permits
from agreements.views.word_frame import frame_rows
from ksd.accounts.models import User
from ksd.core.errors import DomainError

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


@dataclass(frozen=True)
class Lines:
    """Turns parts of one version into the paragraphs a reader sees."""

    three: Three
    words: Words

    def of(self, key: str, content: Any) -> list[str]:
        """The paragraphs of a part; none of one there is not."""
        if content is None:
            return []
        if isinstance(content, str):
            return [self.words(content)]
        if key in ORDERS:
            return [self._title(ORDERS[key] + code) for code in content]
        if key.startswith(PASAL):
            return self._pasal(content, key.removeprefix(PASAL))
        if key.startswith(ANNEX):
            rows = [" | ".join(map(self.words, row)) for row in content["table"]]
            return [self.words(content["title"]), *map(self.words, content["paragraphs"]), *rows]
        return [self.words(text) for text in content]

    def _title(self, key: str) -> str:
        return str((self.three.mine.get(key) or self.three.base[key])["title"])

    def _pasal(self, pasal: dict[str, Any], clause: str) -> list[str]:
        lines = [self.words(pasal["title"]).upper()]
        for number, ayat in enumerate(pasal["ayat"], start=1):
            mark = f"({number}) " if len(pasal["ayat"]) > 1 else ""
            lines.append(f"{mark}{self.words(ayat['text'], clause)}")
            lines += [
                f"{letter(place)}. {self.words(text, clause)}" for place, text in enumerate(ayat["huruf"])
            ]
        return lines


def shown_changes(row: WordReturn, newest: NaskahVersion, form: WordAcceptForm) -> list[Shown]:
    """Every changed part beside what was sent; a conflict also shows what came in between and by whom."""
    naskah = row.naskah
    lines = Lines(three_of(row, newest), words_of(naskah, row.compared_with))
    authors = _authors(row, newest)
    shown, found = [], changes_of(row, newest)
    agreed = kept_by_agreement(naskah, found)
    for change in found:
        sent, back = lines.of(change.key, change.base), lines.of(change.key, change.mine)
        rule = kept_by_law(naskah, change)
        article = (rule.article or naskah.rule.article) if rule else ""
        meanwhile: tuple[Row, ...] = ()
        if change.conflict:
            meanwhile = redline(sent, lines.of(change.key, change.theirs))
        by = authors.get(change.key)
        ticked, kept = change.key in form.ticked, change.key in agreed
        shown.append(Shown(change, redline(sent, back), ticked, article, meanwhile, by, kept))
    return shown


def _authors(row: WordReturn, newest: NaskahVersion) -> dict[str, NaskahVersion]:
    """For each part the last version that changed it after the one the file was made from."""
    numbers = (row.compared_with.number + 1, newest.number)
    later = row.naskah.versions.filter(number__range=numbers).select_related("author").order_by("number")
    found: dict[str, NaskahVersion] = {}
    sent = before = parts_of(from_json(row.compared_with.body))
    for version in later:
        parts = parts_of(from_json(version.body))
        found |= dict.fromkeys((change.key for change in wordings(sent, before, parts).changes()), version)
        before = parts
    return found


def findings_if_accepted(row: WordReturn, newest: NaskahVersion, keys: set[str]) -> list[Finding]:
    """The law check of the text as it would be with these parts; nothing where they would be too much."""
    try:
        body, parts = merged(row, newest, keys)
    except DomainError:
        return []
    naskah = copy(row.naskah)
    apply_around(naskah, parts)
    wording = NaskahVersion(
        naskah=naskah, number=newest.number + 1, body=to_json(body), sha256=fingerprint(body)
    )
    return findings_of(naskah, wording)


def return_page(user: User, row: WordReturn, newest: NaskahVersion, form: WordAcceptForm) -> dict[str, Any]:
    """Everything the page of one file shows."""
    shown = shown_changes(row, newest, form) if row.waits else []
    naskah, reading = row.naskah, row.reading
    drafts = permits(require_drafter, user, naskah.case)
    may_decide = row.waits and drafts
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
            row, newest, {entry.change.key for entry in shown if not entry.agreed}
        )
        if shown
        else [],
        "tracked": reading["changes"],
        "remarks": reading["comments"],
        "left": reading["left"],
        "frame": frame_rows(row, drafts=drafts),
        "asides": reading["asides"],
        "outside": reading["outside"],
    }

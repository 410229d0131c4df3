"""Every code is unique and well formed, every code a rule names is there."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from agreements.law.schema import Arrow, LawPack
from agreements.law.vocabulary import (
    ARCHIVE_EVENTS,
    CHECKS,
    DPRD_EVENTS,
    NASKAH_EVENTS,
    PERMISSIONS,
    REPORT_EVENTS,
    check_terms,
)

CODE = re.compile(r"[a-z][a-z0-9_]*")
TABLES = ("kinds", "stages", "states", "arrows", "documents", "terms", "naskah")
DPRD_TABLES = ("dprd_causes", "dprd_table", "dprd_states", "dprd_arrows", "dprd_letters")


def faults(pack: LawPack) -> Iterator[str]:
    """Names that are ill formed, used twice, or lead nowhere."""
    yield from _tables(pack)
    for where, codes in _code_lists(pack):
        yield from _bad_codes(where, codes)
    for arrow in pack.arrows:
        where = f"arrows[{arrow.code}]"
        yield from arrow_names(pack, arrow, where, codes_of(pack.states))
        yield from _trigger(pack, where, arrow)
    for arrow in pack.dprd_arrows:
        yield from arrow_names(pack, arrow, f"dprd_arrows[{arrow.code}]", codes_of(pack.dprd_states))
    yield from _papers(pack)
    yield from _terms(pack)


def missing(where: str, names: Iterable[str], known: Iterable[str], table: str) -> Iterator[str]:
    """A fault for each name that the table does not hold."""
    held = set(known)
    yield from (f"{where}: '{name}' tidak ada di {table}" for name in names if name not in held)


def codes_of(rows: Iterable[object]) -> list[str]:
    """The codes of a table."""
    return [getattr(row, "code", "") for row in rows]


def _tables(pack: LawPack) -> Iterator[str]:
    yield from (f"{table}: tabel ini kosong" for table in (*TABLES, "bases") if not getattr(pack, table))
    shared = set(codes_of(pack.states)) & set(codes_of(pack.arrows))
    yield from (f"arrows[{code}]: nama ini sudah dipakai sebuah keadaan" for code in sorted(shared))
    taken = set(codes_of(pack.dprd_arrows)) & {*codes_of(pack.states), *codes_of(pack.arrows)}
    yield from (f"dprd_arrows[{code}]: nama ini sudah dipakai" for code in sorted(taken))
    twice = Counter(basis.citation for basis in pack.bases)
    yield from (f"bases[{name}]: tertulis {count} kali" for name, count in twice.items() if count > 1)


def _code_lists(pack: LawPack) -> Iterator[tuple[str, list[str]]]:
    for table in (*TABLES, *DPRD_TABLES, "settings", "end_reasons", "requests", "signing_checks"):
        yield table, codes_of(getattr(pack, table))
    for kind in pack.kinds:
        questions = codes_of((*kind.questions, *kind.screening, *pack.dprd_questions))
        yield f"kinds[{kind.code}].questions", questions
        yield f"kinds[{kind.code}].configurations", codes_of(kind.configurations)
        yield f"kinds[{kind.code}].permits", codes_of(kind.permits)
    for document in pack.documents:
        yield f"documents[{document.code}].items", codes_of(document.fields)
    for naskah in pack.naskah:
        yield f"naskah[{naskah.code}].clauses", codes_of(naskah.clauses)
        yield f"naskah[{naskah.code}].copies", codes_of(naskah.copies)


def _bad_codes(where: str, codes: list[str]) -> Iterator[str]:
    for code, count in Counter(codes).items():
        if not CODE.fullmatch(code):
            yield f"{where}: kode '{code}' harus huruf kecil, angka, dan garis bawah"
        if count > 1:
            yield f"{where}: kode '{code}' dipakai {count} kali"


def arrow_names(pack: LawPack, arrow: Arrow, where: str, states: list[str]) -> Iterator[str]:
    """What an act names and the pack does not hold; `states` are those it may lead between."""
    stages, terms = codes_of(pack.stages), codes_of(pack.terms)
    yield from missing(f"{where}.sources", arrow.sources, states, "states")
    yield from missing(f"{where}.target", [arrow.target] if arrow.target else [], states, "states")
    papers = [arrow.proof] if arrow.proof else []
    for name, given in (("documents", arrow.documents), ("optional", arrow.optional), ("proof", papers)):
        yield from missing(f"{where}.{name}", given, codes_of(pack.documents), "documents")
    clocks = {name: getattr(arrow, name) for name in ("starts", "stops", "pauses", "resumes")}
    for name, given in clocks.items():
        yield from missing(f"{where}.{name}", given, terms, "terms")
    for name, stage in (("stage", arrow.stage), ("skips", arrow.skips)):
        yield from missing(f"{where}.{name}", [stage] if stage else [], stages, "stages")
    yield from missing(f"{where}.kinds", arrow.kinds, codes_of(pack.kinds), "kinds")
    before = [arrow.date_not_before] if arrow.date_not_before else []
    acts = codes_of((*pack.arrows, *pack.dprd_arrows))
    yield from missing(f"{where}.date_not_before", before, acts, "arrows")
    yield from missing(f"{where}.replaces", arrow.replaces, codes_of(pack.arrows), "arrows")
    permissions = [code for code in (arrow.permission, arrow.above) if code]
    yield from missing(f"{where}.permission", permissions, PERMISSIONS, "daftar izin")
    tables = {"terms": terms, "settings": codes_of(pack.settings), "naskah": codes_of(pack.naskah)}
    yield from _checks(where, arrow, tables)


def _checks(where: str, arrow: Arrow, tables: dict[str, list[str]]) -> Iterator[str]:
    for check in arrow.checks:
        name = check.partition(":")[0]
        if name not in CHECKS:
            yield f"{where}.checks: '{check}' tidak dikenal; pilih dari {', '.join(CHECKS)}"
            continue
        if CHECKS[name] == "text":
            yield from missing(f"{where}.checks", [check.partition(":")[2]], tables["naskah"], "naskah")
            continue
        named = check_terms(check)
        detail = CHECKS[name]
        one = len(named) == 1
        right = {"none": not named, "term": one, "terms": len(named) > 1, "setting": one}[detail]
        if not right:
            yield f"{where}.checks: '{check}' menyebut jumlah tenggat yang salah"
        table = "settings" if detail == "setting" else "terms"
        yield from missing(f"{where}.checks", named, tables[table], table)


def _trigger(pack: LawPack, where: str, arrow: Arrow) -> Iterator[str]:
    if not arrow.trigger or arrow.trigger in REPORT_EVENTS:
        return
    first, *rest = arrow.trigger.split(".")
    if (first, *rest) in {("arsip", event) for event in ARCHIVE_EVENTS} | {
        ("dprd", event) for event in DPRD_EVENTS
    }:
        return
    if first != "naskah" or len(rest) != 2 or rest[1] not in NASKAH_EVENTS:
        texts = f"naskah.<jenis naskah, atau beberapa dengan +>.<{'|'.join(NASKAH_EVENTS)}>"
        shape = f"{texts} atau dprd.<{'|'.join(DPRD_EVENTS)}>"
        yield f"{where}.trigger: '{arrow.trigger}' harus berbentuk {shape}"
        return
    yield from missing(f"{where}.trigger", arrow.awaited[0], codes_of(pack.naskah), "naskah")


def _texts(pack: LawPack, documents: list[str], naskah: list[str]) -> Iterator[str]:
    states = codes_of(pack.states)
    for text in pack.naskah:
        where = f"naskah[{text.code}]"
        yield from missing(f"{where}.parent", [text.parent] if text.parent else [], naskah, "naskah")
        watched = [text.end_term] if text.end_term else []
        yield from missing(f"{where}.end_term", watched, codes_of(pack.terms), "terms")
        authority = [text.authority] if text.authority else []
        yield from missing(f"{where}.authority", authority, documents, "documents")
        yield from missing(f"{where}.amends", text.amends, naskah, "naskah")
        for name in ("drafted_in", "agreed_in", "signed_in"):
            yield from missing(f"{where}.{name}", getattr(text, name), states, "states")
    for request in pack.requests:
        yield from missing(f"requests[{request.code}].documents", request.documents, documents, "documents")
    for reason in pack.end_reasons:
        proof = [reason.proof] if reason.proof else []
        yield from missing(f"end_reasons[{reason.code}].proof", proof, documents, "documents")


def _papers(pack: LawPack) -> Iterator[str]:
    documents, naskah = codes_of(pack.documents), codes_of(pack.naskah)
    for paper in pack.documents:
        where = f"documents[{paper.code}]"
        yield from missing(
            f"{where}.attaches", paper.attaches, [*documents, *naskah], "documents maupun naskah"
        )
        yield from missing(f"{where}.when", paper.when, codes_of(pack.kinds), "kinds")
        asked = {row.code for kind in pack.kinds if paper.serves(kind.code) for row in kind.questions}
        yield from missing(f"{where}.if_yes", [paper.if_yes] if paper.if_yes else [], asked, "questions")
    yield from _texts(pack, documents, naskah)
    for number, row in enumerate(pack.addressees, 1):
        yield from missing(f"addressees[{number}].document", [row.document], documents, "documents")
    for stage_row in pack.stages:
        yield from missing(f"stages[{stage_row.code}].kinds", stage_row.kinds, codes_of(pack.kinds), "kinds")
    for state in pack.states:
        stage = [state.stage] if state.stage else []
        yield from missing(f"states[{state.code}].stage", stage, codes_of(pack.stages), "stages")


def _terms(pack: LawPack) -> Iterator[str]:
    for term in pack.terms:
        for name in ("day_setting", "due_setting", "length_setting"):
            given = getattr(term, name)
            where = f"terms[{term.code}].{name}"
            yield from missing(where, [given] if given else [], codes_of(pack.settings), "settings")

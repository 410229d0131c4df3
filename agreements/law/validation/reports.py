"""A report finds its way: items the register can fill, tiers somebody may take, days somebody fixed."""

from collections import Counter
from collections.abc import Iterator

from agreements.law.periods import Period
from agreements.law.schema import LawPack, Level, ReportRule, Tier
from agreements.law.validation.names import CODE, codes_of, missing
from agreements.law.vocabulary import PERMISSIONS, REGISTER_FACTS


def faults(pack: LawPack) -> Iterator[str]:
    """Reports nobody may send, items without a source that exists, two reports for one kind."""
    for rule in pack.reports:
        yield from _rule(pack, rule)
    for kind in pack.kinds:
        owed = [rule.code for rule in pack.reports if rule.serves(kind.code)]
        if len(owed) > 1:
            yield f"reports: {kind.code} mempunyai {len(owed)} laporan; satu jenis satu laporan"


def _rule(pack: LawPack, rule: ReportRule) -> Iterator[str]:
    where = f"reports[{rule.code}]"
    for table, rows in (("items", rule.items), ("tiers", rule.tiers)):
        yield from _codes(f"{where}.{table}", codes_of(rows))
    yield from missing(f"{where}.kinds", rule.kinds, codes_of(pack.kinds), "kinds")
    for name in ("opens_in", "sent_in"):
        yield from missing(f"{where}.{name}", getattr(rule, name), codes_of(pack.states), "states")
        if not getattr(rule, name):
            yield f"{where}.{name}: belum ada keadaan"
    loose = [item for item in rule.items if item.source and item.source not in _sources(pack)]
    yield from (f"{where}.items[{row.code}].source: '{row.source}' tidak dikenal register" for row in loose)
    for tier in rule.tiers:
        yield from _tier(pack, tier, f"{where}.tiers[{tier.code}]")
    levels: tuple[Level, ...] = ("provinsi", "kabupaten_kota")
    lost = [level for level in levels if not rule.way(level, Period(2026, 1))]
    yield from (f"{where}.tiers: laporan {level} tidak melalui siapa pun" for level in lost)


def _codes(where: str, codes: list[str]) -> Iterator[str]:
    yield from (f"{where}: kode '{code}' dipakai {n} kali" for code, n in Counter(codes).items() if n > 1)
    yield from (f"{where}: kode '{code}' tidak baku" for code in codes if not CODE.fullmatch(code))


def _sources(pack: LawPack) -> set[str]:
    papers = {f"{paper.code}.{item.code}" for paper in pack.documents for item in paper.items}
    return {*REGISTER_FACTS, *papers}


def _tier(pack: LawPack, tier: Tier, where: str) -> Iterator[str]:
    yield from missing(f"{where}.permission", [tier.permission], PERMISSIONS, "daftar izin")
    given = [tier.due_setting] if tier.due_setting else []
    yield from missing(f"{where}.due_setting", given, codes_of(pack.settings), "settings")
    if (tier.due_days > 0) == bool(tier.due_setting):
        yield f"{where}: perlu tepat satu dari due_days (bunyi peraturan) atau due_setting (belum pasti)"

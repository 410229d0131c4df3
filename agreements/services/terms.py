"""The law's terms on a case: started, stopped and explained by the pack's data."""

from datetime import date

from django.db.models import Max

from agreements.choices import Side
from agreements.law.counting import Count, count_of
from agreements.law.schema import Arrow, Term
from agreements.models import Case, Naskah, OfficeSetting
from ksd.accounts.models import User
from ksd.deadlines.calendar import DayType
from ksd.deadlines.models import Deadline
from ksd.deadlines.services import cancel_deadlines, meet_deadline, start_deadline
from regions.models import Region

# Whoever answers letters for a region is reminded.
AUDIENCE = "agreements.answer"
# Who owes a term without being a party of the case.
DEBTORS = {"dprd": "DPRD", "governor": "Gubernur"}
# Days before the end of a text (practice of the office).
END_MILESTONES = [90, 60, 30, 7, 0]


def office_setting(case: Case, code: str) -> str:
    """The office's answer to an open question of the law, or the pack's default."""
    chosen = OfficeSetting.objects.filter(code=code).values_list("value", flat=True).first()
    if chosen is not None:
        return chosen
    return next((setting.default for setting in case.pack.settings if setting.code == code), "")


def apply_terms(*, actor: User, case: Case, arrow: Arrow, on: date) -> None:
    """Stop the terms this act ends, start those it begins."""
    for code in arrow.stops:
        meet_deadline(actor=actor, subject=case, code=code, on=on)
    for term in map(case.pack.term, arrow.starts):
        if term.runs_for(case.level):
            base_label = arrow.date_label or arrow.label
            start_term(actor=actor, case=case, term=term, on=on, base_label=base_label)


def start_term(*, actor: User, case: Case, term: Term, on: date, base_label: str) -> Deadline:
    """Begin a legal term on a case, counted from the day of its cause."""
    debtor = _responsible(case, term)
    told = [*(party.region for party in case.parties.all()), debtor]
    count = _count(case, term, on)
    return start_deadline(
        actor=actor,
        subject=case,
        code=term.code,
        title=f"{term.label}: {case.title}"[:200],
        legal_basis=term.article,
        explanation=term.explanation,
        base_date=count.base,
        base_label=base_label if count.base == on else term.base_label,
        length=count.length,
        unit=count.unit,
        day_type=count.day_type,
        responsible_region=debtor,
        responsible_label=DEBTORS.get(term.responsible, ""),
        on_lapse=term.on_lapse,
        link=case.get_absolute_url(),
        regions=list(dict.fromkeys(region for region in told if region)),
        audience=AUDIENCE,
        remind_days=list(term.remind),
    )


def _count(case: Case, term: Term, on: date) -> Count:
    """From which day and how long to count; a semester or year goes on from the last one reported."""
    last = Deadline.objects.of(case).filter(code=term.code).order_by("-base_date").first()
    return count_of(
        term,
        on,
        lambda code: office_setting(case, code),
        previous=last.base_date if last else None,
        ends_on=case.naskah.aggregate(last=Max("ends_on"))["last"],
    )


def _responsible(case: Case, term: Term) -> Region | None:
    """The region that owes the term; the province of the region that runs the case for what its governor owes."""
    if term.responsible == "governor":
        return case.initiator.region.parent if case.initiator.region else None
    if term.responsible not in Side.values:
        return None
    return next(
        (party.region for party in case.parties.all() if party.side == term.responsible and party.region),
        None,
    )


def start_end_reminder(*, actor: User, naskah: Naskah) -> Deadline:
    """Remind every party at 90, 60, 30, 7 and 0 days before a text ends (practice of the office)."""
    case = naskah.case
    if naskah.starts_on is None or naskah.ends_on is None:
        raise ValueError("only a signed text has an end")
    return start_deadline(
        actor=actor,
        subject=naskah,
        code="berakhir",
        title=f"{naskah.rule.label} berakhir" + f": {naskah.title}"[:150],
        legal_basis=naskah.rule.max_years_article or naskah.rule.article,
        explanation="Dihitung dari tanggal mulai berlaku sampai hari terakhir jangka waktunya.",
        base_date=naskah.starts_on,
        base_label="Mulai berlaku",
        length=(naskah.ends_on - naskah.starts_on).days,
        unit="day",
        day_type=DayType.CALENDAR,
        responsible_region=case.initiator.region,
        responsible_label="",
        on_lapse=naskah.rule.on_end or "Kerja sama berakhir dengan sendirinya bila tidak diperpanjang.",
        link=naskah.get_absolute_url(),
        regions=[party.region for party in case.parties.all() if party.region],
        audience=AUDIENCE,
        remind_days=END_MILESTONES,
    )


def close_terms(*, actor: User, case: Case) -> None:
    """Cancel what still runs when a case ends, the reminders of its texts' end included."""
    for subject in (case, *case.naskah.all()):
        cancel_deadlines(actor=actor, subject=subject)


def is_running(case: Case, code: str) -> bool:
    """Whether the term was begun and neither met nor stopped."""
    return Deadline.objects.of(case).open().filter(code=code).exists()


def has_lapsed(case: Case, code: str, on: date) -> bool:
    """Whether the term was begun and its last day lies before the given day."""
    term = Deadline.objects.of(case).filter(code=code).order_by("-pk").first()
    return term is not None and term.due_on < on

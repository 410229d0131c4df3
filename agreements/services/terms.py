"""The law's terms on a case: started, stopped and explained by the pack's data."""

from datetime import date

from django.db.models import Max

from agreements.choices import RequestType, Side
from agreements.law.counting import Count, count_of
from agreements.law.schema import Arrow, Term
from agreements.models import Case, DprdTrack, Naskah, OfficeSetting, Party
from ksd.accounts.models import User
from ksd.deadlines.calendar import DayType, add_months
from ksd.deadlines.models import Deadline
from ksd.deadlines.services import (
    cancel_deadlines,
    meet_deadline,
    pause_deadline,
    resume_deadline,
    start_deadline,
)
from regions.models import Region

# Whoever answers letters for a region is reminded.
AUDIENCE = "agreements.answer"
# Who owes a term without being a party of the case.
DEBTORS = {"dprd": "DPRD", "governor": "Gubernur"}
# Whoever deals with the DPRD for a region.
DPRD_AUDIENCE = "agreements.dprd"
# Days before the end of a text (practice of the office).
END_MILESTONES = [90, 60, 30, 7, 0]


def office_setting(case: Case, code: str) -> str:
    """The office's answer to an open question of the law, or the pack's default."""
    chosen = OfficeSetting.objects.filter(code=code).values_list("value", flat=True).first()
    if chosen is not None:
        return chosen
    return next((setting.default for setting in case.pack.settings if setting.code == code), "")


def apply_terms(*, actor: User, case: Case, arrow: Arrow, on: date, track: DprdTrack | None = None) -> None:
    """Stop the terms this act ends, halt or go on with those it holds up, start those it begins.

    They run on the case, or on the track of one region's DPRD.
    """
    subject = track or case
    for code in arrow.stops:
        meet_deadline(actor=actor, subject=subject, code=code, on=on)
    for code in arrow.pauses:
        pause_deadline(actor=actor, subject=subject, code=code, reason=arrow.label, on=on)
    for code in arrow.resumes:
        resume_deadline(actor=actor, subject=subject, code=code, on=on)
    for term in map(case.pack.term, arrow.starts):
        if term.runs_for(case.level):
            label = arrow.date_label or arrow.label
            start_term(actor=actor, case=case, term=term, on=on, base_label=label, track=track)


def start_term(
    *, actor: User, case: Case, term: Term, on: date, base_label: str, track: DprdTrack | None = None
) -> Deadline:
    """Begin a legal term on a case, counted from the day of its cause; one on a track reminds its own region."""
    debtor = _responsible(case, term, track)
    told = [*(party.region for party in _reminded(case, track)), debtor]
    count = _count(case, term, on)
    return start_deadline(
        actor=actor,
        subject=track or case,
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
        responsible_label=track.council if track and term.responsible == "dprd" else _debtor(case, term),
        on_lapse=term.on_lapse,
        link=(track or case).get_absolute_url(),
        regions=list(dict.fromkeys(region for region in told if region)),
        audience=DPRD_AUDIENCE if track else AUDIENCE,
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


def _reminded(case: Case, track: DprdTrack | None) -> list[Party]:
    return [track.party] if track else list(case.parties.all())


def _responsible(case: Case, term: Term, track: DprdTrack | None) -> Region | None:
    """The region that owes the term; the province of the region that runs the case for what its governor owes."""
    if term.responsible == "governor":
        return case.initiator.region.parent if case.initiator.region else None
    if track and term.responsible == "region":
        return track.party.region
    if term.responsible not in Side.values:
        return None
    return next(
        (party.region for party in case.parties.all() if party.side == term.responsible and party.region),
        None,
    )


def _debtor(case: Case, term: Term) -> str:
    """Whose clock it is, where no party owes it: the DPRD, the governor, or a partner that is no region."""
    if term.responsible in DEBTORS:
        return DEBTORS[term.responsible]
    owing = [party for party in case.parties.all() if party.side == term.responsible]
    return "" if any(party.region_id for party in owing) else ", ".join(party.name for party in owing)[:200]


def start_end_reminder(*, actor: User, naskah: Naskah) -> Deadline | None:
    """Remind every party at 90, 60, 30, 7 and 0 days before a text ends (practice of the office).

    None for a text whose end a term of the law watches already.
    """
    if naskah.rule.end_term:
        return None
    case = naskah.case
    start_notice_term(actor=actor, naskah=naskah)
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
        on_lapse="Kerja sama berakhir dengan sendirinya bila tidak diperpanjang.",
        # The reminder leads to where the extension is begun.
        link=f"{naskah.get_absolute_url()}#perpanjangan",
        regions=[party.region for party in case.parties.all() if party.region],
        audience=AUDIENCE,
        remind_days=END_MILESTONES,
    )


def start_notice_term(*, actor: User, naskah: Naskah) -> Deadline | None:
    """Run the term within which the law wants an extension asked for; None where it sets no such term."""
    case, request = naskah.case, naskah.case.pack.request(RequestType.EXTENSION)
    if request is None or not request.notice_months or not (naskah.starts_on and naskah.ends_on):
        return None
    due = add_months(naskah.ends_on, -request.notice_months)
    if due <= naskah.starts_on:
        return None
    return start_deadline(
        actor=actor,
        subject=naskah,
        code="usul_perpanjangan",
        title=f"Usul perpanjangan {naskah.rule.label}: {naskah.title}"[:200],
        legal_basis=request.notice_article,
        explanation=f"Perpanjangan diajukan paling lambat {request.notice_months} bulan sebelum berakhir.",
        base_date=naskah.starts_on,
        base_label="Mulai berlaku",
        length=(due - naskah.starts_on).days,
        unit="day",
        day_type=DayType.CALENDAR,
        responsible_region=case.initiator.region,
        responsible_label="",
        on_lapse="Ajukan segera; persetujuan perpanjangan tidak lagi terjamin sebelum naskah berakhir.",
        link=f"{naskah.get_absolute_url()}#perpanjangan",
        regions=[party.region for party in case.parties.all() if party.region],
        audience=AUDIENCE,
        remind_days=END_MILESTONES,
    )


def close_terms(*, actor: User, case: Case, on: date) -> None:
    """Cancel what still runs when a case ends on a day: its own terms and those of its DPRD tracks.

    A report on a period that had begun by then is owed still, where the law lets it be sent after the end.
    """
    rule = case.pack.report_for(case.kind)
    reports = case.reports.select_related("deadline") if rule and case.state in rule.sent_in else ()
    owed = [row.deadline.code for row in reports if row.deadline and row.span.first <= on]
    running = Deadline.objects.of(case).open().exclude(code__in=owed).values_list("code", flat=True)
    cancel_deadlines(actor=actor, subject=case, codes=list(running))
    for track in case.dprd_tracks.all():
        cancel_deadlines(actor=actor, subject=track)


def is_running(subject: Case | DprdTrack, code: str) -> bool:
    """Whether the term was begun and neither met nor stopped."""
    return Deadline.objects.of(subject).open().filter(code=code).exists()


def has_lapsed(subject: Case | DprdTrack, code: str, on: date) -> bool:
    """Whether the term was begun and its last day lies before the given day."""
    term = Deadline.objects.of(subject).filter(code=code).order_by("-pk").first()
    return term is not None and term.paused_on is None and term.due_on < on

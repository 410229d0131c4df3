"""The reminder of a yearly plan that the parties have not fixed; its day is the office's own (practice, not law)."""

from datetime import date

from django.db import transaction
from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone

from agreements.models import ActionPlan, Naskah, Party
from agreements.services.after_signing import MANAGE
from agreements.services.plans import PLAN_TERM, items_of, needs_plan, term_code
from agreements.services.practice import chosen_days
from ksd.core import clock
from ksd.deadlines.models import Deadline
from ksd.deadlines.services import cancel_deadlines, start_deadline

SETTING = "hari_rencana_aksi"
REMIND = (30, 7, 0)


def open_plan_terms(today: date | None = None) -> int:
    """Begin the reminder of every text in force without a fixed plan for this year; how many were begun.

    Twice changes nothing, and days it did not run are made up for: the day is counted from the year, not from the run.
    """
    day, days = today or clock.today(), chosen_days(SETTING)
    if not days:
        return 0
    fixed = ActionPlan.objects.filter(year=day.year, fixed_on__isnull=False).values("naskah")
    texts = Naskah.objects.in_force(day).exclude(pk__in=fixed).select_related("case")
    parties = Prefetch("case__parties", Party.objects.select_related("region"))
    rows = texts.prefetch_related(parties).order_by("pk").iterator(200)
    return sum(_open(text, day, days) for text in rows if needs_plan(text))


@transaction.atomic
def _open(text: Naskah, day: date, days: int) -> bool:
    """Begin one text's reminder, and stop that of a year gone by; False where it was begun before."""
    Naskah.objects.select_for_update().get(pk=text.pk)
    own = Deadline.objects.of(text)
    past = own.open().filter(code__startswith=f"{PLAN_TERM}.").exclude(code=term_code(day.year))
    cancel_deadlines(actor=None, subject=text, codes=list(past.values_list("code", flat=True)))
    if own.filter(code=term_code(day.year)).exists() or _is_fixed(text, day.year):
        return False
    case, base = text.case, _since(text, day.year)
    article = next((item.article for item in items_of(case) if item.article), "")
    start_deadline(
        actor=None,
        subject=text,
        code=term_code(day.year),
        title=f"Rencana aksi {day.year}: {text.title}"[:200],
        legal_basis=article,
        explanation="Harinya ditetapkan kantor; peraturan tidak menyebut tanggal. Terpenuhi ketika semua pihak menyetujuinya.",
        base_date=base,
        base_label="Awal tahun, atau hari naskah berlaku atau dicatat",
        length=max(1, min(days, (date(day.year, 12, 31) - base).days)),
        responsible_label="Para pihak",
        on_lapse="Kegiatannya belum dapat dianggarkan para pihak.",
        link=reverse("agreements:plans", args=[case.public_id]),
        regions=[party.region for party in case.acting_parties if party.region],
        audience=MANAGE,
        remind_days=REMIND,
    )
    return True


def _is_fixed(text: Naskah, year: int) -> bool:
    return ActionPlan.objects.filter(naskah=text, year=year, fixed_on__isnull=False).exists()


def _since(text: Naskah, year: int) -> date:
    """The first day on which the plan could have been asked for: of the year, of the text, of its record here."""
    entered = timezone.localtime(text.created_at).date() if text.from_archive else None
    return max(row for row in (date(year, 1, 1), text.starts_on, entered) if row)

"""The steps of a period's life."""

from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotReady, StaleForm
from ksd.core.words import long_date
from ksd.mapping.models import Period, PeriodEvent
from ksd.mapping.services.access import lock_period, require_manager, write_event
from ksd.mapping.services.needs import effects_of, follows_step, lacking
from ksd.mapping.services.telling import tell_participants
from ksd.mapping.services.terms import start_terms, stop_terms
from ksd.mapping.workflow import Step, step, steps_from


@transaction.atomic
def take_step(
    *, actor: User, period: Period, code: str, reason: str = "", seen_state: str | None = None
) -> PeriodEvent:
    """Take one step of the table. Raises NotAllowed, StaleForm, ImpossibleStep, DomainError or NotReady."""
    row = lock_period(period)
    require_manager(actor, row.region)
    if seen_state is not None and seen_state != row.state:
        raise StaleForm(
            _("Sementara halaman ini terbuka, periode berpindah ke “%(state)s”.")
            % {"state": row.get_state_display()},
            remedy=_("Buka kembali halaman periode, lalu pilih langkah yang tersedia."),
        )
    taken = possible_step(row, code)
    reason = reason.strip()
    if taken.reason and not reason:
        raise DomainError(
            _("Alasan wajib diisi untuk “%(step)s”.") % {"step": taken.label},
            remedy=_("Tuliskan alasannya."),
            status=422,
        )
    _require_ready(row, taken)
    row.state, row.revision = taken.target, row.revision + 1
    row.save(update_fields=["state", "revision"])
    event = write_event(row, actor, str(taken.label), reason=reason)
    for effect in effects_of(taken):
        effect(row, event)
    return event


def possible_step(period: Period, code: str) -> Step:
    """The step with this code, if it leaves the period's state; ImpossibleStep otherwise."""
    taken = step(code)
    if taken is None or taken not in steps_from(period.state):
        raise ImpossibleStep(
            _("“%(step)s” tidak dapat dilakukan: periode kini berada pada “%(state)s”.")
            % {"step": taken.label if taken else code, "state": period.get_state_display()},
            remedy=_("Buka halaman periode ini, lalu pilih langkah yang tersedia."),
        )
    return taken


def _require_ready(period: Period, taken: Step) -> None:
    lacks = lacking(period, taken)
    if lacks:
        raise NotReady(
            _("“%(step)s” belum dapat dilakukan. %(lacks)s")
            % {"step": taken.label, "lacks": " ".join(lacks)},
            findings=tuple(lacks),
            remedy=_("Lengkapi yang kurang, lalu ulangi."),
        )


@follows_step("buka", "buka_kembali")
def _terms_run(period: Period, event: PeriodEvent) -> None:
    """The silent get their term, and count as told today."""
    start_terms(event.actor, period)
    period.answers.filter(submitted_at=None).update(reminded_on=clock.today())


@follows_step("tutup", "batalkan")
def _terms_end(period: Period, event: PeriodEvent) -> None:
    stop_terms(event.actor, period)


@follows_step("buka", "tutup", "buka_kembali", "sepakati", "tinjau_kembali", "batalkan")
def _participants_are_told(period: Period, event: PeriodEvent) -> None:
    """Everybody asked hears of every step, with its reason."""
    until = _("Batas waktu pengisian: %s.") % long_date(period.deadline) if period.deadline else ""
    body = [event.reason, until if period.is_open else "", period.guidance if period.is_open else ""]
    tell_participants(
        period,
        f"langkah:{event.pk}",
        _("%(period)s: %(state)s") % {"period": period, "state": period.get_state_display()},
        body="\n\n".join(line for line in body if line),
    )

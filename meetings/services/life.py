"""The steps of a meeting's life."""

from django.db import transaction
from django.utils.translation import gettext as _

from ksd.accounts.models import User
from ksd.core import clock
from ksd.core.errors import DomainError, ImpossibleStep, NotReady, StaleForm
from meetings.models import Meeting, MeetingEvent
from meetings.services.access import lock_meeting, require_manager, touch, write_event
from meetings.services.needs import effects_of, lacking
from meetings.workflow import Step, step, steps_from


@transaction.atomic
def change_state(
    *, actor: User, meeting: Meeting, code: str, reason: str = "", seen_state: str | None = None
) -> MeetingEvent:
    """Take one step of the table. Raises NotAllowed, StaleForm, ImpossibleStep, NotReady or DomainError."""
    row = lock_meeting(meeting)
    require_manager(actor, row.organiser)
    if seen_state is not None and seen_state != row.state:
        raise StaleForm(
            _("Sementara halaman ini terbuka, rapat berpindah ke “%(state)s”.")
            % {"state": row.get_state_display()},
            remedy=_("Buka kembali halaman rapat, lalu pilih langkah yang tersedia."),
        )
    taken = possible_step(row, code)
    reason = reason.strip()
    if taken.reason == "required" and not reason:
        raise DomainError(
            _("Alasan wajib diisi untuk “%(step)s”.") % {"step": taken.label}, remedy=_("Tuliskan alasannya.")
        )
    _require_ready(row, taken)
    source, row.state, row.state_since = row.state, taken.target, clock.today()
    row.revision += 1
    row.save(update_fields=["state", "state_since", "revision"])
    event = write_event(row, actor, taken.code, source, reason)
    touch(row)
    for effect in effects_of(taken):
        effect(row, event)
    return event


def possible_step(meeting: Meeting, code: str) -> Step:
    """The step with this code, if it leaves the meeting's state; ImpossibleStep otherwise."""
    taken = step(code)
    if taken not in steps_from(meeting.state):
        raise ImpossibleStep(
            _("“%(step)s” tidak dapat dilakukan: rapat kini berada pada “%(state)s”.")
            % {"step": taken.label, "state": meeting.get_state_display()},
            remedy=_("Buka halaman rapat ini, lalu pilih langkah yang tersedia."),
        )
    return taken


def _require_ready(meeting: Meeting, taken: Step) -> None:
    lacks = lacking(meeting, taken)
    if lacks:
        raise NotReady(
            _("“%(step)s” belum dapat dilakukan. %(lacks)s")
            % {"step": taken.label, "lacks": " ".join(lacks)},
            findings=tuple(lacks),
            remedy=_("Lengkapi yang kurang, lalu ulangi."),
        )

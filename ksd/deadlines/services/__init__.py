"""Acts on deadlines and notices."""

from ksd.deadlines.notices import Matter, matter_source, notify, sweep_mail, sweep_reminders
from ksd.deadlines.services.overriding import override_deadline, recount_deadlines
from ksd.deadlines.services.pausing import pause_deadline, paused_days, resume_deadline
from ksd.deadlines.services.reading import mark_all_read, mark_read
from ksd.deadlines.services.running import (
    END_DATE_MILESTONES,
    TERM_MILESTONES,
    cancel_deadlines,
    meet_deadline,
    start_deadline,
)

__all__ = [
    "END_DATE_MILESTONES",
    "TERM_MILESTONES",
    "Matter",
    "cancel_deadlines",
    "mark_all_read",
    "mark_read",
    "matter_source",
    "meet_deadline",
    "notify",
    "override_deadline",
    "pause_deadline",
    "paused_days",
    "recount_deadlines",
    "resume_deadline",
    "start_deadline",
    "sweep_mail",
    "sweep_reminders",
]

"""Reminders that an electronic signature was asked for: the last day of its link, an office's own day, never law."""

from agreements.models import SignRequest
from ksd.accounts.models import User
from ksd.core import clock
from ksd.deadlines.services import cancel_deadlines, meet_deadline, start_deadline

CODE = "tte"
AUDIENCE = "agreements.sign"
REMIND_DAYS = (7, 3, 1, 0)


def start_request_term(*, actor: User, request: SignRequest) -> None:
    """Remind the party before the link lapses."""
    row, naskah = request.row, request.row.naskah
    own = naskah.case.initiator.region
    start_deadline(
        actor=actor,
        subject=request,
        code=CODE,
        title=f"Tanda tangan elektronik {row.party.short_name}: {naskah.rule.label}"[:120]
        + f" {naskah.title}"[:80],
        explanation="Kebiasaan kantor: tautan tanda tangan elektronik berakhir pada hari ini.",
        base_date=clock.today(),
        base_label="Permintaan tanda tangan elektronik",
        length=(request.expires_on - clock.today()).days,
        responsible_region=row.party.region or own,
        responsible_label="" if row.party.region else row.party.short_name,
        on_lapse="Minta tanda tangan sekali lagi, atau tandatangani di atas kertas.",
        link=naskah.get_absolute_url(),
        regions=[region for region in {row.party.region, own} if region],
        audience=AUDIENCE,
        remind_days=REMIND_DAYS,
    )


def meet_request_term(*, actor: User, request: SignRequest) -> None:
    """Note that it was signed."""
    meet_deadline(actor=actor, subject=request, code=CODE, on=clock.today())


def stop_request_term(*, actor: User, request: SignRequest) -> None:
    """Stop the reminders of a request that is over."""
    cancel_deadlines(actor=actor, subject=request, codes=(CODE,))

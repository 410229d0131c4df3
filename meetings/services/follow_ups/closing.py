"""What follow-ups mean for the life of their meeting: handed over once agreed, all settled before it is closed."""

from django.utils.translation import ngettext

from meetings.models import FollowUp, Meeting, MeetingEvent
from meetings.services.follow_ups.terms import hand_over
from meetings.services.needs import follows_step, needed_for


@follows_step("tindak_lanjuti")
def hand_over_agreed(meeting: Meeting, event: MeetingEvent) -> None:
    """Start the terms and tell the owners."""
    hand_over(actor=event.actor, meeting=meeting)


@needed_for("selesaikan")
def nothing_left(meeting: Meeting) -> str:
    """Say how many are neither verified, nor stopped, nor taken along into a later meeting."""
    left = FollowUp.objects.unsettled_in(meeting).count()
    sentence = ngettext(
        "%(count)s tindak lanjut belum diverifikasi, dihentikan, atau dibawa ke rapat berikutnya.",
        "%(count)s tindak lanjut belum diverifikasi, dihentikan, atau dibawa ke rapat berikutnya.",
        left,
    )
    return sentence % {"count": left} if left else ""

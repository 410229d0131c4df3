"""Which letter about a meeting stands, whether it still tells the truth, and which one is due."""

from django.utils.translation import gettext as _

from ksd.core import clock
from meetings.choices import LetterKind, MeetingState
from meetings.documents.invitations import told_by
from meetings.models import Meeting, MeetingLetter
from meetings.services.needs import needed_for

DRAFTABLE = (
    MeetingState.RENCANA,
    MeetingState.DISETUJUI,
    MeetingState.UNDANGAN_TERKIRIM,
    MeetingState.BERLANGSUNG,
)


def standing_letter(meeting: Meeting) -> MeetingLetter | None:
    """The last letter that went out and whose number stands."""
    return MeetingLetter.objects.standing().filter(meeting=meeting).select_related("number", "paper").first()


def tells_the_truth(letter: MeetingLetter | None, meeting: Meeting) -> bool:
    """Whether a letter calls people to the day, the hours and the place as they are planned now."""
    if letter is None or letter.calls_off:
        return False
    now = told_by(meeting, cancelled=False)
    return all(letter.told.get(name) == now[name] for name in ("starts_at", "ends_at", "place"))


@needed_for("kirim_undangan")
def letter_lacking(meeting: Meeting) -> str:
    """The step "undangan terkirim" stands on a letter that tells of the present day and place."""
    if tells_the_truth(standing_letter(meeting), meeting):
        return ""
    return _("Belum ada surat yang terbit dengan waktu dan tempat yang berlaku sekarang (halaman Undangan).")


def letter_kind_open(meeting: Meeting, standing: MeetingLetter | None) -> str:
    """Which letter may be drawn up now; empty when none."""
    if standing is None:
        return LetterKind.UNDANGAN if meeting.state in DRAFTABLE and meeting.ends_at > clock.now() else ""
    if meeting.state == MeetingState.DIBATALKAN:
        return "" if standing.kind == LetterKind.PEMBATALAN else LetterKind.PEMBATALAN
    if meeting.state == MeetingState.DITUNDA:
        return "" if standing.calls_off else LetterKind.PERUBAHAN
    return LetterKind.PERUBAHAN if meeting.state in DRAFTABLE and meeting.ends_at > clock.now() else ""


def letter_due(meeting: Meeting, standing: MeetingLetter | None) -> str:
    """Why a letter must go out now, as a sentence; empty when people know what is so."""
    if standing is None:
        return ""
    if not letter_kind_open(meeting, standing):
        return ""
    if meeting.state == MeetingState.DIBATALKAN:
        return _(
            "Rapat dibatalkan sesudah undangan terbit. Kirim surat pembatalan agar kalender peserta ikut berubah."
        )
    if meeting.state == MeetingState.DITUNDA:
        return _(
            "Rapat ditunda sesudah undangan terbit. Kirim surat perubahan; entri kalender peserta akan dihapus."
        )
    if tells_the_truth(standing, meeting):
        return ""
    return _("Waktu atau tempat berubah sesudah surat terbit. Kirim surat perubahan kepada semua peserta.")

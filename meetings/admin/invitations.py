"""Admin of invitations: whom a meeting invites, its letters, the mails; never the secret of a link. Read only."""

from django.contrib import admin

from ksd.core.admin import ReadOnlyInline
from meetings.admin.scoped import OfMeetingsOrganised
from meetings.models import ActLink, AnswerEntry, Invitee, MeetingLetter, Sending


class AnswerInline(ReadOnlyInline):
    """Every answer as it was given."""

    model = AnswerEntry


@admin.register(Invitee)
class InviteeAdmin(OfMeetingsOrganised):
    """Lines of the lists of invitees with what they answered."""

    list_display = ("__str__", "meeting", "role", "answer", "people", "answered_through", "withdrawn_at")
    list_filter = ("answer", "role", ("withdrawn_at", admin.EmptyFieldListFilter))
    list_select_related = ("meeting", "region", "office")
    search_fields = ("title", "name", "organisation", "region__name", "meeting__title", "public_id")
    inlines = (AnswerInline,)


@admin.register(MeetingLetter)
class MeetingLetterAdmin(OfMeetingsOrganised):
    """Letters about meetings: invitation, change, cancellation."""

    list_display = ("meeting", "kind", "sequence", "number", "dated", "issued_at")
    list_filter = ("kind",)
    list_select_related = ("meeting", "number")
    search_fields = ("meeting__title", "number__number", "signer_name")
    date_hierarchy = "issued_at"


@admin.register(Sending)
class SendingAdmin(OfMeetingsOrganised):
    """Mails to invitees: which went out, which failed and why."""

    meeting = "letter__meeting"
    list_display = ("invitee", "letter", "round", "state", "email", "attempts", "sent_at", "trouble")
    list_filter = ("state",)
    list_select_related = ("invitee__region", "invitee__office", "letter__meeting")
    search_fields = ("email", "letter__meeting__title")
    date_hierarchy = "queued_at"


@admin.register(ActLink)
class ActLinkAdmin(OfMeetingsOrganised):
    """Links of invitees: for what, how long, used or not. Nobody can read the address out of them."""

    meeting = "invitee__meeting"
    list_display = ("act", "invitee", "created_at", "expires_at", "opened_at", "used_at", "revoked_at")
    list_filter = ("act", ("used_at", admin.EmptyFieldListFilter))
    list_select_related = ("invitee__region", "invitee__office")
    search_fields = ("invitee__title", "invitee__name", "invitee__meeting__title")

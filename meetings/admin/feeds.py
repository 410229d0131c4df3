"""Admin of subscriptions to the calendar: who has one and when it was read, never its address."""

from django.contrib import admin

from ksd.core.admin import OfPeopleInSight
from meetings.models import CalendarFeed


@admin.register(CalendarFeed)
class CalendarFeedAdmin(OfPeopleInSight):
    """Subscriptions of people in sight."""

    person = "user"
    list_display = ("user", "region", "created_at", "read_at", "revoked_at")
    list_filter = (("revoked_at", admin.EmptyFieldListFilter),)
    list_select_related = ("user", "region")
    search_fields = ("user__username", "user__full_name", "region__name")

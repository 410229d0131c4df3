"""Addresses of the calendar and of its subscriptions."""

from django.urls import path

from meetings.views import calendar, feeds

urlpatterns = [
    path("kalender/", calendar.calendar, name="calendar"),
    path("langganan/", feeds.feeds, name="feeds"),
    path("langganan/<int:pk>/ganti/", feeds.feed_rotate, name="feed_rotate"),
    path("langganan/<int:pk>/cabut/", feeds.feed_revoke, name="feed_revoke"),
    path("kalender/<str:token>.ics", feeds.feed, name="feed"),
]

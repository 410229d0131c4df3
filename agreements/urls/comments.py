"""Addresses of comments."""

from django.urls import path

from agreements.views import comments

urlpatterns = [
    path("<slug:public_id>/komentar/", comments.comments, name="comments"),
    path("<slug:public_id>/komentar/<int:pk>/tarik/", comments.comment_withdraw, name="comment_withdraw"),
]

"""A person's own page, and the table of who may do what."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
@login_required
def profile(request: HttpRequest) -> HttpResponse:
    """Show who I am here and which roles I hold."""
    return render(request, "accounts/profile.html")


@require_safe
@login_required
def permissions(request: HttpRequest) -> HttpResponse:
    """Show every role, what it may do, and what it may see."""
    return render(request, "accounts/permissions.html")

"""The first page and my work."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Show where the work stands."""
    return render(request, "office/home.html")


@require_safe
@login_required
def my_work(request: HttpRequest) -> HttpResponse:
    """Show what waits for me and what waits for others."""
    return render(request, "office/my_work.html")

"""One click that mends a finding of the law check."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import SuspiciousOperation
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from agreements.forms.naskah import SeenForm
from agreements.services.repairing import repair_finding
from agreements.views.access import person
from agreements.views.editing import draft_or_refuse


@login_required
@require_POST
def finding_repair(request: HttpRequest, public_id: str, key: str) -> HttpResponse:
    """Mend one finding; the wording before stays on the list of versions."""
    text = draft_or_refuse(request, public_id)
    form = SeenForm(request.POST)
    if not form.is_valid():
        raise SuspiciousOperation("repair without version or token")
    back = f"{text.get_absolute_url()}#temuan"
    seen_number: int = form.cleaned_data["seen_number"]
    with transaction.atomic():
        form.claim(person(request), back)
        version, finding = repair_finding(
            actor=person(request), naskah=text, key=key, seen_number=seen_number
        )
    done = _("Diperbaiki dan disimpan sebagai versi %(number)d: %(message)s")
    messages.success(request, done % {"number": version.number, "message": finding.message})
    return redirect(back)

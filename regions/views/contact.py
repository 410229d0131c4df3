"""The page on which a region says where it is reached."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from regions.forms import ContactForm
from regions.services.contact import require_keeper, set_contact
from regions.views.access import region_or_404
from regions.views.register import crumbs


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def contact(request: HttpRequest, code: str) -> HttpResponse:
    """Write down address, telephone and e-mail of a region."""
    region = region_or_404(code)
    require_keeper(request.user, region)  # type: ignore[arg-type]  # signed in
    form = ContactForm(request.POST if request.method == "POST" else None, instance=region)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            form.claim(request.user, region.get_absolute_url())  # type: ignore[arg-type]  # signed in
            set_contact(actor=request.user, region=region, contact=form.contact())  # type: ignore[arg-type]  # signed in
        messages.success(request, _("Alamat %s disimpan.") % region.full_name)
        return redirect(region)
    title = _("Ubah alamat")
    context = {
        "form": form,
        "region": region,
        "title": title,
        "crumbs": crumbs((region.full_name, region.get_absolute_url()), (title, "")),
    }
    status = 422 if form.errors else 200
    return render(request, "regions/directory_form.html", context, status=status)

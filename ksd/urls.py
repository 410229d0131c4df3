"""Where every page of KSD hangs: wiring only."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

admin.site.site_header = "KSD – Administrasi"
admin.site.site_title = "Administrasi KSD"
admin.site.index_title = "Data induk dan pengaturan"
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]  # allauth's limits guard it too

handler400 = "ksd.core.views.bad_request"
handler403 = "ksd.core.views.forbidden"
handler404 = "ksd.core.views.not_found"
handler500 = "ksd.core.views.server_error"

urlpatterns = [
    path("", include("ksd.office.urls")),
    path("", include("ksd.core.urls")),
    path("", include("ksd.deadlines.urls")),
    path("", include("agreements.urls.issued_public")),
    path("", include("meetings.urls.rsvp")),
    path("", include("meetings.urls.check_in")),
    path("kerja-sama/", include("agreements.urls")),
    path("rapat/", include("meetings.urls")),
    path("batas/", include("boundaries.urls")),
    path("pemetaan/", include("ksd.mapping.urls")),
    path("wilayah/", include("regions.urls")),
    path("akun/", include("ksd.accounts.urls")),
    path("akun/", include("allauth.urls")),
    path("bahasa/", include("django.conf.urls.i18n")),
    path("admin/", admin.site.urls),
]

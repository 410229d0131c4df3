"""The roles a person may hold for a region."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person does for a region; what each may do stands in permissions.toml."""

    BIRO_STAFF = "biro_staff", _("Staf Biro Pemerintahan")
    BIRO_HEAD = "biro_head", _("Kepala Biro Pemerintahan")
    TKKSD = "tkksd", _("Anggota TKKSD")
    PD_LIAISON = "pd_liaison", _("Penghubung perangkat daerah pemrakarsa")
    KABKOTA_OFFICER = "kabkota_officer", _("Petugas kerja sama kabupaten/kota")
    HEAD_OF_REGION = "head_of_region", _("Kepala daerah")
    OBSERVER = "observer", _("Pengamat")
    ADMIN = "admin", _("Admin")

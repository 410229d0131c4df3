"""Which signing service this office uses, by setting."""

from django.conf import settings
from django.utils.translation import gettext as _

from agreements.esign.local import LocalProvider
from agreements.esign.provider import ProviderError, SignatureProvider
from agreements.esign.remote import HttpProvider


def is_offered() -> bool:
    """Whether this office signs electronically at all."""
    return settings.KSD_ESIGN in ("uji", "http")


def provider() -> SignatureProvider:
    """The service of this office. Raises ProviderError when there is none."""
    if settings.KSD_ESIGN == "uji":
        return LocalProvider(settings.KSD_ESIGN_FOLDER)
    if settings.KSD_ESIGN == "http" and settings.KSD_ESIGN_URL:
        return HttpProvider(
            settings.KSD_ESIGN_URL, user=settings.KSD_ESIGN_USER, password=settings.KSD_ESIGN_PASSWORD
        )
    raise ProviderError(
        _("Tanda tangan elektronik belum disiapkan pada kantor ini."),
        remedy=_("Tandatangani di atas kertas, atau mintalah admin mengisi KSD_ESIGN."),
    )

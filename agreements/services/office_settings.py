"""The office's answers to what the law leaves open."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from agreements.law import loading
from agreements.law.practice import practice
from agreements.law.schema import Setting
from agreements.models import OfficeSetting
from ksd.accounts.models import User
from ksd.core import clock


def open_settings() -> dict[str, Setting]:
    """Every open setting of the newest packs and of practice, by code; packs that ask the same thing share it."""
    packs = [loading.latest(code) for code in loading.codes()]
    asked = [row for pack in packs for row in pack.settings]
    return {row.code: row for row in (*asked, *practice().settings)}


def check_setting(code: str, value: str) -> None:
    """Refuse an unknown question, and a value that is none of its options. Raises ValidationError."""
    rule = open_settings().get(code)
    if rule is None:
        raise ValidationError(_("Pengaturan ini tidak dikenal oleh paket hukum mana pun."))
    if rule.options and value not in dict(rule.options):
        labels = ", ".join(label for _value, label in rule.options)
        raise ValidationError(_("Pilih salah satu: %s.") % labels)
    if not rule.options and rule.default.isdigit() and not value.isdigit():
        raise ValidationError(_("Isi dengan bilangan bulat, misalnya %s.") % rule.default)


@transaction.atomic
def change_setting(*, actor: User, setting: OfficeSetting) -> OfficeSetting:
    """Keep the office's answer with who gave it and when; running terms keep the count they began with."""
    check_setting(setting.code, setting.value)
    setting.changed_by, setting.changed_at = actor, clock.now()
    setting.save()
    return setting

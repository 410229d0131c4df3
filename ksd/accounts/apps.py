"""Django's entry to the accounts app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who signs in, for which region, in which role."""

    name = "ksd.accounts"
    label = "accounts"
    verbose_name = "Akun dan peran"

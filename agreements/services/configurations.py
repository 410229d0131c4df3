"""Which configuration of UU 23/2014 Pasal 364 ayat (2) the regions of a case form, and who would take it over."""

from agreements.law.configuration import Place, configurations
from agreements.law.schema import Configuration
from agreements.models import Case
from regions.choices import Level
from regions.models import Region


def configurations_of(case: Case) -> list[Configuration]:
    """The configurations the parties form, from prefetched parties; empty for a kind that knows none."""
    regions = [party.region for party in case.parties.all() if party.region]
    places = [_place(region) for region in regions if region.level != Level.NEGARA]
    return configurations(case.kind_rule, places)


def _place(region: Region) -> Place:
    """The region as the law asks: its level and its province (named here by the key of its row)."""
    if region.level == Level.PROVINSI:
        return Place("provinsi", str(region.pk))
    return Place("kabupaten_kota", str(region.parent_id))

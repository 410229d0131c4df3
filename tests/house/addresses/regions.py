"""Addresses of regions and their directory."""

from tests.house.addresses.world import HIDDEN, KEPT, NEVER, OPEN, Rule, bare, own_region, row

RULES: dict[str, Rule] = {
    "regions:list": Rule(bare, OPEN, NEVER),
    "regions:urusan": Rule(bare, OPEN, NEVER),
    "regions:legal_bases": Rule(bare, OPEN, NEVER),
    "regions:import": Rule(bare, "403 admin 200 stranger_admin 200", "403 admin 200 stranger_admin 200"),
    "regions:import_detail": Rule(row("upload"), "403 admin 200 stranger_admin 200", "403 admin 400"),
    "regions:office_edit": Rule(row("office"), KEPT, KEPT),
    "regions:official_edit": Rule(row("official"), KEPT, KEPT),
    "regions:mandate": Rule(row("official"), "403/404 observer 403 partner 403", NEVER),
    "regions:detail": Rule(own_region, OPEN, NEVER),
    "regions:contact": Rule(own_region, KEPT, "403/422 observer 403 partner 403"),
    "regions:emblem": Rule(own_region, NEVER, "403/302 observer 403 partner 403"),
    "regions:emblem_image": Rule(own_region, HIDDEN, NEVER),
    "regions:office_add": Rule(own_region, KEPT, KEPT),
    "regions:official_add": Rule(own_region, KEPT, KEPT),
}

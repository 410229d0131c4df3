"""A telephone with scripts off is enough to propose."""

from tests.browser import steps


def test_a_proposal_is_submitted_on_a_telephone_without_scripts(seat):
    desk = seat("petugas.kukar", width=390, java_script_enabled=False)
    steps.propose(desk, "Ambulans Sungai Perbatasan")
    desk.reads("Giliran", "Kabupaten Kutai Kartanegara")


def test_the_menu_opens_on_a_telephone_without_scripts(seat):
    desk = seat("petugas.kukar", width=390, java_script_enabled=False)
    desk.open("/")
    desk.page.get_by_text("Menu", exact=True).click()
    desk.page.get_by_role("navigation", name="Menu utama").get_by_role("link", name="Kalender").click()
    desk.reads("2026")

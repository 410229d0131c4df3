"""Whoever works by keys sees where they are, and need not walk the menu on every page."""

import pytest
from playwright.sync_api import expect

RING = """() => {
  const node = document.activeElement, look = getComputedStyle(node);
  const seen = (style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
    || style.boxShadow !== 'none';
  const label = node.id && document.querySelector(`label[for="${node.id}"]`);
  const shown = seen(look) || (label && seen(getComputedStyle(label)));
  return shown || node === document.body ? '' : node.outerHTML.slice(0, 100);
}"""


def test_the_first_key_offers_to_skip_the_menu(seat):
    page = seat("petugas.kukar").open("/kerja-sama/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Langsung ke isi")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("#isi")).to_be_focused()


@pytest.mark.parametrize("path", ["/", "/kerja-sama/", "/kerja-sama/baru/", "/wilayah/", "/akun/profil/"])
def test_the_focus_is_seen_wherever_it_goes(seat, path):
    page = seat("petugas.kukar").open(path)
    hidden = []
    for _step in range(25):
        page.keyboard.press("Tab")
        hidden.append(page.evaluate(RING))
    assert list(filter(None, hidden)) == []


def test_the_menu_of_a_person_opens_and_closes_by_keys(seat):
    page = seat("petugas.kukar").open("/")
    page.locator("details.ksd-drop summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Profil saya")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Profil saya")).to_be_hidden()

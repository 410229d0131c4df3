// What was typed before and never saved: from this browser, and from the server (another device).
import { button, clock, h, same, t } from "editor/dom";

export class Restoring {
  constructor(desk, store, line, state) {
    Object.assign(this, { desk, store, line });
    this.rows = {};
    this.stamps = {};
    this.silent = {}; // drafts that say nothing new; the next keystroke goes on from them
    for (const row of state.drafts) {
      this.rows[row.key] = row;
      this.stamps[row.key] = row.stamp;
    }
    for (const [key, row] of Object.entries(store.left())) {
      if (!this.rows[key] || this.rows[key].at < row.at) this.rows[key] = { key, ...row };
    }
    const order = this.rows.urutan?.content || state.parts.urutan;
    for (const [key, row] of Object.entries(this.rows)) {
      const lost = key.startsWith("pasal-") && !order.includes(key.slice(6)) && !state.parts.urutan.includes(key.slice(6));
      if (!lost && !same(row.content, state.parts[key])) continue;
      delete this.rows[key];
      if (key in this.stamps) this.silent[key] = this.stamps[key];
    }
  }

  offer(sync, page) {
    const rows = Object.values(this.rows);
    Object.assign(sync.stamps, this.silent);
    if (!rows.length) {
      this.store.forget();
      return;
    }
    const at = rows.map((row) => row.at).sort().at(-1);
    const names = rows.map((row) => this.name(row.key)).join(", ");
    const bar = h("div", { class: "ed-offer", role: "status" },
      h("p", {}, t("offer", { at: clock(at), names })),
      h("div", { class: "ksd-buttons" },
        button(t("go_on"), "writing", { class: "btn btn-primary", onclick: () => this.takeUp(sync, page, bar) }),
        button(t("throw_away"), "trash", { class: "btn", onclick: () => this.throwAway(sync, bar) })));
    document.getElementById("meja-isi").before(bar);
  }

  name(key) {
    if (!key.startsWith("pasal-")) return t(key);
    const number = this.desk.parts.urutan.indexOf(key.slice(6)) + 1;
    return number ? `Pasal ${number}` : t("new_pasal");
  }

  takeUp(sync, page, bar) {
    Object.assign(sync.stamps, this.stamps);
    for (const { key, content, base } of Object.values(this.rows)) {
      this.desk.takeUp(key, content, Math.min(base, this.desk.number));
    }
    this.store.forget();
    bar.remove();
    page.draw();
    sync.changed(Object.keys(this.rows));
  }

  async throwAway(sync, bar) {
    const pieces = Object.entries(this.stamps).map(([key, seen]) => ({ key, base: 1, content: null, seen }));
    try {
      if (pieces.length) await this.line.send("draf", { pieces });
    } catch (error) {
      sync.failed(error);
      return;
    }
    this.store.forget();
    bar.remove();
  }
}

// The bar above the blocks: undo, pickers, preview, saving, and in words how things stand.
import { clock, h, t } from "editor/dom";
import { clausePicker, dialog, referencePicker, tokenPicker } from "editor/dialogs";
import { preview } from "editor/preview";

const LOGIN = "/akun/login/?next=";

export class Toolbar {
  constructor(meja, { desk, page, sync, values, state }) {
    Object.assign(this, { meja, desk, page, sync, values, state });
    this.onsave = () => {};
    this.find = (name) => meja.querySelector(`[data-alat="${name}"]`);
    const acts = {
      urungkan: () => desk.undo(), ulangi: () => desk.redo(), simpan: () => this.save(),
      rujukan: () => referencePicker(desk.parts, (token) => this.insert(token)),
      isian: () => tokenPicker(state.tokens, (token) => this.insert(token)),
      pasal: () => this.addPasal(),
      pratinjau: () => dialog(t("preview"), preview(desk.parts, values)),
      segarkan: () => this.refresh(),
    };
    meja.addEventListener("click", (event) => acts[event.target.closest("[data-alat]")?.dataset.alat]?.());
    document.addEventListener("keydown", (event) => this.key(event, acts));
    desk.addEventListener("change", () => this.buttons());
    sync.addEventListener("state", ({ detail }) => this.standing(detail));
    sync.addEventListener("people", ({ detail }) => this.people(detail));
    this.buttons();
  }

  key(event, acts) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector("dialog[open]")) return;
    const name = { z: event.shiftKey ? "ulangi" : "urungkan", y: "ulangi", s: "simpan" }[event.key.toLowerCase()];
    if (!name || event.target.matches?.("input")) return;
    event.preventDefault();
    acts[name]();
  }

  buttons() {
    this.find("urungkan").disabled = !this.desk.past.length;
    this.find("ulangi").disabled = !this.desk.future.length;
    const count = this.desk.changed.length;
    this.find("simpan").disabled = count === 0;
    this.meja.querySelector("[data-versi]").textContent = t("on_version", { number: this.desk.number });
  }

  insert(token) {
    if (!this.page.insert(token)) this.say(t("where_to_insert"));
  }

  addPasal() {
    const { desk, commands, state } = this;
    clausePicker(state.library, desk.parts.urutan, (code) => {
      const row = state.library.find((each) => each.code === code);
      const place = this.page.last?.dataset.key?.replace(/^pasal-/, "");
      const after = desk.parts.urutan.includes(place) ? desk.parts.urutan.indexOf(place) : desk.parts.urutan.length - 1;
      const own = `pasal_tambahan_${Date.now().toString(36)}`;
      commands.addPasal(code || own, row?.title || "", row?.ayat || [{ text: "", huruf: [] }], after);
    });
  }

  async save() {
    const note = this.meja.querySelector("[name=catatan]");
    if (await this.onsave(note.value)) note.value = "";
  }

  async refresh() {
    try {
      await this.sync.refresh();
      this.meja.querySelector("[data-baru]").hidden = true;
    } catch (error) {
      this.sync.failed(error);
    }
  }

  say(words) {
    this.meja.querySelector("[data-ucapan]").textContent = words;
  }

  standing({ state, message, version }) {
    const line = this.meja.querySelector("[data-keadaan]");
    line.dataset.keadaan = state;
    const now = clock(new Date());
    const words = message || t(`state_${state}`, { at: now, number: version?.number });
    line.replaceChildren(words);
    if (state === "ended") line.append(" ", h("a", { href: LOGIN + encodeURIComponent(location.pathname), target: "_blank" }, t("sign_in_again")));
    this.buttons();
  }

  people({ people, version }) {
    const line = this.meja.querySelector("[data-orang]");
    line.textContent = people.length ? t("also_here", { names: people.map((row) => this.where(row)).join(", ") }) : "";
    const news = this.meja.querySelector("[data-baru]");
    news.hidden = version.number <= this.desk.number;
    news.querySelector("span").textContent = t("newer", { number: version.number, by: version.by, at: clock(version.at) });
  }

  where({ name, part }) {
    const number = this.desk.parts.urutan.indexOf(part.replace(/^pasal-/, "")) + 1;
    if (part.startsWith("pasal-") && number) return `${name} (Pasal ${number})`;
    return part && !part.startsWith("pasal-") ? `${name} (${t(part)})` : name;
  }
}

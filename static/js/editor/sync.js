// Keeping what is typed: at once in this browser, soon on the server; saving it as a version when asked.
import { Away, Ended, Refused } from "editor/line";

const SOON = 1200;
const RETRY = 5000;
const BEAT = 15000;

export class Sync extends EventTarget {
  constructor(desk, store, line) {
    super();
    Object.assign(this, { desk, store, line });
    this.stamps = {};
    this.kept = {}; // key → the revision the server has as a draft
    this.busy = false;
    this.stopped = false;
    desk.addEventListener("change", (event) => this.changed(event.detail.keys));
    window.addEventListener("online", () => this.flush());
    document.addEventListener("visibilitychange", () => this.flush());
    window.setInterval(() => this.beat(), BEAT);
  }

  tell(state, detail = {}) {
    this.state = state;
    this.dispatchEvent(new CustomEvent("state", { detail: { state, ...detail } }));
  }

  changed(keys) {
    const open = new Set(this.desk.changed);
    for (const key of keys) {
      if (open.has(key) && this.desk.parts[key] !== undefined) {
        this.store.put(key, this.desk.bases[key], this.desk.parts[key]);
      } else this.store.drop(key);
    }
    if (!keys.length) return;
    this.tell(this.store.full ? "full" : "local");
    this.soon(SOON);
  }

  soon(delay) {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.flush(), delay);
  }

  // Pieces the server does not have as they stand now; null throws its draft away.
  waiting() {
    const open = new Set(this.desk.changed);
    return Object.keys(this.desk.revisions)
      .filter((key) => this.kept[key] !== this.desk.revisions[key])
      .map((key) => {
        const stands = open.has(key) && this.desk.parts[key] !== undefined;
        const content = stands ? this.desk.parts[key] : null;
        return { key, base: this.desk.bases[key] || this.desk.number, content, seen: this.stamps[key] || 0 };
      })
      .filter((piece) => piece.content !== null || piece.seen);
  }

  async flush() {
    window.clearTimeout(this.timer);
    if (this.busy || this.saving || this.stopped) return;
    const pieces = this.waiting();
    if (!pieces.length) return;
    const revisions = Object.fromEntries(pieces.map(({ key }) => [key, this.desk.revisions[key]]));
    this.busy = true;
    try {
      const answer = await this.line.send("draf", { pieces });
      this.arrived(pieces, revisions, answer);
    } catch (error) {
      this.failed(error);
    } finally {
      this.busy = false;
    }
    if (this.state === "draft" && this.waiting().length) this.soon(SOON);
  }

  arrived(pieces, revisions, { stamps, elsewhere }) {
    const held = new Set(elsewhere.map((row) => row.key));
    for (const { key, content } of pieces.filter((piece) => !held.has(piece.key))) {
      if (content === null) delete this.stamps[key];
      else this.stamps[key] = stamps[key];
      this.kept[key] = revisions[key];
      if (this.desk.revisions[key] === revisions[key]) this.store.drop(key);
    }
    if (!this.saving) this.tell("draft");
    if (elsewhere.length) this.dispatchEvent(new CustomEvent("elsewhere", { detail: elsewhere }));
  }

  failed(error) {
    if (error instanceof Away) {
      this.tell("away");
      this.soon(RETRY);
    } else if (error instanceof Ended) {
      this.tell("ended");
      this.soon(RETRY * 4);
    } else if (error instanceof Refused) {
      this.stopped = error.status === 409 || error.status === 404 || error.status === 403;
      this.tell("refused", { message: error.message });
    } else throw error;
  }

  // Save everything that differs as the next version; the clashes when somebody changed the same, else null.
  async save(note) {
    const keys = this.desk.changed;
    if (!keys.length || this.saving) return null;
    this.saving = true; // a draft on its way arrives first, so that it is not kept beside its own version
    window.clearTimeout(this.timer);
    while (this.busy) await new Promise((done) => window.setTimeout(done, 50));
    const { desk } = this;
    const pieces = keys.map((key) => ({ key, base: desk.bases[key], content: desk.parts[key] ?? null }));
    const sent = Object.fromEntries(keys.map((key) => [key, desk.revisions[key]]));
    this.tell("saving");
    try {
      const state = await this.line.send("simpan", { pieces, note });
      keys.forEach((key) => delete this.stamps[key]);
      keys.forEach((key) => (this.kept[key] = sent[key]));
      desk.adopt(state, sent);
      this.tidy();
      this.tell("saved", { version: state.version });
      return null;
    } catch (error) {
      if (error instanceof Refused && error.clashes) {
        this.tell("clash");
        return error.clashes;
      }
      if (error instanceof Refused) this.tell("refused", { message: error.message });
      else this.failed(error);
      return null;
    } finally {
      this.saving = false;
    }
  }

  // Forget here what is part of a version; keep what was typed since.
  tidy() {
    const open = new Set(this.desk.changed);
    for (const key of Object.keys(this.desk.revisions)) {
      if (!open.has(key)) this.store.drop(key);
      else this.store.put(key, this.desk.bases[key], this.desk.parts[key]);
    }
    if (open.size) this.soon(SOON);
  }

  // Take the newest version, keeping what is typed here.
  async refresh() {
    const state = await this.line.state();
    this.desk.adopt(state);
    this.tidy();
    return state;
  }

  async beat(part = document.activeElement?.dataset?.key || "") {
    if (document.hidden || this.stopped) return;
    try {
      const answer = await this.line.send("hadir", { part });
      this.dispatchEvent(new CustomEvent("people", { detail: answer }));
      if (this.state === "away" || this.state === "ended") this.flush();
    } catch (error) {
      this.failed(error);
    }
  }
}

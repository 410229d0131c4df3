// The text as it stands in this browser: its pieces, what of them is not saved yet, undo and redo.
import { same } from "editor/dom";

const MOST = 300;
const ONE_THOUGHT = 1200; // typing within so many milliseconds is undone at once

export class Desk extends EventTarget {
  constructor(state) {
    super();
    this.parts = { ...state.parts };
    this.newest = state.parts;
    this.version = state.version;
    this.bases = {}; // key → the version a changed piece was written on
    this.before = {}; // key → the piece in that version
    this.revisions = {};
    this.past = [];
    this.future = [];
  }

  get number() {
    return this.version.number;
  }

  // Pieces that differ from the version they were written on.
  get changed() {
    return Object.keys(this.bases).filter(
      (key) => this.bases[key] !== this.number || !same(this.parts[key], this.newest[key]),
    );
  }

  // Put new pieces in place; undefined takes one out. `typing` names the field when it is one more letter.
  apply(changes, { typing = "", focus = null } = {}) {
    const before = {};
    for (const key of Object.keys(changes)) before[key] = this.parts[key];
    const last = this.past.at(-1);
    const now = Date.now();
    if (typing && last && last.typing === typing && now - last.at < ONE_THOUGHT) {
      last.after = { ...changes };
      last.at = now;
    } else {
      this.past.push({ before, after: { ...changes }, typing, at: now, focus: focus && { ...focus } });
      if (this.past.length > MOST) this.past.shift();
    }
    this.future = [];
    this.put(changes, { typing, focus });
  }

  put(changes, detail) {
    for (const [key, content] of Object.entries(changes)) {
      if (!(key in this.bases)) {
        this.bases[key] = this.number;
        this.before[key] = this.newest[key];
      }
      if (content === undefined) delete this.parts[key];
      else this.parts[key] = content;
      this.revisions[key] = (this.revisions[key] || 0) + 1;
    }
    this.dispatchEvent(new CustomEvent("change", { detail: { ...detail, keys: Object.keys(changes) } }));
  }

  undo() {
    const step = this.past.pop();
    if (!step) return;
    this.future.push(step);
    this.put(step.before, { focus: step.focus });
  }

  redo() {
    const step = this.future.pop();
    if (!step) return;
    this.past.push(step);
    this.put(step.after, { focus: step.focus });
  }

  // Take up a piece that was typed earlier, here or on another device.
  takeUp(key, content, base) {
    this.bases[key] = base;
    this.before[key] = base === this.number ? this.newest[key] : undefined;
    this.parts[key] = content;
    this.revisions[key] = (this.revisions[key] || 0) + 1;
  }

  // Stand on another version: what nobody here changed (or was just saved) is taken from it, the rest stays as typed.
  adopt(state, sent = {}) {
    const mine = new Set(this.changed);
    for (const [key, revision] of Object.entries(sent)) {
      if (this.revisions[key] === revision) mine.delete(key);
      else this.bases[key] = state.version.number;
    }
    const foreign = new Set();
    for (const key of new Set([...Object.keys(state.parts), ...Object.keys(this.parts)])) {
      if (mine.has(key)) continue;
      if (!same(this.parts[key], state.parts[key])) foreign.add(key);
      if (key in state.parts) this.parts[key] = state.parts[key];
      else delete this.parts[key];
      delete this.bases[key];
    }
    for (const key of Object.keys(this.bases)) if (!mine.has(key)) delete this.bases[key];
    for (const key of mine) if (sent[key] !== undefined) this.before[key] = state.parts[key];
    // Undoing must not bring back words that stood before somebody else's.
    const clean = (step) => !Object.keys(step.before).some((key) => foreign.has(key));
    this.past = this.past.filter(clean);
    this.future = this.future.filter(clean);
    this.newest = state.parts;
    this.version = state.version;
    this.dispatchEvent(new CustomEvent("change", { detail: { keys: [], adopted: true } }));
  }

  // A person decided about a piece two people changed: it now stands on that version.
  decide(key, content, number) {
    this.put({ [key]: content }, {});
    this.bases[key] = number;
  }
}

// The content with the text at this path replaced.
export function setAt(content, [first, ...rest], value) {
  if (first === undefined) return value;
  const copy = Array.isArray(content) ? content.slice() : { ...content };
  copy[first] = setAt(content[first], rest, value);
  return copy;
}

export const getAt = (content, path) => path.reduce((part, step) => part?.[step], content);

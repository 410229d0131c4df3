// The page of blocks: drawn from the pieces, each block anew only when its own piece changed.
import { readable } from "editor/dialogs";
import { button, h, t } from "editor/dom";
import { getAt, setAt } from "editor/desk";
import { grow } from "editor/fields";
import { reading } from "editor/references";
import { annexes, lines, pasal } from "editor/sections";

const fromTop = 90;

export class Page {
  constructor(root, desk, { required, values, fallbacks }) {
    Object.assign(this, { root, desk, required, values, fallbacks });
    this.drawn = new Map(); // block → {node, content, number}
    this.beside = new Map(); // block → somebody else's wording, shown while one's own is mended
    this.last = null; // the box that was written in last
    desk.addEventListener("change", (event) => this.follow(event.detail));
    root.addEventListener("input", (event) => this.typed(event.target));
    root.addEventListener("focusin", (event) => {
      if (event.target.dataset.path) this.last = event.target;
    });
    this.draw();
  }

  typed(area) {
    if (!area.dataset.path) return;
    const { key } = area.dataset;
    const path = JSON.parse(area.dataset.path);
    const content = setAt(this.desk.parts[key], path, area.value);
    grow(area);
    this.desk.apply({ [key]: content }, { typing: key + area.dataset.path, focus: { key, path } });
  }

  follow({ typing, focus, keys }) {
    if (typing) {
      for (const key of keys) this.drawn.get(key).content = this.desk.parts[key];
      this.readings(this.drawn.get(keys[0]).node);
      return;
    }
    const held = focus ? null : this.place();
    this.draw();
    if (focus) this.focus(focus);
    else if (held) this.focus(held, true);
  }

  blocks() {
    const { parts } = this.desk;
    const order = parts.urutan.map((code, i) => [`pasal-${code}`, i + 1]);
    return [["konsiderans", 0], ["dasar-hukum", 0], ...order.filter(([key]) => parts[key]), ["lampiran", 0]];
  }

  draw() {
    const blocks = this.blocks();
    const wanted = new Set(blocks.map(([key]) => key));
    for (const [key, block] of this.drawn) {
      if (!wanted.has(key)) {
        block.node.remove();
        this.drawn.delete(key);
      }
    }
    let before = null;
    for (const [key, number] of blocks) {
      const node = this.block(key, number);
      const next = before ? before.nextSibling : this.root.firstChild;
      if (node !== next) this.root.insertBefore(node, next);
      before = node;
    }
    this.readings(this.root);
  }

  block(key, number) {
    const content = this.desk.parts[key];
    const known = this.drawn.get(key);
    if (known && known.content === content && known.number === number) return known.node;
    const node = this.make(key, content, number);
    if (this.beside.has(key)) node.querySelector(".card-body").append(this.beside.get(key));
    if (known) known.node.replaceWith(node);
    this.drawn.set(key, { node, content, number });
    return node;
  }

  make(key, content, number) {
    if (key === "lampiran") return annexes(this.desk.parts);
    const code = key.replace(/^pasal-/, "");
    if (number) return pasal(key, content, number, this.required[code], this.fallbacks[code]);
    return lines(key, content, t(key));
  }

  // Somebody else's wording of a block, to write one's own with it before the eyes.
  showBeside({ key, theirs, by }) {
    const close = button(t("close"), "x", { onclick: () => this.hideBeside(key) });
    const lines = (readable(key, theirs, {}) || []).map((text) => h("p", { class: "ed-side-line" }, text));
    this.beside.set(key, h("aside", { class: "ed-beside" }, h("h3", {}, t("beside", { by })), ...lines, close));
    this.drawn.delete(key);
    this.root.querySelector(`[data-block="${CSS.escape(key)}"]`)?.remove();
    this.draw();
  }

  hideBeside(key) {
    this.beside.get(key)?.remove();
    this.beside.delete(key);
  }

  // Under every box with tokens: what each of them prints.
  readings(within) {
    for (const area of within.querySelectorAll(".ed-cell > .ed-box")) {
      const words = area.nextElementSibling;
      this.said(words, area);
    }
  }

  said(words, area) {
    const clause = area.dataset.key.startsWith("pasal-") ? area.dataset.key.slice(6) : "";
    const found = reading(this.desk.parts, this.values, area.value, clause).filter((part) => part.kind);
    const once = new Map(found.map((part) => [part.written, part]));
    const shown = [...once.values()].flatMap(({ written, text, kind, why }, i) => [
      i ? " · " : "", `${written} = `, h("mark", { class: `ed-${kind}` }, kind === "broken" ? why || t("leads_nowhere") : text),
    ]);
    words.hidden = !shown.length;
    words.replaceChildren(t("reads"), " ", ...shown);
  }

  find({ key, path }) {
    const wanted = JSON.stringify(path);
    const boxes = this.root.querySelectorAll(`[data-key="${CSS.escape(key)}"][data-path]`);
    return [...boxes].find((area) => area.dataset.path === wanted) || boxes[0];
  }

  place() {
    const area = document.activeElement;
    if (!area?.dataset?.path || !this.root.contains(area)) return null;
    const { key, path } = area.dataset;
    return { key, path: JSON.parse(path), caret: area.selectionStart };
  }

  focus(place, quietly = false) {
    const area = this.find(place);
    if (!area || (quietly && document.activeElement === area)) return;
    area.focus({ preventScroll: quietly });
    const caret = place.caret ?? area.value.length;
    area.setSelectionRange(caret, caret);
    const top = area.getBoundingClientRect().top;
    if (!quietly && top < fromTop) window.scrollBy(0, top - fromTop);
  }

  // Put a token where somebody wrote last.
  insert(token) {
    const place = this.last && { key: this.last.dataset.key, path: JSON.parse(this.last.dataset.path) };
    const area = place && this.find(place);
    if (!area || getAt(this.desk.parts[place.key], place.path) === undefined) return false;
    const [from, to] = [this.last.selectionStart, this.last.selectionEnd];
    const text = area.value;
    const gap = from > 0 && !/\s/.test(text[from - 1]) ? " " : "";
    const written = text.slice(0, from) + gap + token + text.slice(to);
    const content = setAt(this.desk.parts[place.key], place.path, written);
    this.desk.apply({ [place.key]: content }, { focus: { ...place, caret: from + gap.length + token.length } });
    return true;
  }
}

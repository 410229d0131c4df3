// Numbers and references in words, as the server prints them (agreements/naskah/numbering.py).
import { t } from "editor/dom";

const REFERENCE = /\{(pasal|lampiran):([a-z0-9_]+)(?::([0-9]+))?(?::([a-z]))?\}/g;
const TOKEN = /\{[^{}\n]*\}/g;
const ROMAN = [[10, "X"], [9, "IX"], [5, "V"], [4, "IV"], [1, "I"]];
const MISSING = "Pasal …";
const DOTS = "……";

export function roman(number) {
  let [left, words] = [number, ""];
  for (const [value, sign] of ROMAN) for (; left >= value; left -= value) words += sign;
  return words;
}

export const annexName = (parts, index) =>
  parts.lampiran.length === 1 ? "Lampiran" : `Lampiran ${roman(index + 1)}`;

function words(parts, [, kind, target, ayat, huruf], within) {
  if (kind === "lampiran") {
    const index = Number(target) - 1;
    return ayat === undefined && parts.lampiran[index] ? annexName(parts, index) : null;
  }
  const number = parts.urutan.indexOf(target) + 1;
  const pasal = parts[`pasal-${target}`];
  if (!number || !pasal) return null;
  const end = tail(pasal, ayat, huruf);
  if (end === null) return null;
  if (target === within) return end || "Pasal ini";
  return `Pasal ${number} ${end}`.trimEnd();
}

function tail(pasal, ayat, huruf) {
  if (ayat === undefined) return "";
  const row = pasal.ayat[Number(ayat) - 1];
  if (!row) return null;
  const mark = pasal.ayat.length > 1 ? `ayat (${ayat})` : "";
  if (huruf === undefined) return mark;
  if (huruf.charCodeAt(0) - 97 >= row.huruf.length) return null;
  return `${mark} huruf ${huruf}`.trim();
}

// The text as it will be printed: parts of words, each marked when it came from a token or leads nowhere.
export function reading(parts, values, text, within = "") {
  const found = [];
  let last = 0;
  for (const hit of text.matchAll(TOKEN)) {
    if (hit.index > last) found.push({ text: text.slice(last, hit.index) });
    found.push(token(parts, values, hit[0], within));
    last = hit.index + hit[0].length;
  }
  if (last < text.length) found.push({ text: text.slice(last) });
  return found;
}

function token(parts, values, written, within) {
  const [reference] = written.matchAll(REFERENCE);
  if (reference) {
    const said = words(parts, reference, within);
    return { written, text: said || MISSING, kind: said ? "filled" : "broken" };
  }
  if (!values.has(written)) return { written, text: written, kind: "broken", why: t("unknown_token") };
  const value = values.get(written);
  return { written, text: value || DOTS, kind: value ? "filled" : "open" };
}

// Everything of the text with references to moved rows written anew; what points at a removed row points nowhere.
export function follow(parts, kind, target, went) {
  const change = (text) =>
    text.replace(REFERENCE, (written, found, name, ayat, huruf) => {
      if (found !== kind) return written;
      if (kind === "lampiran") return went.has(name) ? `{lampiran:${went.get(name) || 0}}` : written;
      const old = huruf === undefined ? ayat : `${ayat}:${huruf}`;
      if (name !== target || !went.has(old)) return written;
      return `{pasal:${target}:${went.get(old) || 0}}`;
    });
  const result = {};
  for (const [key, content] of Object.entries(parts)) {
    if (key === "urutan") continue;
    const written = deep(content, change);
    if (JSON.stringify(written) !== JSON.stringify(content)) result[key] = written;
  }
  return result;
}

function deep(content, change) {
  if (typeof content === "string") return change(content);
  if (Array.isArray(content)) return content.map((part) => deep(part, change));
  return Object.fromEntries(Object.entries(content).map(([name, part]) => [name, deep(part, change)]));
}

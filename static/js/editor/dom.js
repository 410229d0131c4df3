// Small builders of elements, and the words of the page.
const words = JSON.parse(document.getElementById("kata").textContent);
const sprite = document.getElementById("meja").dataset.ikon;

// A sentence of the page by its name, with {values} put in.
export function t(name, values = {}) {
  return (words[name] || name).replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));
}

// An element: attributes, listeners as on…, text and elements inside; nothing is ever read as HTML.
export function h(tag, attributes = {}, ...inside) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "value") node.value = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...inside.filter((part) => part !== null && part !== undefined && part !== ""));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${sprite}#${name}`);
  svg.append(use);
  return svg;
}

export function button(label, name, attributes = {}) {
  return h("button", { type: "button", class: "btn btn-sm", ...attributes }, name ? icon(name) : "", label);
}

// A button that shows only its icon and says its name to those who cannot see it.
export function iconButton(label, name, attributes = {}) {
  const said = { type: "button", class: "btn btn-sm btn-icon", "aria-label": label, title: label };
  return h("button", { ...said, ...attributes }, icon(name));
}

export function clock(moment) {
  const date = new Date(moment);
  const day = date.toDateString() === new Date().toDateString() ? {} : { day: "numeric", month: "short" };
  return date.toLocaleString("id-ID", { ...day, hour: "2-digit", minute: "2-digit" });
}

export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// The door on a weak net: what is typed is kept in this browser, what is sent waits here until the server has it.
// Each sending bears the key of its form, so that the server counts it once however often it arrives.
(function () {
  "use strict";
  const box = document.querySelector("[data-door]");
  if (!box) return;
  const address = box.dataset.door;
  const form = document.querySelector("[data-door-form]");
  const DAY = 24 * 3600 * 1000;
  const WAITING = `ksd-hadir:${address}`;
  const DRAFT = `ksd-isian:${address}`;
  const memory = {};
  let said = [];
  let busy = false;
  let misses = 0;
  let timer = 0;

  function read(place, empty) {
    try {
      return JSON.parse(localStorage.getItem(place)) ?? memory[place] ?? empty;
    } catch {
      return memory[place] ?? empty;
    }
  }

  function keep(place, value) {
    memory[place] = value;
    try {
      localStorage.setItem(place, JSON.stringify(value));
    } catch {
      /* a full or closed store: this tab still remembers */
    }
  }

  const waiting = () => read(WAITING, []);
  const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");

  function settle(key, facts) {
    const rows = waiting();
    keep(WAITING, facts ? rows.map((row) => (row.key === key ? { ...row, ...facts } : row)) : rows.filter((row) => row.key !== key));
    show();
  }

  const fieldsOf = () => Array.from(new FormData(form)).filter(([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string");

  function fill(fields) {
    fields.forEach(([name, value]) => {
      const field = form.elements.namedItem(name);
      if (!field || name === "key") return;
      field.value = value;
      if (name === "signature") field.dispatchEvent(new Event("ksd-redraw"));
    });
  }

  function empty() {
    form.reset();
    form.elements.namedItem("key").value = newKey();
    fill([["signature", ""]]);
    keep(DRAFT, null);
  }

  function part(kind, words, ...buttons) {
    const made = document.createElement("div");
    made.className = kind;
    const line = document.createElement("p");
    line.textContent = words;
    made.append(line, ...buttons);
    return made;
  }

  function button(label, press) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "btn btn-sm";
    made.textContent = label;
    made.addEventListener("click", press);
    return made;
  }

  function mend(row) {
    fill(row.fields);
    settle(row.key);
    form.scrollIntoView();
  }

  function refusal(row) {
    const buttons = [button(box.dataset.again, () => (settle(row.key, { refused: "" }), pump()))];
    if (form) buttons.push(button(box.dataset.mend, () => mend(row)));
    buttons.push(button(box.dataset.drop, () => window.confirm(box.dataset.asked) && settle(row.key)));
    return part("ksd-refused", `${box.dataset.refused}: ${row.name}. ${row.refused}`, ...buttons);
  }

  function show() {
    const rows = waiting();
    const parts = rows.map((row) => (row.refused ? refusal(row) : part("", `${row.name}: ${box.dataset.waiting}`)));
    const thanks = said.map((words) => part("ksd-sent", words));
    if (form && form.hidden && !rows.some((row) => row.refused)) parts.push(button(box.dataset.other, again));
    if (form && rows.some((row) => row.refused)) form.hidden = false;
    box.replaceChildren(...thanks, ...parts);
  }

  function again() {
    said = [];
    form.hidden = false;
    show();
    form.elements.namedItem("name").focus();
  }

  // A page kept open for hours may hold a token the server no longer takes; a fresh page brings a fresh one.
  async function freshToken() {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    const token = page.querySelector("input[name=csrfmiddlewaretoken]");
    if (token) document.querySelectorAll("input[name=csrfmiddlewaretoken]").forEach((each) => (each.value = token.value));
  }

  // True when the row is settled (counted, or refused for good), false when it has to be tried again.
  async function send(row) {
    const token = document.querySelector("input[name=csrfmiddlewaretoken]");
    const headers = { "X-KSD-Live": "1", "X-CSRFToken": token ? token.value : "" };
    const answer = await fetch(address, { method: "POST", body: new URLSearchParams(row.fields), headers });
    const kind = answer.headers.get("Content-Type") || "";
    if (answer.ok && kind.includes("json")) {
      said.push((await answer.json()).words);
      settle(row.key);
      return true;
    }
    if (answer.status === 403) await freshToken();
    if (answer.ok || answer.status >= 500 || [403, 408, 429].includes(answer.status)) return false;
    const errors = kind.includes("json") ? (await answer.json()).errors : [box.dataset.stale];
    settle(row.key, { refused: errors.join(" ") });
    return true;
  }

  async function pump() {
    window.clearTimeout(timer);
    if (busy) return;
    busy = true;
    try {
      for (let row; (row = waiting().find((each) => !each.refused)); ) {
        if (!(await send(row))) throw new Error("later");
        misses = 0;
      }
    } catch {
      misses += 1;
      timer = window.setTimeout(pump, Math.min(1000 * 2 ** misses, 30000));
    } finally {
      busy = false;
    }
  }

  // Typing narrows the invitations; the list itself stays a plain field, so that it works without this.
  function findable() {
    const list = form.elements.namedItem("invitee");
    const all = Array.from(list.options);
    const search = document.createElement("input");
    search.type = "search";
    search.className = "form-control ksd-find";
    search.placeholder = box.dataset.find;
    search.setAttribute("aria-label", box.dataset.find);
    search.addEventListener("input", () => {
      const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      const found = all.filter((each, place) => place && words.every((word) => each.text.toLowerCase().includes(word)));
      list.replaceChildren(all[0], ...(words.length ? found : all.slice(1)));
      if (words.length && found.length) list.value = found[0].value;
      else if (words.length) list.value = "";
      search.setCustomValidity("");
      search.title = words.length && !found.length ? box.dataset.none : "";
    });
    form.addEventListener("reset", () => list.replaceChildren(...all));
    list.before(search);
  }

  function begin() {
    const draft = read(DRAFT, null);
    if (draft && Date.now() - draft.at < DAY && !form.querySelector(".is-invalid")) fill(draft.fields);
    form.addEventListener("input", () => keep(DRAFT, { at: Date.now(), fields: fieldsOf() }));
    findable();
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      form.elements.namedItem("said_at").value = new Date().toISOString();
      const fields = fieldsOf();
      const facts = Object.fromEntries(fields);
      if (!waiting().some((row) => row.key === facts.key)) keep(WAITING, [...waiting(), { key: facts.key, name: facts.name, fields }]);
      said = [];
      empty();
      form.hidden = true;
      show();
      pump();
    });
  }

  if (form) begin();
  window.addEventListener("online", pump);
  window.addEventListener("storage", show);
  document.addEventListener("visibilitychange", () => document.hidden || pump());
  show();
  pump();
})();

// What was typed is kept in this browser until the server has it: a lost net, a closed tab and a second press lose nothing.
// Each sending carries the key of its form, so that the server counts it once however often it arrives.
(function () {
  "use strict";
  const box = document.querySelector("[data-queue]");
  if (!box) return;
  const PLACE = box.dataset.queue;
  const list = box.querySelector("ul");
  const APART = new Set(["csrfmiddlewaretoken"]);
  let memory = [];
  let busy = false;
  let misses = 0;
  let timer = 0;

  function read() {
    try {
      return JSON.parse(localStorage.getItem(PLACE) || "[]");
    } catch {
      return memory;
    }
  }

  function keep(rows) {
    memory = rows;
    try {
      localStorage.setItem(PLACE, JSON.stringify(rows));
    } catch {
      /* a full or closed store: this tab still remembers */
    }
    show();
  }

  function change(key, facts) {
    keep(read().map((row) => (row.key === key ? { ...row, ...facts } : row)));
  }

  function drop(key) {
    keep(read().filter((row) => row.key !== key));
  }

  const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");

  function fieldsOf(form) {
    const fields = Array.from(new FormData(form)).filter(([name, value]) => !APART.has(name) && typeof value === "string");
    const running = document.querySelector("[data-running]");
    // "The item at hand" means the one of this moment, not of the moment the net comes back.
    return fields.map(([name, value]) => [name, name === "item" && !value && running ? running.dataset.running : value]);
  }

  function words(row) {
    return row.fields.filter(([name]) => ["text", "objection", "stance"].includes(name)).map(([, value]) => value).filter(Boolean).join(": ");
  }

  function button(label, press) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "btn btn-sm";
    made.textContent = label;
    made.addEventListener("click", press);
    return made;
  }

  function give(row) {
    const form = Array.from(document.querySelectorAll("[data-queued]")).find((each) => each.action === row.url);
    if (!form) return;
    row.fields.forEach(([name, value]) => {
      if (name === "form_token") return;
      form.querySelectorAll(`[name="${name}"]`).forEach((field) => {
        if (field.type === "radio") field.checked = field.value === value;
        else if (field.type !== "hidden") field.value = value;
      });
    });
    drop(row.key);
    form.scrollIntoView();
  }

  function show() {
    const rows = read();
    box.hidden = !rows.length;
    list.replaceChildren(
      ...rows.map((row) => {
        const line = document.createElement("li");
        const said = document.createElement("p");
        said.textContent = `${row.label}: ${words(row)}`;
        line.append(said);
        if (row.refused) {
          const why = document.createElement("p");
          why.className = "ksd-objection";
          why.textContent = row.refused;
          line.append(why);
          line.append(button(box.dataset.again, () => (change(row.key, { refused: "" }), pump())));
          line.append(button(box.dataset.copy, () => give(row)));
          line.append(button(box.dataset.drop, () => window.confirm(box.dataset.asked) && drop(row.key)));
        }
        return line;
      }),
    );
  }

  function token() {
    const field = document.querySelector("input[name=csrfmiddlewaretoken]");
    return field ? field.value : "";
  }

  // True when the row is settled (counted, or refused for good), false when it has to be tried again.
  async function send(row) {
    const body = new URLSearchParams(row.fields);
    const headers = { "X-KSD-Live": "1", "X-CSRFToken": token() };
    const answer = await fetch(row.url, { method: "POST", body, headers });
    if (new URL(answer.url).pathname.startsWith("/akun/")) return false;
    if (answer.ok) {
      drop(row.key);
      document.dispatchEvent(new CustomEvent("ksd-sent"));
      if (row.then === "reload") window.location.reload();
      return true;
    }
    if (answer.status >= 500 || answer.status === 429) return false;
    const kind = answer.headers.get("Content-Type") || "";
    const errors = kind.includes("json") ? (await answer.json()).errors : [box.dataset.stale];
    change(row.key, { refused: errors.join(" ") });
    return true;
  }

  async function pump() {
    window.clearTimeout(timer);
    if (busy) return;
    busy = true;
    try {
      for (let row; (row = read().find((each) => !each.refused)); ) {
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

  // Before the script of every page, which would hold the button for a while.
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-queued]");
    if (!form) return;
    event.preventDefault();
    const field = form.querySelector("[name=form_token]");
    const key = field ? field.value : newKey();
    if (!read().some((row) => row.key === key)) {
      const row = { key, url: form.action, label: form.dataset.queued, then: form.dataset.then || "", fields: fieldsOf(form) };
      keep([...read(), row]);
    }
    if (!form.dataset.then) {
      form.querySelectorAll("textarea, input[type=text], input[type=date]").forEach((each) => (each.value = ""));
      form.querySelectorAll("[name^=who_]").forEach((each) => (each.value = ""));
      if (field) field.value = newKey();
    }
    pump();
  }, true);

  window.addEventListener("online", pump);
  window.addEventListener("storage", show);
  document.addEventListener("visibilitychange", () => document.hidden || pump());
  show();
  pump();
})();

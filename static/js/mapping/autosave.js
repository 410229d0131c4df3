// Saves a row of the mapping while it is typed. Without this script the buttons of the form do the same.
// Nothing typed is lost: it is kept in this browser first, then sent; a refusal leaves it on the screen.
(function () {
  "use strict";
  const form = document.querySelector("form[data-kept]");
  const store = window.ksdKept;
  if (!form || !store) return;
  const key = form.dataset.kept;
  const address = form.dataset.autosave || "";
  const words = JSON.parse(document.getElementById("kata").textContent);
  const line = form.querySelector("[data-kept-state]");
  const found = form.querySelector("[data-kept-found]");
  const panel = form.querySelector("[data-kept-clash]");
  const revision = form.elements.namedItem("seen_revision");
  const APART = new Set(["csrfmiddlewaretoken", "form_token", "seen_revision", "upload", "detach"]);
  const PAUSE = 1500;
  let timer = 0;
  let misses = 0;
  let busy = false;
  let stopped = !address;
  let typed = 0;
  let leaving = false;

  const fieldsOf = () => Array.from(new FormData(form)).filter(([name, value]) => !APART.has(name) && typeof value === "string");
  const sorted = (fields) => JSON.stringify(fields.map((pair) => pair.join("=")).sort());
  const same = (one, other) => sorted(one) === sorted(other);
  const ofField = (fields, name) => fields.filter(([each]) => each === name);
  let arrived = fieldsOf();

  function say(text, wrong) {
    line.textContent = text;
    line.classList.toggle("is-wrong", Boolean(wrong));
  }

  function fill(fields) {
    const given = new Map();
    fields.forEach(([name, value]) => given.set(name, [...(given.get(name) || []), value]));
    Array.from(form.elements).forEach((field) => {
      if (!field.name || APART.has(field.name) || field.type === "submit" || field.tagName === "BUTTON") return;
      const values = given.get(field.name) || [];
      if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
      else field.value = values[0] ?? "";
    });
  }

  function remember() {
    store.keep(key, { fields: fieldsOf(), revision: revision.value, at: new Date().toISOString() });
  }

  function button(label, press, main) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = main ? "btn btn-primary btn-sm" : "btn btn-sm";
    made.textContent = label;
    made.addEventListener("click", press);
    return made;
  }

  function wrong(errors) {
    form.querySelectorAll("[data-autosave-error]").forEach((spot) => spot.remove());
    form.querySelectorAll("[aria-invalid][data-autosaved]").forEach((field) => {
      field.removeAttribute("aria-invalid");
      field.removeAttribute("data-autosaved");
    });
    Object.entries(errors || {}).forEach(([name, sentences]) => {
      const box = form.querySelector(`[data-field="${name}"]`);
      if (!box) return;
      const spot = document.createElement("p");
      spot.className = "invalid-feedback d-block";
      spot.setAttribute("data-autosave-error", "");
      spot.textContent = sentences.join(" ");
      box.append(spot);
      const field = box.querySelector("input, textarea, select");
      if (field) {
        field.setAttribute("aria-invalid", "true");
        field.setAttribute("data-autosaved", "");
      }
    });
    return Object.keys(errors || {}).length;
  }

  function wording(label, text) {
    const spot = document.createElement("dd");
    const head = document.createElement("span");
    head.className = "ksd-hint";
    head.textContent = label;
    const said = document.createElement("span");
    said.className = "ksd-quote";
    said.textContent = text || words.nothing;
    spot.append(head, said);
    return spot;
  }

  // Both wordings, and two ways on: mine once more over theirs, or the page anew with theirs.
  function clash(answer) {
    const box = document.createElement("div");
    box.className = "alert alert-warning";
    box.setAttribute("role", "alert");
    const list = document.createElement("dl");
    list.className = "ksd-map-clash";
    answer.clashes.forEach((row) => {
      const part = document.createElement("div");
      const name = document.createElement("dt");
      name.textContent = row.label;
      part.append(name, wording(words.mine, row.mine), wording(words.theirs, row.theirs));
      list.append(part);
    });
    const said = document.createElement("p");
    said.textContent = `${answer.message} ${answer.remedy}`;
    const ways = document.createElement("div");
    ways.className = "ksd-buttons mt-3";
    ways.append(
      button(words.keep_mine, () => {
        revision.value = answer.revision;
        panel.replaceChildren();
        stopped = false;
        save();
      }, true),
      button(words.take_theirs, () => {
        revision.value = answer.revision;
        stopped = false;
        save(answer.clashes.map((row) => ["biarkan", row.name]));
      }),
    );
    const inner = document.createElement("div");
    inner.append(said, list, ways);
    box.append(inner);
    panel.replaceChildren(box);
    box.scrollIntoView({ block: "nearest" });
  }

  function refused(answer) {
    stopped = true;
    say(`${answer.message} ${answer.remedy || ""} ${words.refused}`, true);
    if (answer.clashes && answer.clashes.length) clash(answer);
  }

  // What others wrote into fields left alone here comes onto the screen; where one is typing just then, both are shown.
  function others(said, sent) {
    const rows = said.others || [];
    const now = fieldsOf();
    const typing = rows.filter((row) => !same(ofField(now, row.name), ofField(sent, row.name)));
    const calm = rows.filter((row) => !typing.includes(row));
    const fresh = (fields) => calm.reduce((kept, row) => kept.filter(([name]) => name !== row.name).concat(row.values.map((value) => [row.name, value])), fields);
    if (calm.length) fill(fresh(now));
    arrived = fresh(sent);
    if (typing.length) {
      stopped = true;
      const clashes = typing.map((row) => ({ ...row, mine: ofField(now, row.name).map(([, value]) => value).join("; ") }));
      clash({ message: words.both, remedy: "", revision: said.revision, clashes });
    }
    return calm.length ? ` · ${words.others} ${calm.map((row) => row.label).join(", ")}` : "";
  }

  function later() {
    misses += 1;
    say(words.offline, true);
    window.clearTimeout(timer);
    timer = window.setTimeout(save, Math.min(1000 * 2 ** misses, 30000));
  }

  // What to do with an answer; true when the server has the draft.
  async function settle(answer, sentAt, fields) {
    const kind = answer.headers.get("Content-Type") || "";
    if (answer.redirected) return refused({ message: words.signed_out }), false;
    if (answer.status >= 500 || answer.status === 429) return later(), false;
    if (!kind.includes("json")) return refused({ message: "" }), false;
    const said = await answer.json();
    if (answer.status === 422) return wrong(said.errors), say(`${said.message} ${words.refused}`, true), false;
    if (!answer.ok) return refused(said), false;
    misses = 0;
    revision.value = said.revision;
    const more = others(said, fields);
    const left = wrong(said.errors);
    say((left ? words.part : `${words.saved} ${said.at}`) + more, left);
    if (!left && typed === sentAt) store.drop(key);
    else remember();
    return true;
  }

  // `leave` names the fields that stay as somebody else wrote them; the rest is saved all the same.
  async function save(leave) {
    window.clearTimeout(timer);
    if (stopped || busy) return;
    const theirs = Array.isArray(leave) ? leave : [];
    const fields = fieldsOf();
    if (same(fields, arrived) && !theirs.length) return;
    busy = true;
    const sentAt = typed;
    say(words.saving);
    try {
      const body = new URLSearchParams([...fields, ...theirs, ["seen_revision", revision.value]]);
      const token = form.elements.namedItem("csrfmiddlewaretoken").value;
      const answer = await fetch(address, { method: "POST", body, headers: { "X-CSRFToken": token }, keepalive: true });
      const done = await settle(answer, sentAt, fields);
      if (done && theirs.length) {
        leaving = true;
        store.drop(key);
        window.location.assign(window.location.href.split("#")[0]);
      }
    } catch {
      later();
    } finally {
      busy = false;
    }
    if (!stopped && !misses && typed !== sentAt) timer = window.setTimeout(save, PAUSE);
  }

  form.addEventListener("input", () => {
    typed += 1;
    remember();
    if (stopped) {
      if (!address) say(words.kept);
      return;
    }
    window.clearTimeout(timer);
    timer = window.setTimeout(save, PAUSE);
  });
  form.addEventListener("change", () => save());
  form.addEventListener("submit", () => {
    stopped = true;
    window.clearTimeout(timer);
    remember();
    store.sent(key);
  });
  document.addEventListener("visibilitychange", () => document.hidden && !leaving && save());
  window.addEventListener("online", () => save());

  // What this browser still has of an earlier visit and the server has not.
  const kept = store.read(key);
  // A refused page shows what was typed although the server has not kept it: the copy stays until it has.
  const refusedPage = "refused" in form.dataset;
  if (kept && same(kept.fields, arrived) && !refusedPage) store.drop(key);
  else if (kept && !refusedPage) {
    const when = new Date(kept.at).toLocaleString("id-ID", { dateStyle: "long", timeStyle: "short" });
    const box = document.createElement("div");
    box.className = "alert alert-info";
    const inner = document.createElement("div");
    const said = document.createElement("p");
    said.textContent = `${words.found} ${when}.`;
    const ways = document.createElement("div");
    ways.className = "ksd-buttons";
    ways.append(
      button(words.restore, () => {
        fill(kept.fields);
        // Held against what stood when it was typed: what others wrote since is shown, not overwritten.
        if (address) revision.value = kept.revision;
        found.hidden = true;
        typed += 1;
        save();
      }, true),
      button(words.drop, () => {
        store.drop(key);
        found.hidden = true;
      }),
    );
    inner.append(said, ways);
    box.append(inner);
    found.replaceChildren(box);
    found.hidden = false;
  }
})();

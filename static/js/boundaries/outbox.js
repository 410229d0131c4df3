// Positions wait on the device until the server has them; each carries its key, so that it counts once.
const form = document.querySelector("form[data-field]");
const box = document.querySelector("[data-outbox]");
let sending = false;

function store(mode, act) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("ksd-lapangan", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("posisi", { keyPath: "key" });
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const run = opening.result.transaction("posisi", mode);
      const asked = act(run.objectStore("posisi"));
      run.oncomplete = () => { opening.result.close(); resolve(asked.result); };
      run.onerror = run.onabort = () => { opening.result.close(); reject(run.error); };
    };
  });
}

// A device may be shared: what one person left waiting is not sent in the name of the next.
const who = () => form.dataset.who;
const waiting = async () => (await store("readonly", (rows) => rows.getAll())).filter((row) => row.who === who());
const put = (row) => store("readwrite", (rows) => rows.put(row));
const drop = (key) => store("readwrite", (rows) => rows.delete(key));
const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

function line(row) {
  const item = document.createElement("li");
  item.textContent = row.words;
  if (!row.refusal) return item;
  const [note, button] = [document.createElement("span"), document.createElement("button")];
  note.textContent = ` ${box.dataset.refused} ${row.refusal} `;
  button.type = "button";
  button.className = "btn btn-sm";
  button.textContent = box.dataset.drop;
  button.addEventListener("click", async () => { await drop(row.key); show(); });
  item.append(note, button);
  return item;
}

async function show(more = "") {
  const rows = await waiting();
  box.hidden = !rows.length && !more;
  const count = rows.length ? `${rows.length} ${box.dataset.one}.` : "";
  box.querySelector("[data-outbox-words]").textContent = [count, more].filter(Boolean).join(" ");
  box.querySelector("[data-outbox-rows]").replaceChildren(...rows.map(line));
}

function rowOf(data) {
  const kind = form.elements.kind.selectedOptions[0].textContent;
  const place = data.get("lat") ? `${Number(data.get("lat")).toFixed(5)}, ${Number(data.get("lon")).toFixed(5)}` : data.get("coordinate");
  const fields = [...data].filter(([name, value]) => name !== "csrfmiddlewaretoken" && !(value instanceof File && !value.size));
  return { key: data.get("key"), who: who(), address: location.pathname, fields, words: `${kind}: ${place}`, refusal: "" };
}

// Without a place there is nothing to wait for: the server would refuse it when nobody stands there any more.
function placeless(data) {
  if (data.get("lat") || data.get("coordinate").trim()) return false;
  show(box.dataset.empty).then(() => box.scrollIntoView({ block: "center" }));
  return true;
}

async function keep(data) {
  if (placeless(data)) return;
  try {
    await put(rowOf(data));
  } catch {
    await show(box.dataset.full).catch(() => undefined);
    return;
  }
  form.reset();
  form.elements.key.value = newKey();
  ["lat", "lon", "accuracy_m", "spread_m", "samples", "taken_at"].forEach((name) => { form.elements[name].value = ""; });
  form.querySelectorAll("button").forEach((button) => { button.disabled = false; });
  document.dispatchEvent(new CustomEvent("ksd:kept"));
  await show();
  box.scrollIntoView({ block: "center" });
}

function post(address, fields) {
  const data = new FormData();
  fields.forEach(([name, value]) => data.append(name, value));
  data.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
  return fetch(address, { method: "POST", body: data, credentials: "same-origin" });
}

const isSignIn = (answer) => new URL(answer.url).pathname.startsWith("/akun/");

function refusal(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const told = [...page.querySelectorAll(".alert-danger, .alert-block, .invalid-feedback, .ksd-error")];
  const words = (told.length ? told : [...page.querySelectorAll("main p")].slice(0, 1)).map((part) => part.textContent.trim());
  return words.filter(Boolean).join(" ") || "–";
}

async function submit(event) {
  event.preventDefault();
  const data = new FormData(form);
  if (!navigator.onLine) { await keep(data); return; }
  let answer;
  try {
    answer = await post(location.pathname, [...data].filter(([name]) => name !== "csrfmiddlewaretoken"));
  } catch {
    await keep(data);
    return;
  }
  if (answer.status >= 500 || isSignIn(answer)) {
    await keep(data);
    if (isSignIn(answer)) await show(box.dataset.signin);
  } else if (answer.redirected) location.assign(answer.url);
  else {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-form-body]");
    if (fresh) form.querySelector("[data-form-body]").replaceWith(fresh);
    else await show(refusal(page.documentElement.outerHTML));
    form.scrollIntoView();
  }
}

async function send(row) {
  const answer = await post(row.address, row.fields);
  if (answer.status >= 500 || isSignIn(answer)) return isSignIn(answer) ? "signin" : "later";
  if (answer.ok) { await drop(row.key); return "sent"; }
  await put({ ...row, refusal: refusal(await answer.text()) });
  return "refused";
}

async function flush() {
  if (sending || !navigator.onLine) return;
  sending = true;
  let [sent, stopped] = [0, ""];
  try {
    for (const row of (await waiting()).filter((each) => !each.refusal)) {
      const outcome = await send(row);
      if (outcome === "sent") sent += 1;
      if (outcome === "signin" || outcome === "later") { stopped = outcome; break; }
    }
  } catch {
    stopped = "later";
  }
  sending = false;
  await show(stopped === "signin" ? box.dataset.signin : sent ? box.dataset.sent : "").catch(() => undefined);
}

// The page itself is kept for the next opening without a net, with the static files it is made of.
async function keepPage() {
  if (!("serviceWorker" in navigator) || !window.caches) return;
  await navigator.serviceWorker.register(form.dataset.worker);
  const { active } = await navigator.serviceWorker.ready;
  const made = performance.getEntriesByType("resource").map((row) => row.name.split("#")[0]);
  const own = (url) => url.startsWith(new URL(form.dataset.static, location.href).href);
  if (navigator.onLine) active.postMessage({ keep: true, who: who(), files: [...new Set(made.filter(own))] });
}

function net() {
  document.querySelector("[data-offline]").hidden = navigator.onLine;
}

if (form && box && window.indexedDB) {
  // A page opened from what was kept carries the key of an earlier sending.
  form.elements.key.value = newKey();
  window.addEventListener("load", () => keepPage().catch(() => undefined));
  ["online", "offline"].forEach((name) => window.addEventListener(name, net));
  net();
  form.addEventListener("submit", submit);
  window.addEventListener("online", flush);
  setInterval(flush, 20_000);
  flush();
}

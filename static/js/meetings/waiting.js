// A report typed without a net waits on the device and is sent once there is one; its key makes it count once.
(function () {
  "use strict";

  if (!document.querySelector("form[data-waits]") || !window.indexedDB || !window.fetch) return;
  var sending = false;

  // A refused form is drawn anew, so its parts are looked up each time.
  function part(selector) {
    return document.querySelector(selector);
  }

  function store(act, done) {
    var opening = window.indexedDB.open("ksd-menunggu", 1);
    opening.onupgradeneeded = function () {
      opening.result.createObjectStore("laporan", { keyPath: "address" });
    };
    opening.onerror = function () { done(null); };
    opening.onsuccess = function () {
      var run = opening.result.transaction("laporan", "readwrite");
      var asked = act(run.objectStore("laporan"));
      run.oncomplete = function () { opening.result.close(); done(asked.result); };
      run.onerror = run.onabort = function () { opening.result.close(); done(null); };
    };
  }

  // A device may be shared: what one person left waiting is not sent in the name of the next.
  function place() {
    return window.location.pathname + "#" + (part("form[data-waits]").getAttribute("data-who") || "");
  }

  function kept(done) {
    store(function (rows) { return rows.get(place()); }, done);
  }

  function forget(done) {
    store(function (rows) { return rows.delete(place()); }, done || function () {});
  }

  function say(which, more) {
    var box = part("[data-waiting]");
    if (!box) return;
    box.hidden = false;
    part("[data-words]").textContent = box.getAttribute("data-" + which) + (more ? " " + more : "");
    part("[data-discard]").hidden = which !== "refused";
    box.classList.toggle("alert-success", which === "sent");
    box.classList.toggle("alert-warning", which !== "sent");
  }

  // What has arrived is not offered for sending again: the same report, or any by a link that spoke once.
  function putAway(row) {
    var form = part("form[data-waits]");
    var name = form.getAttribute("data-waits");
    var same = row.fields.some(function (pair) { return pair[0] === name && pair[1] === form.elements[name].value; });
    if (same || form.hasAttribute("data-single")) form.hidden = true;
  }

  // One report waits per page: a later one takes its place, with its own key.
  function keep(data) {
    var fields = [];
    data.forEach(function (value, name) {
      if (name !== "csrfmiddlewaretoken") fields.push([name, value]);
    });
    store(function (rows) { return rows.put({ address: place(), fields: fields }); }, function (put) {
      if (put === null) part("form[data-waits]").submit(); // nowhere to keep it: let the browser try
      else say("one");
    });
  }

  function token() {
    var field = part("[name=csrfmiddlewaretoken]");
    return field ? field.value : "";
  }

  function post(data) {
    data.set("csrfmiddlewaretoken", token());
    return window.fetch(window.location.pathname, { method: "POST", body: data, credentials: "same-origin" });
  }

  function isSignIn(answer) {
    return new URL(answer.url).pathname.indexOf("/akun/") === 0;
  }

  function show(html) {
    var page = new DOMParser().parseFromString(html, "text/html").querySelector("main");
    if (page) document.querySelector("main").replaceWith(page);
    window.scrollTo(0, 0);
  }

  function refusal(html) {
    var page = new DOMParser().parseFromString(html, "text/html");
    var told = page.querySelectorAll(".alert-danger, .alert-block, .invalid-feedback, .ksd-error, main p");
    return told.length ? told[0].textContent.trim() : "";
  }

  document.addEventListener("submit", function (event) {
    if (!event.target.matches("form[data-waits]")) return;
    event.preventDefault();
    var data = new FormData(event.target);
    if (!window.navigator.onLine) { keep(data); return; }
    post(data).then(function (answer) {
      if (answer.ok && isSignIn(answer)) { keep(data); say("signin"); return null; }
      return answer.text().then(function (html) {
        // The page it led to says once that the report was kept: it is shown as it came, not asked for again.
        if (answer.ok && answer.redirected) window.history.replaceState(null, "", answer.url);
        if (answer.status >= 500) keep(data);
        else show(html);
      });
    }, function () { keep(data); });
  }, true);

  function flush() {
    if (sending || !window.navigator.onLine || !part("form[data-waits]")) return;
    sending = true;
    kept(function (row) {
      if (!row) { sending = false; return; }
      var data = new FormData();
      row.fields.forEach(function (pair) { data.append(pair[0], pair[1]); });
      post(data).then(function (answer) {
        sending = false;
        if (answer.status >= 500) { say("one"); return null; }
        if (answer.ok && isSignIn(answer)) { say("signin"); return null; }
        if (answer.ok) { forget(function () { say("sent"); putAway(row); }); return null; }
        return answer.text().then(function (html) { say("refused", refusal(html)); });
      }, function () { sending = false; say("one"); });
    });
  }

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-discard]")) forget(function () { part("[data-waiting]").hidden = true; });
  });
  window.addEventListener("online", flush);
  window.setInterval(flush, 20000);
  flush();
})();

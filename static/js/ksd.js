// Small comforts on top of pages that work without them.
(function () {
  "use strict";

  function press(root, pressed) {
    root.querySelectorAll("button:not([type=button])").forEach(function (button) {
      button.disabled = pressed;
    });
  }

  // One press is one submit: the server refuses a second one too.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    var question = form.getAttribute("data-confirm");
    if (question && !window.confirm(question)) {
      event.preventDefault();
      return;
    }
    window.setTimeout(press, 0, form, true);
    // A form that answers with a file leaves this page standing, so its button comes back.
    window.setTimeout(press, 8000, form, false);
  });

  // Pages kept on this device for the field go with whoever signs out, and before anybody signs in.
  function forgetPages() {
    if (window.caches) window.caches.delete("ksd-lapangan");
  }
  if (document.body.classList.contains("ksd-entrance")) forgetPages();
  document.addEventListener("submit", function (event) {
    if (event.target.hasAttribute("data-sign-out")) forgetPages();
  });

  // A page brought back from the browser's memory has its buttons again.
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) press(document, false);
  });

  // Open menus close on Escape and on a press elsewhere.
  function closeDrops(except) {
    document.querySelectorAll("details.ksd-drop[open]").forEach(function (drop) {
      if (drop !== except) drop.open = false;
    });
  }
  document.addEventListener("click", function (event) {
    closeDrops(event.target.closest("details.ksd-drop"));
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") closeDrops(null);
  });

  // What is typed is repeated before the box that says it cannot be taken back.
  function repeat(field) {
    document.querySelectorAll('[data-echoes="' + field.getAttribute("data-echo") + '"]').forEach(function (spot) {
      var day = field.type === "date" && field.valueAsDate;
      var long = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
      spot.textContent = (day ? day.toLocaleDateString("id-ID", long) : field.value) || "–";
    });
  }
  document.addEventListener("input", function (event) {
    if (event.target.hasAttribute("data-echo")) repeat(event.target);
  });
  document.querySelectorAll("[data-echo]").forEach(repeat);

  // Where the tabs do not fit, the open one is in sight.
  document.querySelectorAll(".ksd-tabs [aria-current]").forEach(function (tab) {
    var row = tab.closest(".ksd-tabs");
    row.scrollLeft += tab.getBoundingClientRect().left - row.getBoundingClientRect().left - 16;
  });

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-print]")) window.print();
  });
})();

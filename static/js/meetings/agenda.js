// Moves the lines of an agenda by hand: dragging, or Alt with an arrow. Both press what the page's own buttons press,
// so the server decides, and without this script the buttons remain. After a move the page comes back at the moved
// line, which takes the focus: the next arrow moves it on.

const agenda = document.querySelector("[data-agenda]");
let dragged = null;

function send(item, to) {
  const form = item.querySelector("form[data-move]");
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = "to";
  field.value = to;
  form.append(field);
  form.requestSubmit();
}

function unmark() {
  agenda.querySelectorAll(".ksd-before, .ksd-after, .ksd-into").forEach((row) => {
    row.classList.remove("ksd-before", "ksd-after", "ksd-into");
  });
}

// Where a line dropped here would stand: its section, and how many other lines are ahead of it.
function placeAt(target, y) {
  const part = target.closest("[data-section]");
  if (!part) return null;
  const others = [...part.querySelectorAll("[data-item]")].filter((row) => row !== dragged);
  const after = others.find((row) => {
    const box = row.getBoundingClientRect();
    return y < box.top + box.height / 2;
  });
  const place = after ? others.indexOf(after) : others.length;
  return { part, others, after, to: `${part.dataset.section}:${place}` };
}

function show(place) {
  unmark();
  if (place.after) place.after.classList.add("ksd-before");
  else if (place.others.length) place.others[place.others.length - 1].classList.add("ksd-after");
  else place.part.classList.add("ksd-into");
}

function onKey(event) {
  const name = { ArrowUp: "[data-up]", ArrowDown: "[data-down]" }[event.key];
  const item = event.target.closest("[data-item]");
  if (!name || !event.altKey || !item) return;
  event.preventDefault();
  const button = item.querySelector(name);
  if (button) button.click();
}

function begin() {
  agenda.querySelectorAll(".ksd-handle").forEach((handle) => {
    handle.hidden = false;
    handle.addEventListener("dragstart", (event) => {
      dragged = handle.closest("[data-item]");
      dragged.classList.add("ksd-dragged");
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", dragged.id);
      event.dataTransfer.setDragImage(dragged, 0, 0);
    });
    handle.addEventListener("dragend", () => {
      if (dragged) dragged.classList.remove("ksd-dragged");
      dragged = null;
      unmark();
    });
  });
  agenda.addEventListener("dragover", (event) => {
    const place = dragged && placeAt(event.target, event.clientY);
    if (!place) return;
    event.preventDefault();
    show(place);
  });
  agenda.addEventListener("drop", (event) => {
    const place = dragged && placeAt(event.target, event.clientY);
    if (!place) return;
    event.preventDefault();
    send(dragged, place.to);
  });
  agenda.addEventListener("keydown", onKey);
}

if (agenda) begin();

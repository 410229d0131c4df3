// Drawing on the sketch: a press adds a vertex to the list of coordinates, which stays the only truth.
const box = document.getElementById("id_coordinates");
const MARGIN = 16;

function told() {
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

function place(svg, event) {
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  const lon = Number(svg.dataset.west) + (at.x - MARGIN) / (Number(svg.dataset.scale) * Number(svg.dataset.squeeze));
  const lat = Number(svg.dataset.north) - (at.y - MARGIN) / Number(svg.dataset.scale);
  return lat.toFixed(6) + ", " + lon.toFixed(6);
}

if (box) {
  document.querySelectorAll("[data-draw-help], [data-draw-drop]").forEach((part) => { part.hidden = false; });
  document.addEventListener("click", (event) => {
    const svg = event.target.closest("svg[data-sketch]");
    if (svg) {
      box.value = (box.value.trimEnd() + "\n" + place(svg, event)).trimStart();
      told();
    } else if (event.target.closest("[data-draw-drop]")) {
      box.value = box.value.trimEnd().split("\n").slice(0, -1).join("\n");
      told();
    }
  });
}

// What people do with the map: choose a segment by mouse, touch, key or name; switch layers; fill the screen.
function fact(list, term, words) {
  if (words === "" || words === null || words === undefined) return;
  const [name, value] = [document.createElement("dt"), document.createElement("dd")];
  name.textContent = term;
  value.textContent = words;
  list.append(name, value);
}

function card(title, facts, url, label) {
  const box = document.createElement("div");
  box.className = "ksd-map-popup";
  const heading = document.createElement("h3");
  heading.textContent = title;
  const list = document.createElement("dl");
  facts.forEach(([term, words]) => fact(list, term, words));
  box.append(heading, list);
  if (url) {
    const link = document.createElement("a");
    link.href = url;
    link.textContent = label;
    box.append(link);
  }
  return box;
}

export class Hands {
  constructor(box, setup, map, library, groups) {
    Object.assign(this, { box, setup, map, library, groups, words: setup.words, segments: new Map(), regions: new Map() });
    this.popup = null;
    this.watchMap();
    this.watchTools();
  }

  part(name) {
    return this.box.querySelector(`[data-map-${name}]`);
  }

  say(words) {
    this.part("says").textContent = words;
  }

  show(place, content) {
    if (this.popup) this.popup.remove();
    this.popup = new this.library.Popup({ maxWidth: "18rem", focusAfterOpen: true }).setLngLat(place).setDOMContent(content).addTo(this.map);
    this.popup.on("close", () => this.map.setFilter("chosen", ["==", ["get", "slug"], ""]));
  }

  segment(slug, place) {
    const row = this.segments.get(slug);
    if (!row) return;
    const words = this.words;
    const km = row.km === null ? "" : `${row.km.toLocaleString("id-ID")} km`;
    const facts = [[words.stage, row.stage], [words.regulation, row.regulation], [words.kind, row.kind], [words.length, km]];
    const content = card(row.name, facts, row.url, words.open);
    if (!row.line) {
      const note = document.createElement("p");
      note.className = "ksd-hint";
      note.textContent = words.borrowed;
      content.querySelector("dl").after(note);
    }
    this.show(place, content);
    this.map.setFilter("chosen", ["==", ["get", "slug"], slug]);
    this.say(`${words.found} ${row.name} – ${row.stage}`);
  }

  claim(facts, place) {
    const about = [[this.words.claim, facts.role], [this.words.round, facts.round], [this.words.length, `${facts.km} km`]];
    const marks = [facts.illustrative && this.words.illustration, facts.confidential && this.words.confidential].filter(Boolean);
    this.show(place, card(facts.name, [...about, ["", marks.join(", ")]], "", ""));
  }

  // What lies under a place on the screen, the smallest things first.
  pick(at, reach) {
    const box = [[at.x - reach, at.y - reach], [at.x + reach, at.y + reach]];
    const layers = [...this.groups.points, ...this.groups.claims, "reach"].filter((id) => this.map.getLayer(id));
    const found = this.map.queryRenderedFeatures(box, { layers });
    const rank = (feature) => layers.indexOf(feature.layer.id);
    return found.sort((one, other) => rank(one) - rank(other))[0];
  }

  open(feature, place) {
    const facts = feature.properties;
    if (feature.source === "segments") this.segment(facts.slug, place);
    else if (feature.source === "claims") this.claim(facts, place);
    else this.show(place, card(facts.label, [[this.words.kind, facts.kind]], facts.url, this.words.open));
  }

  watchMap() {
    const map = this.map;
    map.on("click", (event) => {
      const found = this.pick(event.point, 4);
      if (found) this.open(found, event.lngLat);
    });
    map.on("mousemove", (event) => {
      map.getCanvas().style.cursor = this.pick(event.point, 2) ? "pointer" : "";
    });
    map.getCanvas().addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      const middle = map.project(map.getCenter());
      const found = this.pick(middle, 60);
      if (found) this.open(found, map.getCenter());
    });
  }

  watchTools() {
    this.box.querySelectorAll("[data-layer]").forEach((field) => {
      field.addEventListener("change", () => {
        for (const id of this.groups[field.dataset.layer]) this.map.setLayoutProperty(id, "visibility", field.checked ? "visible" : "none");
      });
    });
    const search = this.part("search");
    search.addEventListener("submit", (event) => { event.preventDefault(); this.find(search.querySelector("input").value); });
    search.addEventListener("change", (event) => this.find(event.target.value));
    const full = this.part("full");
    full.hidden = !document.fullscreenEnabled;
    full.addEventListener("click", () => (document.fullscreenElement ? document.exitFullscreen() : this.box.requestFullscreen()));
    document.addEventListener("fullscreenchange", () => this.map.resize());
  }

  known(segments, regions) {
    this.segments = segments;
    this.regions = regions;
    const options = [...segments.values()].map((row) => row.name).concat([...regions.values()].map((row) => row.name));
    this.box.querySelector("datalist").replaceChildren(...options.slice(0, 1200).map((name) => {
      const option = document.createElement("option");
      option.value = name;
      return option;
    }));
  }

  find(text) {
    const asked = text.trim().toLocaleLowerCase("id");
    if (!asked) return;
    const match = (rows) => rows.find((row) => row.name.toLocaleLowerCase("id") === asked)
      || rows.find((row) => row.name.toLocaleLowerCase("id").includes(asked));
    const regions = [...this.regions.values()];
    const segments = [...this.segments.values()].filter((row) => row.box);
    const exact = segments.find((row) => row.name.toLocaleLowerCase("id") === asked);
    const row = exact || match(regions) || match(segments);
    if (!row) {
      this.say(this.words.unknown);
      return;
    }
    this.map.fitBounds(row.box, { padding: 60, maxZoom: 11, animate: !matchMedia("(prefers-reduced-motion: reduce)").matches });
    if (row.slug) this.segment(row.slug, row.middle);
    else this.say(`${this.words.found} ${row.name}`);
  }
}

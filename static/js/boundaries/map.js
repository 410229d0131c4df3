// The map of a page: it takes the place of the server's SVG as soon as it can draw, and not before.
const FEW_REGIONS = 60;
const FINER_FROM = [0, 6.5, 9.5]; // the zoom from which each level is worth its bytes

function canDraw() {
  try {
    return Boolean(document.createElement("canvas").getContext("webgl2"));
  } catch {
    return false;
  }
}

async function rows(address) {
  const answer = await fetch(address, { credentials: "same-origin", headers: { Accept: "application/json" } });
  if (!answer.ok || answer.redirected) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

class Picture {
  constructor(box, setup, parts) {
    Object.assign(this, { box, setup }, parts);
    this.level = -1;
    this.loading = false;
    this.drawing = null;
    this.segments = new Map();
  }

  part(name) {
    return this.box.querySelector(`[data-map-${name}]`);
  }

  async read() {
    const data = this.setup.data;
    const first = rows(data.one || data.segments);
    const points = data.one ? first : rows(data.points);
    const found = await first;
    for (const row of found.segments) this.segments.set(row.slug, row);
    const codes = new Set(found.segments.flatMap((row) => row.sides));
    const level = codes.size > FEW_REGIONS ? 0 : 1;
    this.drawing = new this.Drawing(await rows(data.levels[level]));
    this.level = level;
    this.points = await points;
    this.claims = found.claims || [];
  }

  // A segment's own line, else the edge its two regions share.
  pieces(row) {
    return row.line ? [row.line] : this.drawing.border(row.sides);
  }

  measure() {
    this.segments.forEach((row) => {
      const pieces = this.pieces(row);
      const longest = pieces.reduce((best, piece) => (piece.length > best.length ? piece : best), []);
      row.box = this.bounds(pieces);
      row.middle = longest[Math.floor(longest.length / 2)];
    });
  }

  span() {
    const codes = new Set([...this.segments.values()].flatMap((row) => row.sides));
    const lands = this.drawing.regions.filter((region) => codes.has(region.code)).map((region) => region.land.map((part) => part.map((ring) => this.drawing.ring(ring))));
    const lines = [...this.segments.values()].map((row) => this.pieces(row));
    const one = this.setup.data.one && lines.flat().length;
    return this.bounds(one ? [lines, this.claims.map((claim) => claim.line)] : [lands, lines]) || [95, -11, 141, 6];
  }

  feed() {
    const set = (name, features) => this.map.getSource(name).setData(this.collection(features));
    set("regions", this.drawing.features());
    set("names", this.drawing.labels());
    set("segments", [...this.segments.values()].map((row) => ({
      type: "Feature",
      properties: { slug: row.slug, tone: row.tone },
      geometry: { type: "MultiLineString", coordinates: this.pieces(row) },
    })));
  }

  feedOnce() {
    const set = (name, features) => this.map.getSource(name).setData(this.collection(features));
    set("points", this.points.points.map(({ at, ...facts }) => ({ type: "Feature", properties: facts, geometry: { type: "Point", coordinates: at } })));
    const only = [...this.segments.values()][0];
    set("claims", this.claims.map(({ line, ...facts }) => {
      const side = facts.code === "klaim" ? ["first", "second"][only.sides.indexOf(facts.side)] : "study";
      return { type: "Feature", properties: { ...facts, side }, geometry: { type: "LineString", coordinates: line } };
    }));
    if (this.points.cut) this.hands.say(this.setup.words.cut);
  }

  names() {
    const regions = new Map();
    for (const region of this.drawing.regions) {
      const box = this.bounds(region.land.map((part) => part.map((ring) => this.drawing.ring(ring))));
      regions.set(region.code, { name: region.name, box });
    }
    this.hands.known(this.segments, regions);
  }

  async finer() {
    const wanted = FINER_FROM.findLastIndex((zoom) => this.map.getZoom() >= zoom);
    if (wanted <= this.level || this.loading) return;
    this.loading = true;
    try {
      this.drawing = new this.Drawing(await rows(this.setup.data.levels[wanted]));
      this.level = wanted;
      this.measure();
      this.feed();
    } catch {
      /* without a net the coarser outlines stay */
    }
    this.loading = false;
  }

  position(event) {
    const { lon, lat } = event.detail;
    this.map.getSource("here").setData(this.collection([{ type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [lon, lat] } }]));
    if (!this.map.getBounds().contains([lon, lat]) || event.detail.follow) this.map.easeTo({ center: [lon, lat], zoom: Math.max(this.map.getZoom(), 12) });
  }

  options() {
    const words = this.setup.words;
    return {
      container: this.part("canvas"),
      style: this.style(this.setup),
      bounds: this.span(),
      fitBoundsOptions: { padding: 30 },
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxZoom: 17,
      attributionControl: this.setup.tiles.attribution ? { compact: true } : false,
      locale: {
        "Map.Title": words.map, "NavigationControl.ZoomIn": words.zoom_in, "NavigationControl.ZoomOut": words.zoom_out,
        "NavigationControl.ResetBearing": words.north, "Popup.Close": words.close,
      },
    };
  }

  async draw() {
    await this.read();
    this.measure();
    this.part("canvas").hidden = false;
    this.map = new this.library.Map(this.options());
    this.map.touchZoomRotate.disableRotation();
    this.map.addControl(new this.library.NavigationControl({ showCompass: false }), "top-right");
    this.map.addControl(new this.library.ScaleControl({ unit: "metric" }), "bottom-left");
    await new Promise((resolve, reject) => {
      this.map.once("load", resolve);
      this.map.once("error", (event) => reject(event.error));
    });
    this.map.addImage("pillar", this.pillar());
    this.hands = new this.Hands(this.box, this.setup, this.map, this.library, this.GROUPS);
    this.feed();
    this.feedOnce();
    this.names();
    this.map.on("moveend", () => this.finer());
    this.part("tools").hidden = false;
    this.part("plain").hidden = true;
    this.box.dataset.map = "ready";
    document.addEventListener("ksd:position", (event) => this.position(event));
  }
}

async function library(setup) {
  const found = await import(setup.maplibre);
  found.setWorkerUrl(new URL(setup.worker, window.location.href).href);
  if (setup.tiles.pmtiles && window.pmtiles) found.addProtocol("pmtiles", new window.pmtiles.Protocol().tile);
  return found;
}

// What a list swapped away leaves behind would keep its share of the screen's memory.
const standing = new Map();

// Where the map could not be drawn, mostly without a net, the page's own drawing shows where one stands.
function placeOnDrawing(box, words) {
  const drawing = box.querySelector("svg[data-frame]");
  if (!drawing) return;
  const [west, north, across, down] = drawing.dataset.frame.split(" ").map(Number);
  const { width, height } = drawing.viewBox.baseVal;
  const dot = document.createElementNS(drawing.namespaceURI, "circle");
  dot.setAttribute("class", "ksd-map-here");
  dot.setAttribute("r", width / 70);
  document.addEventListener("ksd:position", ({ detail: { lon, lat, follow } }) => {
    const [x, y] = [(lon - west) * across, (north - lat) * down];
    const outside = x < 0 || y < 0 || x > width || y > height;
    box.querySelector("[data-map-says]").textContent = outside ? words.outside : `${words.here}: ${lat.toFixed(5)}, ${lon.toFixed(5)}`;
    dot.remove();
    if (outside) return;
    dot.setAttribute("cx", x);
    dot.setAttribute("cy", y);
    drawing.append(dot);
    if (follow) drawing.scrollIntoView({ block: "nearest" });
  });
}

async function start(box) {
  const setup = JSON.parse(box.querySelector("script[type='application/json']").textContent);
  box.dataset.map = "starting";
  let picture = null;
  try {
    if (!canDraw()) throw new Error("webgl");
    const [found, topology, layers, hands] = await Promise.all([library(setup), ...["topology", "layers", "hands"].map((name) => import(setup.modules[name]))]);
    picture = new Picture(box, setup, { library: found, ...topology, ...layers, ...hands });
    standing.set(box, picture);
    await picture.draw();
  } catch (error) {
    box.dataset.fault = error.message; // for whoever helps
    if (picture && picture.map) picture.map.remove();
    box.querySelector("[data-map-canvas]").hidden = true;
    box.querySelector("[data-map-says]").textContent = setup.words.failed;
    box.dataset.map = "plain";
    placeOnDrawing(box, setup.words);
  }
}

function look() {
  standing.forEach((picture, box) => {
    if (box.isConnected) return;
    standing.delete(box);
    if (picture.map) picture.map.remove();
  });
  document.querySelectorAll("[data-map='']").forEach(start);
}

document.addEventListener("htmx:afterSettle", look);
look();

// What the map draws and how it looks; the strokes come from the server, so that its SVG and its legend look the same.
const EMPTY = { type: "FeatureCollection", features: [] };
const SOURCES = ["regions", "names", "segments", "points", "claims", "here"];
export const GROUPS = {
  regions: ["regions", "outlines", "names"],
  segments: [],
  points: ["points", "pillars"],
  claims: ["claim-first", "claim-second", "claim-study"],
};
const CLAIMS = [
  ["first", "#8c2f9e", []],
  ["second", "#b3541e", [4, 1.5]],
  ["study", "#2b2f36", [1, 2]],
];

function line(id, source, colour, width, dash, filter) {
  const paint = { "line-color": colour, "line-width": width };
  if (dash.length) paint["line-dasharray"] = dash;
  const layer = { id, source, type: "line", layout: { "line-join": "round" }, paint };
  return filter ? { ...layer, filter } : layer;
}

function grounds() {
  return [
    { id: "sea", type: "background", paint: { "background-color": "#e8f0f6" } },
    { id: "regions", type: "fill", source: "regions", paint: { "fill-color": "#f7f5ee", "fill-opacity": 0.9 } },
    line("outlines", "regions", "#aab2bd", 1, []),
  ];
}

function segmentLayers(strokes) {
  const drawn = strokes.map((row) => line(`segment-${row.tone}`, "segments", row.colour, 3, row.dash, ["==", ["get", "tone"], row.tone]));
  GROUPS.segments = ["reach", "chosen", ...drawn.map((layer) => layer.id)];
  const none = ["==", ["get", "slug"], ""];
  return [line("reach", "segments", "rgba(0,0,0,0)", 16, []), line("chosen", "segments", "#ffd33d", 9, [], none), ...drawn];
}

function pointLayers() {
  const circle = { "circle-radius": 4, "circle-color": "#fff", "circle-stroke-color": "#1d2530", "circle-stroke-width": 2 };
  const picture = { "icon-image": "pillar", "icon-allow-overlap": true };
  return [
    { id: "points", type: "circle", source: "points", filter: ["!", ["get", "pillar"]], paint: circle },
    { id: "pillars", type: "symbol", source: "points", filter: ["get", "pillar"], layout: picture },
  ];
}

function names() {
  return {
    id: "names", type: "symbol", source: "names",
    layout: { "text-field": ["get", "name"], "text-size": 13, "text-max-width": 9 },
    paint: { "text-color": "#3a4350", "text-halo-color": "#fff", "text-halo-width": 1.5 },
  };
}

function here() {
  const paint = { "circle-radius": 7, "circle-color": "#0b63a5", "circle-stroke-color": "#fff", "circle-stroke-width": 3 };
  return { id: "here", type: "circle", source: "here", paint };
}

function behind(setup, style) {
  if (!setup.tiles.url) return;
  const source = { type: "raster", tileSize: 256, attribution: setup.tiles.attribution };
  if (setup.tiles.pmtiles) source.url = `pmtiles://${setup.tiles.url}`;
  else source.tiles = [setup.tiles.url];
  style.sources.tiles = source;
  style.layers.splice(1, 0, { id: "tiles", type: "raster", source: "tiles" });
  style.layers.find((layer) => layer.id === "regions").paint["fill-opacity"] = 0.15;
}

export function style(setup) {
  const claims = CLAIMS.map(([side, colour, dash]) => line(`claim-${side}`, "claims", colour, 2.5, dash, ["==", ["get", "side"], side]));
  const made = {
    version: 8,
    sources: Object.fromEntries(SOURCES.map((name) => [name, { type: "geojson", data: EMPTY }])),
    layers: [...grounds(), ...segmentLayers(setup.strokes), ...claims, ...pointLayers(), names(), here()],
  };
  behind(setup, made);
  return made;
}

// A white square with a dark edge.
export function pillar() {
  const size = 14;
  const data = new Uint8Array(size * size * 4);
  for (let at = 0; at < size * size; at += 1) {
    const [x, y] = [at % size, Math.floor(at / size)];
    const edge = x < 2 || y < 2 || x >= size - 2 || y >= size - 2;
    data.set(edge ? [29, 37, 48, 255] : [255, 255, 255, 255], at * 4);
  }
  return { width: size, height: size, data };
}

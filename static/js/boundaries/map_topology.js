// A packed drawing of regions: arcs on a grid, each edge once; neighbours name the same arc.
function decode(flat, grid) {
  const vertices = [];
  let x = 0;
  let y = 0;
  for (let at = 0; at < flat.length; at += 2) {
    x += flat[at];
    y += flat[at + 1];
    vertices.push([x * grid, y * grid]);
  }
  return vertices;
}

const real = (arc) => (arc < 0 ? ~arc : arc);

export class Drawing {
  constructor(data) {
    this.arcs = data.arcs.map((flat) => decode(flat, data.grid));
    this.regions = data.regions;
    this.grid = data.grid;
    this.shared = this.borders();
  }

  arc(number) {
    return number < 0 ? this.arcs[~number].slice().reverse() : this.arcs[number];
  }

  // The arcs that two regions share, by the pair of their codes.
  borders() {
    const sides = new Map();
    for (const region of this.regions) {
      for (const arc of new Set(region.land.flat(2).map(real))) {
        if (!sides.has(arc)) sides.set(arc, []);
        sides.get(arc).push(region.code);
      }
    }
    const shared = new Map();
    sides.forEach((codes, arc) => {
      if (codes.length !== 2) return;
      const pair = codes.sort().join("|");
      if (!shared.has(pair)) shared.set(pair, []);
      shared.get(pair).push(arc);
    });
    return shared;
  }

  border(codes) {
    return (this.shared.get(codes.slice().sort().join("|")) || []).map((arc) => this.arc(arc));
  }

  ring(arcs) {
    const vertices = [];
    for (const arc of arcs) vertices.push(...this.arc(arc).slice(vertices.length ? 1 : 0));
    return vertices;
  }

  features() {
    return this.regions.map((region) => ({
      type: "Feature",
      properties: { code: region.code, name: region.name },
      geometry: { type: "MultiPolygon", coordinates: region.land.map((part) => part.map((ring) => this.ring(ring))) },
    }));
  }

  labels() {
    return this.regions.map((region) => ({
      type: "Feature",
      properties: { code: region.code, name: region.name },
      geometry: { type: "Point", coordinates: region.at.map((step) => step * this.grid) },
    }));
  }
}

export function collection(features) {
  return { type: "FeatureCollection", features };
}

// [west, south, east, north] of coordinates however deeply nested; null where there are none.
export function bounds(coordinates) {
  const flat = coordinates.flat(Infinity);
  if (flat.length < 2) return null;
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < flat.length; at += 2) {
    box[0] = Math.min(box[0], flat[at]);
    box[1] = Math.min(box[1], flat[at + 1]);
    box[2] = Math.max(box[2], flat[at]);
    box[3] = Math.max(box[3], flat[at + 1]);
  }
  return box;
}

// A position averaged over some seconds: each reading weighs as much as its own accuracy is worth.
const EARTH = 111_320; // metres of one degree near the equator
const box = document.querySelector("[data-measure]");
const form = document.querySelector("form[data-field]");

export function average(readings) {
  let [weights, lat, lon] = [0, 0, 0];
  for (const row of readings) {
    const weight = 1 / Math.max(row.accuracy, 1) ** 2;
    weights += weight;
    lat += row.lat * weight;
    lon += row.lon * weight;
  }
  const mean = { lat: lat / weights, lon: lon / weights };
  const far = (row) => Math.hypot((row.lat - mean.lat) * EARTH, (row.lon - mean.lon) * EARTH * Math.cos((mean.lat * Math.PI) / 180));
  const spread = Math.sqrt(readings.reduce((sum, row) => sum + far(row) ** 2, 0) / readings.length);
  const sorted = readings.map((row) => row.accuracy).sort((a, b) => a - b);
  return { ...mean, spread, accuracy: sorted[Math.floor(sorted.length / 2)], count: readings.length };
}

if (box && form && "geolocation" in navigator) begin();

function begin() {
  const part = (name) => box.querySelector(`[data-${name}]`);
  const metres = (value) => `${value.toLocaleString("id-ID", { maximumFractionDigits: 1 })} m`;
  let watch = 0;
  let timer = 0;
  let readings = [];
  let started = 0;
  box.hidden = false;

  function say(which) {
    part("status").textContent = box.dataset[which] || "";
  }

  function announce(place, follow) {
    document.dispatchEvent(new CustomEvent("ksd:position", { detail: { lon: place.lon, lat: place.lat, follow } }));
  }

  function fill(name, value) {
    form.elements[name].value = value;
  }

  function show(mean) {
    part("result").hidden = false;
    part("mean").textContent = `${mean.lat.toFixed(6)}, ${mean.lon.toFixed(6)}`;
    part("accuracy").textContent = `± ${metres(mean.accuracy)}`;
    part("spread").textContent = metres(mean.spread);
    part("count").textContent = mean.count;
  }

  function end() {
    navigator.geolocation.clearWatch(watch);
    clearInterval(timer);
    part("stop").hidden = part("progress").hidden = true;
    part("take").disabled = false;
    if (!readings.length) return;
    const mean = average(readings);
    fill("lat", mean.lat.toFixed(9));
    fill("lon", mean.lon.toFixed(9));
    fill("accuracy_m", mean.accuracy.toFixed(2));
    fill("spread_m", mean.spread.toFixed(2));
    fill("samples", mean.count);
    fill("taken_at", new Date(readings.at(-1).time).toISOString());
    say("done");
  }

  function take(seconds) {
    readings = [];
    started = Date.now();
    part("take").disabled = true;
    part("stop").hidden = part("progress").hidden = false;
    part("progress").max = seconds;
    say("waiting");
    watch = navigator.geolocation.watchPosition((found) => {
      const { latitude: lat, longitude: lon, accuracy } = found.coords;
      readings.push({ lat, lon, accuracy, time: found.timestamp });
      say("taking");
      show(average(readings));
      announce({ lat, lon }, false);
    }, (error) => { say(error.code === error.PERMISSION_DENIED ? "denied" : "lost"); if (error.code === error.PERMISSION_DENIED) end(); }, { enableHighAccuracy: true, maximumAge: 0, timeout: 20_000 });
    timer = setInterval(() => {
      const passed = (Date.now() - started) / 1000;
      part("progress").value = passed;
      if (passed >= seconds) end();
    }, 250);
  }

  part("take").addEventListener("click", () => take(Number(part("seconds").value)));
  part("stop").addEventListener("click", end);
  // Sending while readings still come in sends what there is so far; before outbox.js reads the form.
  form.addEventListener("submit", () => { if (!part("stop").hidden) end(); });
  part("show-me").addEventListener("click", () => {
    say("waiting");
    navigator.geolocation.getCurrentPosition((found) => {
      part("status").textContent = `± ${metres(found.coords.accuracy)}`;
      announce({ lat: found.coords.latitude, lon: found.coords.longitude }, true);
    }, (error) => say(error.code === error.PERMISSION_DENIED ? "denied" : "lost"), { enableHighAccuracy: true, timeout: 20_000 });
  });
  // What is typed takes the place of what was taken.
  form.addEventListener("input", (event) => event.target.name === "coordinate" && ["lat", "lon", "accuracy_m", "spread_m", "samples", "taken_at"].forEach((name) => fill(name, "")));
  document.addEventListener("ksd:kept", () => { part("result").hidden = true; part("status").textContent = ""; });
}

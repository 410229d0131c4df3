// What a person decided about pieces two people changed, laid into the text.
const CODE = /^pasal-/;

// My order on top of theirs: their Pasal stay in, mine are put in and taken out, the order is mine.
export function composed(base, theirs, mine) {
  const result = mine.filter((code) => theirs.includes(code) || !base.includes(code));
  theirs.forEach((code, i) => {
    if (result.includes(code) || base.includes(code)) return;
    const before = theirs.slice(0, i).reverse().find((row) => result.includes(row));
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, code);
  });
  return result;
}

function withCode(order, code, model) {
  if (order.includes(code)) return order;
  const before = model.slice(0, Math.max(0, model.indexOf(code))).reverse().find((row) => order.includes(row));
  const copy = order.slice();
  copy.splice(before === undefined ? copy.length : copy.indexOf(before) + 1, 0, code);
  return copy;
}

// The desk stands on the newest version already; true when somebody wants to go on writing before saving.
export function decide(desk, choices, note) {
  let writesOn = false;
  for (const [clash, choice] of choices) {
    if (clash.key === "urutan") order(desk, clash, choice);
    else if (clash.mine === null || clash.theirs === null) presence(desk, clash, choice);
    else {
      desk.decide(clash.key, choice === "theirs" ? clash.theirs : clash.mine, clash.number);
      if (choice === "both") note(clash);
      writesOn ||= choice === "both";
    }
  }
  return writesOn;
}

function order(desk, clash, choice) {
  const [base, theirs, mine] = [clash.base || clash.theirs, clash.theirs, clash.mine];
  const added = mine.filter((code) => !base.includes(code) && !theirs.includes(code));
  const kept = [...theirs.filter((code) => mine.includes(code) || !base.includes(code)), ...added];
  desk.decide("urutan", choice === "theirs" ? kept : composed(base, theirs, mine), clash.number);
}

// A Pasal one of the two took out.
function presence(desk, clash, choice) {
  const code = clash.key.replace(CODE, "");
  const mine = desk.parts.urutan;
  const newest = desk.newest.urutan;
  const base = desk.before.urutan || newest;
  const order_ = composed(base, newest, mine);
  const content = choice === "mine" ? clash.mine : clash.theirs;
  desk.decide(clash.key, content ?? undefined, clash.number);
  const wanted = content === null ? order_.filter((row) => row !== code) : withCode(order_, code, [...mine, code]);
  desk.decide("urutan", wanted, clash.number);
}

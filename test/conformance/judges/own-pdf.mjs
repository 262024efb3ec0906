// What no judge tells: the count of the outline, and operators that must come in pairs.
import { readFileSync } from "node:fs";
import { readObjects } from "../pdf-objects.mjs";

export const ownPdf = {
  name: "outline counts and paired operators",
  reads: "pdf",
  missing: () => undefined,
  async judge(files) {
    const faults = new Map();
    for (const file of files) faults.set(file, await faultsOf(file));
    return faults;
  },
};

async function faultsOf(file) {
  try {
    const { objects, trailer } = await readObjects(readFileSync(file));
    return [...outlineFaults(objects, trailer), ...contentFaults(objects)];
  } catch (error) {
    return [`cannot be read: ${error.message}`];
  }
}

function outlineFaults(objects, trailer) {
  const catalog = at(objects, reference(trailer, "Root"));
  const outline = reference(catalog, "Outlines");
  if (outline === undefined) return [];
  const faults = [];
  const shown = shownBelow(objects, outline, faults, new Set());
  const count = countOf(at(objects, outline)) ?? 0;
  if (Math.abs(count) !== shown)
    faults.push(`the outline says /Count ${count}, but shows ${shown} entries`);
  return faults;
}

/** How many entries are seen below one when it is open (ISO 32000-1, 12.3.3); tells of entries that count otherwise. */
function shownBelow(objects, number, faults, seen) {
  let total = 0;
  let last;
  for (let child = reference(at(objects, number), "First"); child !== undefined; ) {
    if (seen.has(child)) return faults.push(`the outline goes round at object ${child}`);
    seen.add(child);
    const text = at(objects, child);
    const below = shownBelow(objects, child, faults, seen);
    const count = countOf(text) ?? 0;
    if (Math.abs(count) !== below)
      faults.push(`outline entry ${child} says /Count ${count}, not ${below}`);
    if (reference(text, "Parent") !== number)
      faults.push(`outline entry ${child} has another parent`);
    if (reference(text, "Prev") !== last) faults.push(`outline entry ${child} has another /Prev`);
    total += 1 + (count > 0 ? below : 0);
    last = child;
    child = reference(text, "Next");
  }
  if (reference(at(objects, number), "Last") !== last)
    faults.push(`object ${number} has another /Last`);
  return total;
}

const at = (objects, number) => objects.get(number)?.text ?? "";
const reference = (text, key) => {
  const match = new RegExp(`/${key} (\\d+) 0 R`).exec(text);
  return match === null ? undefined : Number(match[1]);
};
const countOf = (text) => {
  const match = /\/Count (-?\d+)/.exec(text);
  return match === null ? undefined : Number(match[1]);
};

function contentFaults(objects) {
  const pages = [...objects.values()].filter(({ text }) => /\/Type \/Page\b/.test(text));
  return pages.flatMap(({ text }, page) =>
    pairFaults(contentsOf(objects, text)).map((fault) => `page ${page + 1}: ${fault}`),
  );
}

function contentsOf(objects, page) {
  const list = /\/Contents (?:\[([^\]]*)\]|(\d+ 0 R))/.exec(page);
  const numbers = [...(list?.[1] ?? list?.[2] ?? "").matchAll(/(\d+) 0 R/g)];
  return numbers.map(([, number]) => objects.get(Number(number))?.stream ?? "").join("\n");
}

/** Strings and names come first, so that what looks like an operator inside them is passed over. */
const operators =
  /\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<[0-9A-Fa-f\s]*>|\/[^\s/<>[\]()]*|%[^\n]*|[^\s/<>[\]()]+/g;
const opening = new Map([
  ["q", "Q"],
  ["BT", "ET"],
  ["BDC", "EMC"],
  ["BMC", "EMC"],
]);
const closing = new Set(opening.values());

function pairFaults(content) {
  const awaited = [];
  for (const [operator] of content.matchAll(operators)) {
    const close = opening.get(operator);
    if (close !== undefined) awaited.push(close);
    else if (closing.has(operator)) {
      const expected = awaited.pop();
      if (expected !== operator) return [`${operator} where ${expected ?? "nothing"} was awaited`];
    }
  }
  return awaited.length === 0 ? [] : [`${awaited.reverse().join(" ")} is missing at the end`];
}

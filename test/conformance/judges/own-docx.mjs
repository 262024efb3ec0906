// What no judge tells, or not all of them: styles based on themselves or missing, bookmarks told twice, the order of the package,
// and line breaks inside texts.
import { isXml, partsOf, tokensOf, xmlOf } from "../xml.mjs";

export const ownDocx = {
  name: "styles, bookmarks, package order and texts",
  reads: "docx",
  missing: () => undefined,
  judge: async (files) => new Map(files.map((file) => [file, faultsOf(file)])),
};

function faultsOf(file) {
  try {
    const parts = partsOf(file);
    const first = parts.keys().next().value;
    const stories = [...parts].filter(([name]) => isXml(name) && name.startsWith("word/"));
    const styles = stylesOf(xmlOf(parts.get("word/styles.xml")));
    return [
      ...(first === "[Content_Types].xml" ? [] : [`the package begins with ${first}`]),
      ...styleFaults(styles),
      ...stories.flatMap(([name, bytes]) => usedStyleFaults(name, xmlOf(bytes), styles)),
      ...bookmarkFaults(stories),
      ...stories.flatMap(([name, bytes]) => textFaults(name, xmlOf(bytes))),
    ];
  } catch (error) {
    return [`cannot be read: ${error.message}`];
  }
}

/** Each style by its id: { type, basedOn, next, link }. */
function stylesOf(xml) {
  const styles = new Map();
  let style = {};
  for (const { kind, name, attributes } of tokensOf(xml)) {
    if (kind !== "open") continue;
    const value = attributes.get("w:val");
    if (name === "w:style") {
      style = { type: attributes.get("w:type") };
      styles.set(attributes.get("w:styleId"), style);
    } else if (name === "w:basedOn") style.basedOn = value;
    else if (name === "w:next") style.next = value;
    else if (name === "w:link") style.link = value;
  }
  return styles;
}

function styleFaults(styles) {
  const faults = [];
  for (const [id, style] of styles) {
    for (const other of [style.basedOn, style.next, style.link])
      if (other !== undefined && !styles.has(other))
        faults.push(`style ${id} names ${other}, which is missing`);
    const base = styles.get(style.basedOn);
    if (base !== undefined && base.type !== style.type)
      faults.push(`style ${id} has a base of another type`);
    if (goesRound(styles, id)) faults.push(`style ${id} is based on itself`);
  }
  return faults;
}

function goesRound(styles, id) {
  const seen = new Set();
  for (let next = id; next !== undefined; next = styles.get(next)?.basedOn) {
    if (seen.has(next)) return true;
    seen.add(next);
  }
  return false;
}

const users = new Map([
  ["w:pStyle", "paragraph"],
  ["w:rStyle", "character"],
  ["w:tblStyle", "table"],
]);

function usedStyleFaults(part, xml, styles) {
  const faults = new Set();
  for (const { kind, name, attributes } of tokensOf(xml)) {
    const type = kind === "open" ? users.get(name) : undefined;
    if (type === undefined) continue;
    const id = attributes.get("w:val");
    if (styles.get(id)?.type !== type)
      faults.add(`${part} uses the ${type} style ${id}, which is missing`);
  }
  return [...faults];
}

/** Ids and names are the document's own; every start has its end, and every link inside has its bookmark. */
function bookmarkFaults(stories) {
  const found = { ids: [], names: [], ends: [], anchors: [] };
  for (const [, bytes] of stories)
    for (const token of tokensOf(xmlOf(bytes))) if (token.kind === "open") collect(token, found);
  const names = new Set(found.names);
  return [
    ...twice(found.ids).map((id) => `bookmark id ${id} is told twice`),
    ...twice(found.names).map((name) => `bookmark ${name} is told twice`),
    ...twice(found.ends).map((id) => `bookmark ${id} ends twice`),
    ...difference(found.ids, found.ends).map((id) => `bookmark ${id} never ends`),
    ...difference(found.ends, found.ids).map((id) => `bookmark ${id} ends without a start`),
    ...difference(found.anchors, names).map(
      (name) => `a link leads to bookmark ${name}, which is missing`,
    ),
  ];
}

function collect({ name, attributes }, found) {
  if (name === "w:bookmarkStart") {
    found.ids.push(attributes.get("w:id"));
    found.names.push(attributes.get("w:name"));
  } else if (name === "w:bookmarkEnd") found.ends.push(attributes.get("w:id"));
  else if (name === "w:hyperlink" && attributes.has("w:anchor"))
    found.anchors.push(attributes.get("w:anchor"));
}

const twice = (values) => [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
const difference = (values, others) => {
  const known = new Set(others);
  return [...new Set(values.filter((value) => !known.has(value)))];
};

function textFaults(part, xml) {
  const faults = [];
  let inText = false;
  for (const token of tokensOf(xml)) {
    if (token.name === "w:t") inText = token.kind === "open" && !token.empty;
    else if (token.kind === "text" && inText && /[\n\r\t]/.test(token.text))
      faults.push(
        `${part} has a line break or tab inside the text ${JSON.stringify(token.text.slice(0, 40))}`,
      );
  }
  return faults;
}

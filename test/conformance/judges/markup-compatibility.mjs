// What a reader that knows only the standard's namespaces sees of a part (ISO/IEC 29500-3): ignorable content is left out, and of
// alternate content the fallback stays.
import { tokensOf } from "../xml.mjs";

const compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
const outermost = {
  path: "",
  namespaces: new Map([["xml", "http://www.w3.org/XML/1998/namespace"]]),
  ignorable: new Set(),
  children: new Map(),
  hidden: false,
  shown: true,
};

/**
 * Gives { xml, paths, faults }. Each start tag ends on a line of its own, so that the line number of a validator is an index into
 * `paths`.
 */
export function standardView(xml) {
  const output = { text: "", paths: ["", ""], faults: [] };
  const stack = [outermost];
  for (const token of tokensOf(xml)) {
    const parent = stack.at(-1);
    if (token.kind === "text") {
      if (!parent.hidden) output.text += token.text.replace(/\n/g, " ");
    } else if (token.kind === "close") {
      stack.pop();
      if (parent.shown) output.text += `</${token.name}>`;
    } else {
      const element = elementOf(token, parent, output.faults);
      if (element.shown) write(token, element, output);
      if (!token.empty) stack.push(element);
    }
  }
  return { xml: output.text, paths: output.paths, faults: output.faults };
}

function elementOf({ name, attributes }, parent, faults) {
  const count = (parent.children.get(name) ?? 0) + 1;
  parent.children.set(name, count);
  const path = `${parent.path}/${name}[${count}]`;
  const namespaces = new Map(parent.namespaces);
  for (const [key, value] of attributes)
    if (key === "xmlns" || key.startsWith("xmlns:")) namespaces.set(key.slice(6), value);
  const ignorable = new Set(parent.ignorable);
  for (const prefix of ignoredPrefixes(attributes, namespaces)) {
    const namespace = namespaces.get(prefix);
    if (namespace === undefined)
      faults.push(`${path}: Ignorable names the undeclared prefix "${prefix}"`);
    else ignorable.add(namespace);
  }
  const namespace = namespaceOf(name, namespaces);
  const isAlternative = namespace === compatibility;
  const hidden =
    parent.hidden || ignorable.has(namespace) || (isAlternative && name.endsWith(":Choice"));
  const shown = !hidden && !isAlternative;
  return { path, namespaces, ignorable, children: new Map(), hidden, shown };
}

function ignoredPrefixes(attributes, namespaces) {
  const lists = [...attributes].filter(
    ([key]) => key.endsWith(":Ignorable") && namespaceOf(key, namespaces) === compatibility,
  );
  return lists.flatMap(([, value]) => value.split(/\s+/).filter((prefix) => prefix !== ""));
}

function write({ name, attributes, empty }, element, output) {
  const isSeen = (key) => {
    if (key === "xmlns" || key.startsWith("xmlns:") || !key.includes(":")) return true;
    const namespace = namespaceOf(key, element.namespaces);
    return namespace !== compatibility && !element.ignorable.has(namespace);
  };
  const kept = [...attributes].filter(([key]) => isSeen(key));
  output.text += `<${name}${kept.map(([key, value]) => ` ${key}="${value.replace(/"/g, "&quot;").replace(/\n/g, " ")}"`).join("")}\n${empty ? "/" : ""}>`;
  output.paths.push(element.path);
}

function namespaceOf(name, namespaces) {
  const colon = name.indexOf(":");
  return namespaces.get(colon < 0 ? "" : name.slice(0, colon));
}

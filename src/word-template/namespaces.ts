import type { Edit, XmlElement, XmlPart } from "../ooxml/index.ts";
import { eachWithin, putAttribute, WordFileFault } from "../ooxml/index.ts";

const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/** Prefixes that pasted elements use and that stand for what the root of their part says. */
export type Needed = {
  readonly prefixes: Map<string, string>;
  /** Of these, the ones that older readers may pass over. */
  readonly ignorable: Set<string>;
};

/** What everything needs that is written here: `w`. */
export function neededAlways(): Needed {
  return { prefixes: new Map([["w", wordNamespace]]), ignorable: new Set() };
}

/** Adds what the elements need; `part` is the one that they stand in. */
export function addNeeded(needed: Needed, part: XmlPart, elements: readonly XmlElement[]): void {
  const ignorable = new Set((part.root.attributes["mc:Ignorable"] ?? "").split(/\s+/));
  const use = (prefix: string): void => {
    const uri = part.declared.get(prefix);
    if (prefix === "" || uri === undefined) return;
    needed.prefixes.set(prefix, uri);
    if (ignorable.has(prefix)) needed.ignorable.add(prefix);
  };
  const visit = (element: XmlElement): void => {
    use(prefixOf(element.rawName));
    for (const [name, value] of Object.entries(element.attributes)) {
      use(prefixOf(element.rawAttributes?.[name] ?? name));
      if (name === "Requires") for (const prefix of value.split(/\s+/)) use(prefix);
    }
  };
  for (const element of elements) {
    visit(element);
    eachWithin(element, visit);
  }
}

function prefixOf(name: string): string {
  const colon = name.indexOf(":");
  return colon === -1 || name.startsWith("{") ? "" : name.slice(0, colon);
}

/** Declares at the root of a part what pasted elements need, where it is not declared. */
export function declarations(path: string, part: XmlPart, needed: Needed): readonly Edit[] {
  const { root, declared, text } = part;
  const prefixes = new Map(needed.prefixes);
  if (needed.ignorable.size > 0) prefixes.set("mc", compatibility);
  let added = "";
  for (const [prefix, uri] of [...prefixes].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const there = declared.get(prefix);
    if (there === uri) continue;
    if (there !== undefined)
      throw new WordFileFault(
        "word-file-is-sound",
        `has a part "${path}" where the prefix "${prefix}" stands for names of its own`,
        "Open it in Word, save it again, and use that file.",
      );
    added += ` xmlns:${prefix}="${uri}"`;
  }
  const at = root.start + 1 + root.rawName.length;
  const edits: Edit[] = added === "" ? [] : [{ from: at, to: at, text: added }];
  return [...edits, ...ignorables(text, root, needed)];
}

function ignorables(text: string, root: XmlElement, needed: Needed): readonly Edit[] {
  const there = (root.attributes["mc:Ignorable"] ?? "").split(/\s+/).filter((each) => each !== "");
  const missing = [...needed.ignorable].filter((prefix) => !there.includes(prefix)).sort();
  if (missing.length === 0) return [];
  return putAttribute(text, root, "mc:Ignorable", "mc:Ignorable", [...there, ...missing].join(" "));
}

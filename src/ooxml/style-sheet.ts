import { childOf, childrenOf, valOf } from "./walk.ts";
import type { WordFile } from "./word-file.ts";
import type { XmlElement, XmlPart } from "./xml.ts";

export type StyleType = "paragraph" | "character" | "table" | "numbering";

/** A style of a Word file (17.7.4.17). */
export type WordStyle = {
  readonly id: string;
  /** As Word shows it; built-in ones have their English names in every language of Word. */
  readonly name: string;
  readonly type: StyleType;
  readonly isDefault: boolean;
  readonly basedOn?: string;
  readonly element: XmlElement;
};

/** A property of paragraphs or runs, by what stands in the file. */
export type Property = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly xml: string;
};

/** What a style comes to with all that it is based on and the defaults of the file. */
export type Look = {
  readonly paragraph: ReadonlyMap<string, Property>;
  readonly run: ReadonlyMap<string, Property>;
};

export type StyleSheet = {
  readonly part: XmlPart;
  readonly styles: readonly WordStyle[];
  readonly byId: (id: string) => WordStyle | undefined;
  /** By name or alias, whatever the case of its letters. */
  readonly byName: (type: StyleType, name: string) => WordStyle | undefined;
  readonly defaultOf: (type: StyleType) => WordStyle | undefined;
  /** With the defaults of the file; undefined gives these alone. */
  readonly lookOf: (id: string | undefined) => Look;
  /** Without the defaults of the file. */
  readonly ownLookOf: (id: string) => Look;
};

const types: readonly StyleType[] = ["paragraph", "character", "table", "numbering"];

export function readStyleSheet(file: WordFile, path: string): StyleSheet {
  const part = file.xml(path);
  const styles = childrenOf(part.root, "w:style").flatMap((element) => styleOf(element));
  const ids = new Map<string, WordStyle>();
  const names = new Map<string, WordStyle>();
  const defaults = new Map<StyleType, WordStyle>();
  for (const style of styles) {
    if (!ids.has(style.id)) ids.set(style.id, style);
    if (style.isDefault && !defaults.has(style.type)) defaults.set(style.type, style);
    const aliases = valOf(style.element, "w:aliases")?.split(",") ?? [];
    for (const name of [style.name, ...aliases]) {
      const key = `${style.type} ${plainName(name)}`;
      if (!names.has(key)) names.set(key, style);
    }
  }
  const looks = new Map<string, Look>();
  const ownLooks = new Map<string, Look>();
  const byId = (id: string): WordStyle | undefined => ids.get(id);
  return {
    part,
    styles,
    byId,
    byName: (type, name) => names.get(`${type} ${plainName(name)}`),
    defaultOf: (type) => defaults.get(type),
    lookOf(id) {
      const key = id ?? "";
      const known = looks.get(key);
      if (known !== undefined) return known;
      const made = lookOf(part, id, byId, true);
      looks.set(key, made);
      return made;
    },
    ownLookOf(id) {
      const made = ownLooks.get(id) ?? lookOf(part, id, byId, false);
      ownLooks.set(id, made);
      return made;
    },
  };
}

/** Word does not mind the case of names, nor blanks at their ends. */
function plainName(name: string): string {
  return name.trim().toLowerCase();
}

function styleOf(element: XmlElement): readonly WordStyle[] {
  const id = element.attributes["w:styleId"];
  const type = types.find((each) => each === (element.attributes["w:type"] ?? "paragraph"));
  if (id === undefined || type === undefined) return [];
  const basedOn = valOf(element, "w:basedOn");
  return [
    {
      id,
      name: valOf(element, "w:name") ?? id,
      type,
      isDefault: ["1", "true", "on"].includes(element.attributes["w:default"] ?? "0"),
      element,
      ...(basedOn === undefined ? {} : { basedOn }),
    },
  ];
}

function lookOf(
  part: XmlPart,
  id: string | undefined,
  byId: (id: string) => WordStyle | undefined,
  withDefaults: boolean,
): Look {
  const paragraph = new Map<string, Property>();
  const run = new Map<string, Property>();
  const defaults = withDefaults ? childOf(part.root, "w:docDefaults") : undefined;
  addTo(paragraph, childOf(childOf(defaults, "w:pPrDefault"), "w:pPr"), part);
  addTo(run, childOf(childOf(defaults, "w:rPrDefault"), "w:rPr"), part);
  const chain: WordStyle[] = [];
  const seen = new Set<string>();
  // A circle of styles ends where it closes.
  for (let at = id; at !== undefined && !seen.has(at); at = byId(at)?.basedOn) {
    seen.add(at);
    const style = byId(at);
    if (style !== undefined) chain.unshift(style);
  }
  for (const { element } of chain) {
    addTo(paragraph, childOf(element, "w:pPr"), part);
    addTo(run, childOf(element, "w:rPr"), part);
  }
  return { paragraph, run };
}

/** A later property takes the place of an earlier one; those of spacing and indents do so attribute by attribute (17.7.2). */
function addTo(
  look: Map<string, Property>,
  properties: XmlElement | undefined,
  part: XmlPart,
): void {
  for (const child of properties?.children ?? []) {
    const before = ["w:spacing", "w:ind", "w:rFonts", "w:lang"].includes(child.name)
      ? look.get(child.name)?.attributes
      : undefined;
    look.set(child.name, {
      name: child.name,
      attributes: { ...before, ...child.attributes },
      xml: part.text.slice(child.start, child.end),
    });
  }
}

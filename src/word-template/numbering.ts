import type { StyleSheet, WordFile, XmlElement, XmlPart } from "../ooxml/index.ts";
import { childOf, childrenOf, parseXml, valOf } from "../ooxml/index.ts";

/** Place of a paragraph in a list: number of the list and level, 0 to 8. */
export type ListPlace = { readonly list: string; readonly level: number };

type List = { readonly element: XmlElement; readonly abstract: XmlElement | undefined };

/** The lists of a file (word/numbering.xml, 17.9). */
export type Numbering = {
  readonly part: XmlPart;
  readonly lists: ReadonlyMap<string, List>;
  /** Where a paragraph style places its paragraphs; undefined when it is no list style. */
  readonly placeOf: (styleId: string) => ListPlace | undefined;
};

const empty = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:numbering>`;

export function readNumbering(
  file: WordFile,
  path: string | undefined,
  styles: StyleSheet,
): Numbering {
  const part = path === undefined ? parseXml("word/numbering.xml", empty) : file.xml(path);
  const abstracts = new Map(
    childrenOf(part.root, "w:abstractNum").map((element) => [
      element.attributes["w:abstractNumId"] ?? "",
      element,
    ]),
  );
  const lists = new Map(
    childrenOf(part.root, "w:num").map((element): [string, List] => [
      element.attributes["w:numId"] ?? "",
      { element, abstract: abstracts.get(valOf(element, "w:abstractNumId") ?? "") },
    ]),
  );
  return {
    part,
    lists,
    placeOf(styleId) {
      const property = styles.lookOf(styleId).paragraph.get("w:numPr");
      if (property === undefined) return undefined;
      // The look keeps the text; its two values are read from there.
      const list = /numId\s+[\w:]*val=["'](\d+)/.exec(property.xml)?.[1];
      if (list === undefined || list === "0" || !lists.has(list)) return undefined;
      const written = /ilvl\s+[\w:]*val=["'](\d)/.exec(property.xml)?.[1];
      return {
        list,
        level: linkedLevel(lists.get(list)?.abstract, styleId) ?? Number(written ?? 0),
      };
    },
  };
}

/** A level that names the style is the style's (17.9.23). */
function linkedLevel(abstract: XmlElement | undefined, styleId: string): number | undefined {
  const level = childrenOf(abstract, "w:lvl").find((each) => valOf(each, "w:pStyle") === styleId);
  return level === undefined ? undefined : Number(level.attributes["w:ilvl"] ?? 0);
}

/** What is added to the lists of the template: definitions and lists of ours that are asked for, and fresh lists of its own definitions. */
export type NumberingMerge = {
  /** Number in the template of a list of ours. */
  readonly carried: (list: string) => string;
  /** Number of a fresh list that looks as the template's and begins where ours does. */
  readonly restarted: (ownList: string, ownLevel: number, place: ListPlace) => string;
  /** The part with what was asked for; undefined when nothing was. */
  readonly xml: (styleIdOf: (id: string) => string | undefined) => string | undefined;
};

export function mergeNumbering(own: Numbering, template: Numbering): NumberingMerge {
  let lastList = highest([...template.lists.keys()]);
  let lastAbstract = highest(
    childrenOf(template.part.root, "w:abstractNum").map(
      ({ attributes }) => attributes["w:abstractNumId"] ?? "0",
    ),
  );
  const abstracts = new Map<XmlElement, number>();
  const carried = new Map<string, string>();
  const restarted = new Map<string, string>();
  const lists: string[] = [];

  const numberOfAbstract = (element: XmlElement): number => {
    const known = abstracts.get(element);
    if (known !== undefined) return known;
    abstracts.set(element, ++lastAbstract);
    return lastAbstract;
  };
  return {
    carried(list) {
      const known = carried.get(list);
      if (known !== undefined) return known;
      const found = own.lists.get(list);
      if (found?.abstract === undefined) return "0";
      const id = String(++lastList);
      carried.set(list, id);
      const overrides = childrenOf(found.element, "w:lvlOverride")
        .map(({ start, end }) => own.part.text.slice(start, end))
        .join("");
      lists.push(listXml(id, numberOfAbstract(found.abstract), overrides));
      return id;
    },
    restarted(ownList, ownLevel, place) {
      const key = `${ownList} ${ownLevel} ${place.list} ${place.level}`;
      const known = restarted.get(key);
      if (known !== undefined) return known;
      const id = String(++lastList);
      restarted.set(key, id);
      const abstract = valOf(template.lists.get(place.list)?.element, "w:abstractNumId") ?? "0";
      const start = startOf(own.lists.get(ownList), ownLevel);
      lists.push(
        listXml(
          id,
          abstract,
          `<w:lvlOverride w:ilvl="${place.level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`,
        ),
      );
      return id;
    },
    xml(styleIdOf) {
      if (lists.length === 0) return undefined;
      const definitions = [...abstracts].map(([element, id]) =>
        abstractXml(own.part.text, element, id, styleIdOf),
      );
      return withLists(template.part, definitions.join(""), lists.join(""));
    },
  };
}

function highest(ids: readonly string[]): number {
  return ids.reduce((most, id) => Math.max(most, Number(id) || 0), 0);
}

function listXml(id: string, abstract: number | string, overrides: string): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;
}

function startOf(list: List | undefined, level: number): number {
  const isLevel = ({ attributes }: XmlElement): boolean => attributes["w:ilvl"] === String(level);
  const override = childrenOf(list?.element, "w:lvlOverride").find(isLevel);
  const defined = childrenOf(list?.abstract, "w:lvl").find(isLevel);
  return Number(valOf(override, "w:startOverride") ?? valOf(defined, "w:start") ?? 1);
}

/** Our definition under its new number; a level keeps its style where that style was added and so points back at it. */
function abstractXml(
  text: string,
  element: XmlElement,
  id: number,
  styleIdOf: (id: string) => string | undefined,
): string {
  return text
    .slice(element.start, element.end)
    .replace(/w:abstractNumId="\d+"/, `w:abstractNumId="${id}"`)
    .replace(/<w:(nsid|tmpl) w:val="[\dA-Fa-f]+"\/>/g, (_match, name: string) => {
      // Word takes definitions with the same number for the same list, so each has one of its own.
      const number = (0x0d055000 + id).toString(16).toUpperCase().padStart(8, "0");
      return `<w:${name} w:val="${number}"/>`;
    })
    .replace(/<w:(?:pStyle|styleLink|numStyleLink) w:val="([^"]*)"\/>/g, (match, style: string) => {
      const there = styleIdOf(style);
      return there === undefined ? "" : match.replace(`"${style}"`, `"${there}"`);
    });
}

/** Definitions come before lists (CT_Numbering, 17.9.18). */
function withLists({ text, root }: XmlPart, definitions: string, lists: string): string {
  const firstList = childOf(root, "w:num");
  const last = childOf(root, "w:numIdMacAtCleanup");
  const atLists = last?.start ?? root.contentEnd;
  const atDefinitions = firstList?.start ?? atLists;
  return (
    text.slice(0, atDefinitions) +
    definitions +
    text.slice(atDefinitions, atLists) +
    lists +
    text.slice(atLists)
  );
}

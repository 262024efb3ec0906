import type { Look, Property, StyleSheet, WordStyle } from "../ooxml/index.ts";
import { contrast, escapeXml, themeColourOf } from "../ooxml/index.ts";

/** What an added style is fitted to: ours and the template's running text, headings and theme. */
export type Fitting = {
  readonly own: StyleSheet;
  readonly template: StyleSheet;
  /** Running text of ours and of the template. */
  readonly ownBody: Look;
  readonly templateBody: Look;
  readonly ownHeading: Look;
  readonly templateHeading: Look;
  /** Width of the text of the template by that of ours. */
  readonly width: number;
  /** The same for pages turned on their side. */
  readonly turnedWidth: number;
  readonly colours: ReadonlyMap<string, string>;
  /** Number of a list of ours in the template. */
  readonly numberOf: (id: string) => string;
};

/** `<w:name …/>`; undefined attributes are left out, and with none the element too. */
function written(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
): string {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  if (given.length === 0) return "";
  return `<${name} ${given.map(([key, value]) => `${key}="${escapeXml(String(value))}"`).join(" ")}/>`;
}

function size(look: Look): number {
  const value = Number(look.run.get("w:sz")?.attributes["w:val"]);
  return value > 0 ? value : 20;
}

function same(a: Property | undefined, b: Property | undefined): boolean {
  return a !== undefined && b !== undefined && a.xml === b.xml;
}

/**
 * Properties of runs: what makes the style differ from the one that it is based on. Its font and its size come from the template's
 * text and headings, and the colours from its theme, so that it looks as if the office had made it.
 */
export function runXml(style: WordStyle, base: Look, under: Look, fit: Fitting): string {
  const own = propertiesOf(style, "run", fit.own);
  const result: string[] = [];
  for (const property of own) {
    if (style.type === "paragraph" && same(property, base.run.get(property.name))) continue;
    result.push(runProperty(property, style, base, under, fit));
  }
  return result.join("");
}

function runProperty(
  property: Property,
  style: WordStyle,
  base: Look,
  under: Look,
  fit: Fitting,
): string {
  switch (property.name) {
    case "w:rFonts":
      return fonts(property, style, fit);
    case "w:sz":
    case "w:szCs": {
      const scaled = (Number(property.attributes["w:val"]) * size(under)) / size(base);
      return written(property.name, { "w:val": Math.max(2, Math.round(scaled)) });
    }
    case "w:color":
      return colour(property, fit);
    default:
      return rethemed(property.xml, fit);
  }
}

function fonts(property: Property, style: WordStyle, fit: Fitting): string {
  const isLike = (look: Look): boolean => {
    const other = look.run.get("w:rFonts")?.attributes ?? {};
    const name = (attributes: Readonly<Record<string, string>>): string =>
      attributes["w:asciiTheme"] ?? attributes["w:ascii"] ?? "";
    return name(other) === name(property.attributes);
  };
  // Text and headings may be of one family here, and of two in the template.
  const isHeading = /title|heading/i.test(style.name) && isLike(fit.ownHeading);
  if (isHeading) return fontsOf(fit.templateHeading);
  if (isLike(fit.ownBody)) return fontsOf(fit.templateBody);
  return isLike(fit.ownHeading) ? fontsOf(fit.templateHeading) : rethemed(property.xml, fit);
}

function fontsOf(look: Look): string {
  const property = look.run.get("w:rFonts");
  return property === undefined ? "" : written("w:rFonts", property.attributes);
}

function colour(property: Property, fit: Fitting): string {
  const named = themeColourOf(property, "themeColor", fit.colours);
  if (named !== undefined)
    return isReadable(named)
      ? rethemed(property.xml, fit)
      : rethemed(property.xml, { colours: new Map() });
  if (same(property, fit.ownBody.run.get("w:color"))) return bodyColour(fit);
  if (!same(property, fit.ownHeading.run.get("w:color"))) return rethemed(property.xml, fit);
  const heading = fit.templateHeading.run.get("w:color");
  return heading === undefined ? bodyColour(fit) : written("w:color", heading.attributes);
}

/** On paper and on the lightest tints (WCAG 2.1, 1.4.3); many an accent is for surfaces alone. */
function isReadable(colour: string): boolean {
  return contrast(colour, "EFEFEF") >= 4.5;
}

function bodyColour({ templateBody }: Fitting): string {
  const body = templateBody.run.get("w:color");
  return body === undefined ? "" : written("w:color", body.attributes);
}

/** Slots of a theme that mean the same in every theme; the others are one's tint and another's red. */
const sharedSlots = ["text1", "dark1", "background1", "light1", "accent1", "hyperlink"];

/**
 * Text, paper, the first accent and links are coloured as the template's theme says; what stands beside them for readers that know no themes
 * follows. Other colours are ours, since their slots mean something else in another theme, or nothing without one.
 */
export function rethemed(xml: string, { colours }: Pick<Fitting, "colours">): string {
  return xml.replace(/<w:[^>]*\sw:theme[^>]*>/g, (tag) => {
    const named = [...tag.matchAll(/\sw:theme(?:Color|Fill)="([^"]*)"/g)].map(([, slot]) => slot);
    const isShared = named.every((slot) => slot !== undefined && sharedSlots.includes(slot));
    if (colours.size === 0 || !isShared) return tag.replace(/\sw:\w*[tT]heme\w*="[^"]*"/g, "");
    const attributes = Object.fromEntries(
      [...tag.matchAll(/\s(w:\w+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
    );
    const text = themeColourOf({ attributes }, "themeColor", colours);
    const fill = themeColourOf({ attributes }, "themeFill", colours);
    const name = tag.startsWith("<w:color") ? "w:val" : "w:color";
    const withText =
      text === undefined ? tag : tag.replace(new RegExp(` ${name}="[^"]*"`), ` ${name}="${text}"`);
    return fill === undefined ? withText : withText.replace(/ w:fill="[^"]*"/, ` w:fill="${fill}"`);
  });
}

/** Properties of paragraphs, in the order of ours, which is that of the schema (17.3.1.26). */
export function paragraphXml(style: WordStyle, base: Look, under: Look, fit: Fitting): string {
  const own = propertiesOf(style, "paragraph", fit.own);
  const isOnDefault =
    style.basedOn !== undefined && fit.own.byId(style.basedOn)?.isDefault === true;
  const result: string[] = [];
  for (const property of own) {
    const before = base.paragraph.get(property.name);
    if (property.name === "w:framePr") continue;
    if (property.name === "w:spacing")
      result.push(spacing(property, isOnDefault ? undefined : before));
    else if (property.name === "w:ind") result.push(indent(property, under, fit));
    else if (property.name === "w:tabs") result.push(tabsXml(property, style, fit));
    else if (property.name === "w:numPr") result.push(numbering(property, fit));
    else if (!same(property, before)) result.push(rethemed(property.xml, fit));
  }
  return result.join("");
}

/** Exact leading belongs to our type; the template's own line spacing goes with its type. */
function spacing(property: Property, before: Property | undefined): string {
  const attributes = Object.entries(property.attributes).filter(
    ([name, value]) =>
      !(name === "w:line" || name === "w:lineRule") && before?.attributes[name] !== value,
  );
  const isAuto = property.attributes["w:lineRule"] === "auto";
  const line = isAuto
    ? { "w:line": property.attributes["w:line"], "w:lineRule": "auto" }
    : undefined;
  return written("w:spacing", { ...Object.fromEntries(attributes), ...line });
}

const number = (value: string | undefined): number => {
  const read = Number(value ?? 0);
  return Number.isFinite(read) ? read : 0;
};

/**
 * Our text may stand in a column beside side headings; in the template, indents count from its own running text. What hangs keeps its depth,
 * so it is the start of the first line that moves.
 */
function indentOf(own: number, hanging: number, fit: Fitting): number {
  return Math.max(0, own - hanging - leftOf(fit.ownBody)) + hanging + leftOf(fit.templateBody);
}

/** Indent of a style at the left, twips. */
export function leftOf(look: Look): number {
  const indent = look.paragraph.get("w:ind")?.attributes;
  return number(indent?.["w:left"] ?? indent?.["w:start"]);
}

function indent(property: Property, under: Look, fit: Fitting): string {
  const there = under.paragraph.get("w:ind")?.attributes ?? {};
  const hanging = number(property.attributes["w:hanging"]);
  const left = indentOf(number(property.attributes["w:left"]), hanging, fit);
  const right = property.attributes["w:right"];
  const first = number(property.attributes["w:firstLine"]);
  const firstNow = number(there["w:firstLine"]) - number(there["w:hanging"]);
  const isFirstEqual = first - hanging === firstNow;
  return written("w:ind", {
    "w:left": left === number(there["w:left"] ?? there["w:start"]) ? undefined : left,
    "w:right": right === there["w:right"] ? undefined : right,
    "w:hanging": !isFirstEqual && hanging > 0 ? hanging : undefined,
    "w:firstLine": !isFirstEqual && hanging === 0 ? first : undefined,
  });
}

/** A stop at a hanging indent goes with it; others keep their share of the width. */
export function tabsXml(property: Property, style: WordStyle, fit: Fitting): string {
  const { "w:left": left, "w:hanging": hanging } =
    fit.own.lookOf(style.id).paragraph.get("w:ind")?.attributes ?? {};
  const share = / Wide$/.test(style.name) ? fit.turnedWidth : fit.width;
  return property.xml.replace(/w:pos="(-?\d+)"/g, (_match, at: string) => {
    const moved =
      at === left ? indentOf(number(at), number(hanging), fit) : Math.round(number(at) * share);
    return `w:pos="${moved}"`;
  });
}

function numbering(property: Property, fit: Fitting): string {
  return property.xml.replace(
    /<w:numId w:val="(\d+)"\/>/,
    (_match, id: string) => `<w:numId w:val="${fit.numberOf(id)}"/>`,
  );
}

/** What the style itself says, without what it is based on. */
function propertiesOf(style: WordStyle, kind: "paragraph" | "run", sheet: StyleSheet): Property[] {
  const name = kind === "paragraph" ? "w:pPr" : "w:rPr";
  const own = style.element.children.find((child) => child.name === name)?.children ?? [];
  return own.map((child) => ({
    name: child.name,
    attributes: child.attributes,
    xml: sheet.part.text.slice(child.start, child.end),
  }));
}

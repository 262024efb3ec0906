import type { Look, WordStyle, XmlElement } from "../ooxml/index.ts";
import { childOf, escapeXml } from "../ooxml/index.ts";
import type { Fitting } from "./added-look.ts";
import { paragraphXml, rethemed, runXml } from "./added-look.ts";
import type { StyleMatches } from "./match-styles.ts";

/** The styles of ours that the template lacks, fitted to it, as they are to stand in its styles.xml. */
export function addedStyles(matches: StyleMatches, fit: Fitting): string {
  const names = new Set(fit.template.styles.map(({ name }) => name.toLowerCase()));
  return matches
    .added()
    .map((style) => styleXml(style, matches, fit, names))
    .join("");
}

function styleXml(
  style: WordStyle,
  matches: StyleMatches,
  fit: Fitting,
  names: ReadonlySet<string>,
): string {
  const base = fit.own.lookOf(style.basedOn);
  const under = underOf(style, matches, fit);
  const { text } = fit.own.part;
  const content = style.element.children.map((child): string => {
    switch (child.name) {
      case "w:name":
        return `<w:name w:val="${escapeXml(freeName(style.name, names))}"/>`;
      case "w:basedOn":
      case "w:next":
      case "w:link":
        return reference(child, matches);
      case "w:pPr":
        return wrapped("w:pPr", paragraphXml(style, base, under, fit));
      case "w:rPr":
        return wrapped("w:rPr", runXml(style, base, under, fit));
      default:
        return rethemed(text.slice(child.start, child.end), fit);
    }
  });
  const custom =
    style.element.attributes["w:customStyle"] === undefined ? "" : ' w:customStyle="1"';
  // Text that names no style has the default one; where the template says none, it is ours.
  const isDefault = style.isDefault && fit.template.defaultOf(style.type) === undefined;
  const usual = isDefault ? ' w:default="1"' : "";
  return `<w:style w:type="${style.type}"${usual}${custom} w:styleId="${matches.idOf(style.id)}">${content.join("")}</w:style>`;
}

/** What the style stands on in the template: a style of the template, or one that was added and so looks like ours. */
function underOf(style: WordStyle, matches: StyleMatches, fit: Fitting): Look {
  let at = style.basedOn;
  for (let step = 0; at !== undefined && step < 100; step++) {
    const match = matches.matchOf(at);
    if (match?.kind === "found") return fit.template.lookOf(match.style.id);
    at = fit.own.byId(at)?.basedOn;
  }
  return fit.template.lookOf(fit.template.defaultOf(style.type)?.id);
}

function wrapped(name: string, content: string): string {
  return content === "" ? "" : `<${name}>${content}</${name}>`;
}

/** Word wants one style a name, of whatever type. */
function freeName(name: string, names: ReadonlySet<string>): string {
  return names.has(name.toLowerCase()) ? `${name} (Dossier)` : name;
}

/** A style that is not in the template cannot follow or be linked. */
function reference(child: XmlElement, matches: StyleMatches): string {
  const id = child.attributes["w:val"] ?? "";
  if (matches.matchOf(id) === undefined) return "";
  return `<${child.name} w:val="${matches.idOf(id)}"/>`;
}

/** The language of text that names none: that of the document, whose words are the most. */
export function languageElement(fit: Pick<Fitting, "own" | "template">): {
  readonly own: string | undefined;
  readonly template: string | undefined;
  readonly element: XmlElement | undefined;
} {
  const template = fit.template.defaultOf("paragraph");
  const own = fit.own.lookOf(fit.own.defaultOf("paragraph")?.id).run.get("w:lang");
  const there = fit.template.lookOf(template?.id).run.get("w:lang");
  const defaults = childOf(childOf(fit.template.part.root, "w:docDefaults"), "w:rPrDefault");
  const inStyle = childOf(childOf(template?.element, "w:rPr"), "w:lang");
  return {
    own: own?.attributes["w:val"],
    template: there?.attributes["w:val"],
    element: inStyle ?? childOf(childOf(defaults, "w:rPr"), "w:lang"),
  };
}

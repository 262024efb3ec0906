import type { Fitting } from "./added-look.ts";
import { tabsXml } from "./added-look.ts";
import type { StyleMatches } from "./match-styles.ts";

/**
 * The stops that a paragraph with tabs has to say itself, by the id of its style of ours: where our style has stops and that of the template
 * has none. Word writes lines of contents so (`toc 1` has no stops there), and a template's Signature knows nothing of columns.
 */
export function tabStopsOf(fit: Fitting, styles: StyleMatches): (id: string) => string {
  const known = new Map<string, string>();
  const stops = (id: string): string => {
    const own = fit.own.byId(id);
    const property = fit.own.lookOf(id).paragraph.get("w:tabs");
    const match = styles.matchOf(id);
    if (own === undefined || property === undefined || match?.kind !== "found") return "";
    const isThere = fit.template.lookOf(match.style.id).paragraph.has("w:tabs");
    return isThere ? "" : tabsXml(property, own, fit);
  };
  return (id) => {
    const xml = known.get(id) ?? stops(id);
    known.set(id, xml);
    return xml;
  };
}

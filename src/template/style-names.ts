/** Styles that every theme knows: a source may ask for them by class, and may name a group after them. */
export function styleNames(): ReadonlySet<string> {
  return new Set([
    "annex-title",
    "body",
    "box",
    "foot",
    "formats",
    "item",
    "kind",
    "lead",
    "link-item",
    "masthead",
    "masthead-text",
    "side",
    "small",
    "subtitle",
    "variant",
  ]);
}

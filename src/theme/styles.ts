import type { Report } from "../diagnostics/index.ts";
import type { Range, Reader } from "../settings/index.ts";
import type { House } from "./brand.ts";
import type { TextStyle } from "./theme.ts";

/** Styles of running text take alignment and hyphenation from `body`; headings, labels and furniture stay ragged unless they say so. */
const runningText = new Set([
  "lead",
  "item",
  "list",
  "quote",
  "description",
  "note",
  "small",
  "footnote",
  "text",
]);

/** Points of type and of its lines, as far as pages and Word can hold them: ECMA-376 17.18.42 and 17.3.1.33 end at 1638. */
const sizes: Range = [1, 400];
/** Shares of the size. */
const trackings: Range = [-0.5, 5];
const weights: Range = [1, 1000];
const spaces: Range = [0, 1500];
const lengths: Range = [-1500, 1500];

/** Every style is `body` with what it says itself. */
export function resolveStyles(
  styles: Reader,
  house: House,
  report: Report,
): Readonly<Record<string, TextStyle>> {
  const body = resolveStyle(styles.map("body"), plain(house), house);
  const resolved: Record<string, TextStyle> = { body };
  for (const name of styles.keys()) {
    if (name === "body") continue;
    const base = runningText.has(name)
      ? body
      : { ...body, align: "left" as const, hyphenate: false };
    resolved[name] = resolveStyle(
      styles.map(name),
      { ...base, keepWithNext: false, keepTogether: false },
      house,
    );
  }
  for (const [name, style] of Object.entries(resolved)) {
    for (const font of [style.font, style.strongFont ?? style.font]) {
      if (Object.hasOwn(house.fonts, font)) continue;
      report({
        rule: "settings-are-known",
        severity: "error",
        message: `The style "${name}" asks for the font "${font}", which the brand does not have.`,
        place: styles.place,
        hints: [`The fonts of the brand are: ${Object.keys(house.fonts).join(", ")}.`],
      });
    }
  }
  return resolved;
}

function resolveStyle(style: Reader, base: TextStyle, house: House): TextStyle {
  const rule = style.map("rule-above");
  const strongFont = style.text("strong-font", base.strongFont ?? "");
  const { ruleAbove: _inherited, strongFont: _font, ...rest } = base;
  return {
    ...rest,
    font: style.text("font", base.font),
    weight: style.number("weight", base.weight, weights),
    italic: style.flag("italic", base.italic),
    size: style.number("size", base.size, sizes),
    leading: style.number("leading", base.leading, sizes),
    tracking: style.number("tracking", base.tracking, trackings),
    colour: style.has("colour") ? house.colour(style, "colour", "ink") : base.colour,
    before: style.number("before", 0, spaces),
    after: style.number("after", base.after, spaces),
    strip: style.text("strip", base.strip),
    indent: style.number("indent", 0, lengths),
    hang: style.number("hang", 0, lengths),
    firstLine: style.number("first-line", 0, lengths),
    align: style.oneOf("align", ["left", "justify", "right", "centre"], base.align),
    balanced: style.flag("balanced", false),
    hyphenate: style.flag("hyphenate", base.hyphenate),
    capitals: style.flag("capitals", false),
    keepWithNext: style.flag("keep-with-next", false),
    keepTogether: style.flag("keep-together", false),
    strongWeight: style.number("strong", base.strongWeight, weights),
    tabularFigures: style.flag("tabular", base.tabularFigures),
    shiftLeft: 0 - style.number("shift", 0),
    ...(strongFont === "" ? {} : { strongFont }),
    ...(style.has("rule-above")
      ? {
          ruleAbove: {
            rule: rule.text("rule", "section"),
            strip: rule.text("strip", "wide"),
            gap: rule.number("gap", 0),
          },
        }
      : {}),
  };
}

function plain(house: House): TextStyle {
  return {
    font: Object.keys(house.fonts)[0] ?? "sans",
    weight: 400,
    italic: false,
    size: 11,
    leading: 15,
    tracking: 0,
    colour: house.colours["ink"] ?? "000000",
    before: 0,
    after: 0,
    strip: "main",
    indent: 0,
    hang: 0,
    firstLine: 0,
    align: "left",
    balanced: false,
    hyphenate: false,
    capitals: false,
    keepWithNext: false,
    keepTogether: false,
    strongWeight: 700,
    tabularFigures: false,
    shiftLeft: 0,
  };
}

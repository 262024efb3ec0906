import type { Look, Property, StyleSheet, XmlElement } from "../ooxml/index.ts";
import { childOf, themeColourOf, valOf } from "../ooxml/index.ts";
import { highlightColour, plainColour } from "./colour.ts";

/** What a stretch of text looks like to an eye. */
export type RunLook = {
  /** Six hexadecimal digits; undefined: the reader chooses one that stands out. */
  readonly colour: string | undefined;
  /** Six hexadecimal digits; "" when it is not known. */
  readonly background: string;
  /** Points. */
  readonly size: number;
  readonly isBold: boolean;
  /** The run itself says that it is bold, not its style. */
  readonly isBoldByHand: boolean;
  readonly isMonospaced: boolean;
  readonly isHidden: boolean;
};

/** What surrounds a run and may colour it. */
export type Surroundings = {
  readonly styles: StyleSheet;
  readonly colours: ReadonlyMap<string, string>;
  readonly paragraphStyle: string | undefined;
  /** `w:pPr` of the paragraph. */
  readonly paragraph: XmlElement | undefined;
  /** What stands behind the paragraph: of the cell, or the page; "" when it is not known. */
  readonly background: string;
  /** `w:rPr` that a table style gives to the cell, the strongest last. */
  readonly cell: readonly XmlElement[];
};

type Attributes = Pick<XmlElement, "attributes">;

export function runLook(run: XmlElement, around: Surroundings): RunLook {
  const direct = childOf(run, "w:rPr");
  const style = valOf(direct, "w:rStyle");
  const layers = layersOf(direct, style, around);
  const property = (name: string): Attributes | undefined => {
    for (const layer of layers) {
      const found = layer(name);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const size = Number(property("w:sz")?.attributes["w:val"] ?? 20) / 2;
  return {
    colour: colourOf(property("w:color"), around.colours),
    background: backgroundOf(property, around),
    size: size > 0 ? size : 10,
    isBold: isOn(property("w:b")),
    isBoldByHand: isOn(childOf(direct, "w:b")),
    isMonospaced: /mono|courier|consol|code|menlo/i.test(
      property("w:rFonts")?.attributes["w:ascii"] ?? "",
    ),
    isHidden: isOn(property("w:vanish")),
  };
}

/** From the strongest: the run, its style, the paragraph's style, the table's style, the defaults (17.7.2). */
function layersOf(
  direct: XmlElement | undefined,
  style: string | undefined,
  { styles, paragraphStyle, cell }: Surroundings,
): readonly ((name: string) => Attributes | undefined)[] {
  const ofLook =
    (look: Look) =>
    (name: string): Property | undefined =>
      look.run.get(name);
  const main = paragraphStyle ?? styles.defaultOf("paragraph")?.id;
  return [
    (name) => childOf(direct, name),
    ...(style === undefined ? [] : [ofLook(styles.ownLookOf(style))]),
    ...(main === undefined ? [] : [ofLook(styles.ownLookOf(main))]),
    ...[...cell].reverse().map((properties) => (name: string) => childOf(properties, name)),
    ofLook(styles.lookOf(undefined)),
  ];
}

function isOn(property: Attributes | undefined): boolean {
  if (property === undefined) return false;
  return !["0", "false", "off"].includes(property.attributes["w:val"] ?? "1");
}

function colourOf(
  property: Attributes | undefined,
  colours: ReadonlyMap<string, string>,
): string | undefined {
  if (property === undefined) return undefined;
  return (
    themeColourOf(property, "themeColor", colours) ?? plainColour(property.attributes["w:val"])
  );
}

function backgroundOf(
  property: (name: string) => Attributes | undefined,
  around: Surroundings,
): string {
  const { styles, paragraphStyle, paragraph, colours, background } = around;
  const ofStyle =
    paragraphStyle === undefined
      ? undefined
      : styles.ownLookOf(paragraphStyle).paragraph.get("w:shd");
  return (
    highlightColour(property("w:highlight")?.attributes["w:val"]) ??
    fillOf(property("w:shd"), colours) ??
    fillOf(childOf(paragraph, "w:shd") ?? ofStyle, colours) ??
    background
  );
}

/** The colour that a shading fills with; undefined when it lets through what is behind. */
export function fillOf(
  shading: Attributes | undefined,
  colours: ReadonlyMap<string, string>,
): string | undefined {
  if (shading === undefined) return undefined;
  if (shading.attributes["w:val"] === "solid") return colourOf2(shading, colours);
  return themeColourOf(shading, "themeFill", colours) ?? plainColour(shading.attributes["w:fill"]);
}

/** A solid pattern is all of the colour of the pattern, which stands in `w:color`. */
function colourOf2(shading: Attributes, colours: ReadonlyMap<string, string>): string | undefined {
  return (
    themeColourOf(shading, "themeColor", colours) ?? plainColour(shading.attributes["w:color"])
  );
}

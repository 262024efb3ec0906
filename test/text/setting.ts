import { readFileSync } from "node:fs";
import type { Diagnostic } from "../../src/diagnostics/index.ts";
import type { Inline } from "../../src/document/index.ts";
import type { PageItem } from "../../src/layout/index.ts";
import type {
  FontFace,
  Line,
  Shaper,
  TextContext,
  TextInput,
} from "../../src/layout/text/index.ts";
import { openFace, openShaper, setText } from "../../src/layout/text/index.ts";
import type { Face, FontFamily, TextStyle, Theme } from "../../src/theme/index.ts";

/** Real faces and a plain theme for setting text in tests. */

const packages = new URL("../../node_modules/", import.meta.url);
export const shaper: Shaper = openShaper(() =>
  readFileSync(new URL("harfbuzzjs/dist/harfbuzz.wasm", packages)),
);

const weights: Readonly<Record<number, string>> = { 400: "Regular", 600: "SemiBold", 700: "Bold" };

export function fontBytes(family: string, weight = 400, italic = false): Uint8Array {
  const style = `${weight}${weights[weight]}${italic ? "_Italic" : ""}`;
  const file = family
    .split("-")
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join("")
    .replace(/Jp$/, "JP");
  const path = `@expo-google-fonts/${family}/${style}/${file}_${style}.ttf`;
  return readFileSync(new URL(path, packages));
}

const opened = new Map<string, FontFace>();

/** `source-sans-3/400-italic` */
export function face(key: string): FontFace {
  let found = opened.get(key);
  if (found === undefined) {
    const [family = "", style = ""] = key.split("/");
    const bytes = fontBytes(family, Number.parseInt(style, 10), style.endsWith("italic"));
    found = openFace(bytes, shaper, key);
    opened.set(key, found);
  }
  return found;
}

function family(name: string, weightsOf: readonly number[]): FontFamily {
  const faces: Face[] = [];
  for (const weight of weightsOf) {
    for (const italic of [false, true]) {
      const key = `${name}/${weight}${italic ? "-italic" : ""}`;
      faces.push({ key, weight, italic, file: key });
    }
  }
  return { wordName: name, name, faces, baselineShift: 0.33 };
}

/** Families without slanted faces. */
function upright(name: string): FontFamily {
  const all = family(name, [400, 700]);
  return { ...all, faces: all.faces.filter(({ italic }) => !italic) };
}

export const bodyStyle: TextStyle = {
  font: "sans",
  weight: 400,
  italic: false,
  size: 10,
  leading: 14,
  tracking: 0,
  colour: "1A1A1A",
  before: 0,
  after: 0,
  strip: "main",
  indent: 0,
  hang: 0,
  firstLine: 0,
  shiftLeft: 0,
  align: "left",
  balanced: false,
  hyphenate: false,
  capitals: false,
  keepWithNext: false,
  keepTogether: false,
  strongWeight: 700,
  tabularFigures: false,
};

export const justified: TextStyle = {
  ...bodyStyle,
  font: "serif",
  align: "justify",
  hyphenate: true,
};

/** Only what the setting of text reads. */
const theme = {
  fonts: {
    sans: family("source-sans-3", [400, 600, 700]),
    serif: family("source-serif-4", [400, 600, 700]),
    note: family("arimo", [400, 700]),
    code: family("source-code-pro", [400]),
    "noto-sans-hebrew": upright("noto-sans-hebrew"),
    vazirmatn: upright("vazirmatn"),
    "noto-sans-jp": upright("noto-sans-jp"),
  },
  placeholderFill: "FFF2C4",
  link: { colour: "0B4F6C", underline: 0.5, offset: 1.5 },
  breaks: {
    widows: 2,
    orphans: 2,
    afterHeading: 2,
    lastLineWords: 2,
    hyphenation: { before: 2, after: 3, ladder: 2 },
    wordSpace: { shrink: 0.67, stretch: 1.5 },
    tracking: 0.008,
    expansion: 0.02,
    protrusion: true,
  },
} as unknown as Theme;

export type Setting = {
  readonly lines: readonly Line[];
  readonly diagnostics: readonly Diagnostic[];
};

export function contextFor(
  diagnostics: Diagnostic[] = [],
  change: Partial<TextContext> = {},
): TextContext {
  return {
    theme,
    assets: {
      face: (key) => face(key),
      fallbacks: ["noto-sans-hebrew/400", "vazirmatn/400", "arimo/400", "noto-sans-jp/400"],
      image: (source) =>
        source === "seal.png"
          ? { format: "png", width: 96, height: 48, density: 96, bytes: new Uint8Array() }
          : undefined,
    },
    language: "en-CA",
    report: (diagnostic) => diagnostics.push(diagnostic),
    ...change,
  };
}

/** Sets a text or inlines. */
export function set(
  content: string | readonly Inline[],
  change: Partial<TextInput> & { readonly width: TextInput["width"] },
  contextChange: Partial<TextContext> = {},
): Setting {
  const diagnostics: Diagnostic[] = [];
  const children: readonly Inline[] =
    typeof content === "string" ? [{ kind: "text", value: content }] : content;
  const input: TextInput = { node: "p1", children, style: bodyStyle, ...change };
  return { lines: setText(input, contextFor(diagnostics, contextChange)), diagnostics };
}

/** What a reader extracts from a line. */
export function textOf(line: Line): string {
  return line.items.map(itemText).join("");
}

function itemText(item: PageItem): string {
  if (item.kind === "outline") return item.actualText ?? "";
  if (item.kind !== "glyphs") return "";
  return "artifact" in item.tag && item.tag.artifact === "layout" ? "" : item.text;
}

/** Right edge of what is printed on a line. */
export function rightEdge(line: Line): number {
  let edge = 0;
  for (const item of line.items) {
    if (item.kind === "glyphs" || item.kind === "image") edge = Math.max(edge, item.x + item.width);
  }
  return edge;
}

export const seedText = (): string =>
  readFileSync(new URL("../fixtures/text/canada-japan.txt", import.meta.url), "utf8");

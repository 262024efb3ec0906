import { readFileSync } from "node:fs";
import { similarNames } from "../../src/diagnostics/index.ts";
import type { Block, DocumentTree, Inline, Paragraph, Section } from "../../src/document/index.ts";
import { nodeHost } from "../../src/host/node.ts";
import type { Assets, Page, PageItem } from "../../src/layout/index.ts";
import { openFace, openShaper } from "../../src/layout/index.ts";
import type { FontFace } from "../../src/layout/text/index.ts";
import { buildModel, selectFor, usualRecordTypes } from "../../src/model/index.ts";
import { readHead, readYaml } from "../../src/settings/index.ts";
import { parseSource } from "../../src/source/index.ts";
import { makeDocument, readTemplateFolder } from "../../src/template/index.ts";
import type { Theme } from "../../src/theme/index.ts";
import { resolveTheme } from "../../src/theme/index.ts";

/** The shipped templates and real fonts, and small documents made by hand. */

const root = new URL("../../", import.meta.url);
const host = nodeHost({
  projectFolder: root.pathname,
  programFolder: root.pathname,
  environment: {},
});
const shaper = openShaper(() =>
  readFileSync(new URL("node_modules/harfbuzzjs/dist/harfbuzz.wasm", root)),
);
const opened = new Map<string, FontFace>();

/** `fonts/source-sans-3/400-italic.ttf` in its package. */
function fontFile(file: string): string {
  const [, family = "", style = ""] = file.split("/");
  const weight = Number.parseInt(style, 10);
  const names: Readonly<Record<number, string>> = { 400: "Regular", 600: "SemiBold", 700: "Bold" };
  const folder = `${weight}${names[weight]}${style.includes("-italic") ? "_Italic" : ""}`;
  const name = family
    .split("-")
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join("")
    .replace(/Jp$/, "JP");
  return `node_modules/@expo-google-fonts/${family}/${folder}/${name}_${folder}.ttf`;
}

/** Shipped font files are those of the packages. */
function face(file: string): FontFace {
  const known = opened.get(file);
  if (known !== undefined) return known;
  const made = openFace(readFileSync(new URL(fontFile(file), root)), shaper, file);
  opened.set(file, made);
  return made;
}

export function assetsOf(theme: Theme): Assets {
  const files = new Map(
    Object.values(theme.fonts).flatMap((family) =>
      family.faces.map(({ key, file }): [string, string] => [key, file]),
    ),
  );
  return {
    face: (key) => {
      const file = files.get(key);
      return file === undefined ? undefined : face(file);
    },
    fallbacks: theme.fallbacks,
    image: (source) =>
      source === "chart.png"
        ? { format: "png", width: 640, height: 400, density: 96, bytes: new Uint8Array() }
        : undefined,
  };
}

export function themeOf(product: string, profile = "accessible"): Theme {
  return resolvedTheme(product, profile).value;
}

/** The shipped look of a product with something changed in the text of its file. */
function resolvedTheme(
  product: string,
  profile = "accessible",
  change: (theme: string) => string = (theme) => theme,
): ReturnType<typeof resolveTheme> {
  const textOf = (path: string): string => readFileSync(new URL(path, root), "utf8");
  const read = (path: string, text: string) => {
    const { value } = readYaml(path, text);
    if (value.kind !== "map") throw new Error(`${path} is no map.`);
    return value;
  };
  const path = `templates/${product}/theme.yaml`;
  return resolveTheme({
    product,
    profile,
    brand: read("templates/brand.yaml", textOf("templates/brand.yaml")),
    theme: read(path, change(textOf(path))),
    similar: similarNames,
  });
}

/** The look of a report whose pages in landscape are set in this way, `masters: landscape:` of its theme. */
export function landscapeReport(landscape: string): ReturnType<typeof resolveTheme> {
  return resolvedTheme("report", "accessible", (theme) =>
    theme.replace("\nmasters:\n", `\nmasters:\n  landscape: ${landscape}\n`),
  );
}

/** The sample source as a product. */
export function sample(product: string, language = "en-CA"): DocumentTree {
  const file = "data/canada-japan.md";
  const parsed = parseSource(file, readFileSync(new URL(file, root)));
  const head = readHead(parsed.value, new Set([product]));
  const model = buildModel(parsed.value, head.value, usualRecordTypes).value;
  const folder = readTemplateFolder(host, product).value;
  if (folder === undefined) throw new Error(`No template ${product}.`);
  const selection = { product, format: "pdf", language };
  return makeDocument(folder, selectFor(model, selection), selection, {}).value;
}

// ------------------------------------------------------------------------------------------- documents made by hand

export const words = (value: string): readonly Inline[] => [{ kind: "text", value }];

export const paragraph = (id: string, value: string, role?: string): Paragraph => ({
  kind: "paragraph",
  id,
  children: words(value),
  ...(role === undefined ? {} : { role }),
});

export const section = (
  id: string,
  level: number,
  heading: string,
  children: readonly Block[],
  newPage = false,
): Section => ({
  kind: "section",
  id,
  level,
  heading: { kind: "heading", id: `${id}-heading`, children: words(heading) },
  children,
  ...(newPage ? { newPage } : {}),
});

export const documentOf = (
  content: readonly Block[],
  change: Partial<DocumentTree> = {},
): DocumentTree => ({
  kind: "document",
  product: "report",
  language: "en-CA",
  title: "Test",
  metadata: { status: "draft" },
  content,
  notes: [],
  running: [],
  ...change,
});

/** `count` sentences that differ. */
export const sentences = (count: number, from = 0): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `Sentence ${from + index} says that the two countries work together on matters of peace and relief.`,
  ).join(" ");

// ------------------------------------------------------------------------------------------------ what stands on pages

export type OwnItem = Exclude<PageItem, { readonly kind: "link" | "destination" }>;

/** Items that belong to a node. */
export const ownItems = (page: Page): readonly OwnItem[] =>
  page.items.filter(
    (item): item is OwnItem =>
      item.kind !== "link" && item.kind !== "destination" && "node" in item.tag,
  );

/** All text of nodes in the order of painting. */
export const printed = (pages: readonly Page[]): string =>
  pages
    .flatMap((page) => ownItems(page).map((item) => (item.kind === "glyphs" ? item.text : "")))
    .join("");

/** Without blanks and the hyphens that lines end in. */
export const squeezed = (text: string): string =>
  text.replace(/[\s\u00AD\u00A0\u202F\u2009\u2060\u200B\uFEFF]/g, "");

/** Pairs of texts of different nodes that stand on each other. */
export function overlaps(page: Page): readonly string[] {
  const runs = page.items.filter((item) => item.kind === "glyphs");
  const found: string[] = [];
  runs.forEach((one, index) => {
    for (const other of runs.slice(index + 1)) {
      const apart =
        one.x + one.width <= other.x + 1 ||
        other.x + other.width <= one.x + 1 ||
        one.y <= other.y - other.size * 0.65 ||
        other.y <= one.y - one.size * 0.65;
      if (!apart) found.push(`${one.text} | ${other.text}`);
    }
  });
  return found;
}

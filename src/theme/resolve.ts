import type { Outcome, Report } from "../diagnostics/index.ts";
import type { Reader, YamlMap } from "../settings/index.ts";
import { createReader, mergeSettings } from "../settings/index.ts";
import { resolveBlocks } from "./blocks.ts";
import { resolveBrand } from "./brand.ts";
import {
  resolveFrames,
  resolveMaster,
  resolvePage,
  resolvePageRules,
  resolveStrips,
} from "./frames.ts";
import { checkLandscape, resolveLandscape } from "./landscape-master.ts";
import { resolveSlides } from "./slides.ts";
import { resolveStyles } from "./styles.ts";
import type { Theme } from "./theme.ts";

export type ThemeRequest = {
  /** Name of the template folder. */
  readonly product: string;
  readonly profile: string;
  /** brand.yaml as read. */
  readonly brand: YamlMap;
  /** theme.yaml as read. */
  readonly theme: YamlMap;
  readonly similar: (name: string, known: readonly string[]) => readonly string[];
};

/** Brand and theme file, with one profile laid over them, to points and colours. */
export function resolveTheme(request: ThemeRequest): Outcome<Theme> {
  const diagnostics: Parameters<Report>[0][] = [];
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic);
  const source = withProfile(request, report);
  const options = { report, similar: request.similar, unit: 1 };
  const page = resolvePage(createReader(source, source.place, options).map("page"));
  const settings = { ...options, unit: page.baseline };
  const theme = createReader(source, source.place, settings);
  const brand = createReader(request.brand, request.brand.place, settings);
  const house = resolveBrand(brand);

  const strips = resolveStrips(theme.map("strips"));
  const masters = theme.map("masters");
  const frames = resolveFrames(theme.map("frames"));
  const value: Theme = {
    product: request.product,
    profile: request.profile,
    page,
    colours: house.colours,
    fonts: house.fonts,
    fallbacks: house.fallbacks,
    strips,
    masters: {
      first: resolveMaster(masters.map("first")),
      later: resolveMaster(masters.map("later")),
      ...(masters.has("landscape")
        ? { landscape: resolveLandscape(masters.map("landscape"), page, frames) }
        : {}),
    },
    frames,
    pageRules: resolvePageRules(theme.maps("page-rules")),
    styles: resolveStyles(theme.map("styles"), house, report),
    rules: house.rules,
    blocks: resolveBlocks(theme.map("blocks"), brand, house),
    breaks: resolveBreaks(brand.map("breaks"), theme.map("breaks")),
    placeholderFill: house.colour(brand, "placeholder", "flag"),
    link: resolveLink(brand.map("link"), (reader, key, usual) => house.colour(reader, key, usual)),
    ...(theme.has("slides") ? { slides: resolveSlides(theme.map("slides")) } : {}),
    word: {
      styleNames: wordNames(theme.map("word").map("styles")),
      embedsFonts: theme
        .map("word")
        .flag("embed-fonts", brand.map("word").flag("embed-fonts", false)),
    },
  };
  if (masters.has("landscape")) checkLandscape(value, masters.map("landscape"), report);
  for (const key of ["page", "profiles"]) theme.skip(key);
  theme.finish();
  brand.finish();
  return { value, diagnostics };
}

/** Names of the profiles of a theme file, `accessible` always among them. */
export function profilesOf(theme: YamlMap): readonly string[] {
  const profiles = theme.entries.get("profiles");
  const names = profiles?.kind === "map" ? [...profiles.entries.keys()] : [];
  return names.includes("accessible") ? names : ["accessible", ...names];
}

function withProfile(request: ThemeRequest, report: Report): YamlMap {
  const profiles = request.theme.entries.get("profiles");
  const chosen = profiles?.kind === "map" ? profiles.entries.get(request.profile) : undefined;
  if (chosen?.kind === "map") return mergeSettings(request.theme, chosen);
  if (request.profile !== "accessible") {
    const known = profilesOf(request.theme);
    const near = request.similar(request.profile, known);
    report({
      rule: "profile-exists",
      severity: "error",
      message: `The product "${request.product}" has no profile "${request.profile}".`,
      hints: [
        ...(near.length > 0 ? [`Did you mean "${near.join('", "')}"?`] : []),
        `Its profiles are: ${known.join(", ")}.`,
      ],
    });
  }
  return request.theme;
}

function resolveBreaks(brand: Reader, theme: Reader): Theme["breaks"] {
  const number = (key: string, usual: number): number =>
    theme.number(key, brand.number(key, usual));
  const hyphenation = (key: string, usual: number): number =>
    theme.map("hyphenation").number(key, brand.map("hyphenation").number(key, usual));
  const wordSpace = (key: string, usual: number): number =>
    theme.map("word-space").number(key, brand.map("word-space").number(key, usual));
  return {
    widows: number("widows", 2),
    orphans: number("orphans", 2),
    afterHeading: number("after-heading", 2),
    lastLineWords: number("last-line-words", 2),
    hyphenation: {
      before: hyphenation("before", 2),
      after: hyphenation("after", 3),
      ladder: hyphenation("ladder", 2),
    },
    wordSpace: { shrink: wordSpace("shrink", 0.75), stretch: wordSpace("stretch", 1.6) },
    tracking: number("tracking", 0),
    expansion: number("expansion", 0),
    protrusion: theme.flag("protrusion", brand.flag("protrusion", false)),
  };
}

function resolveLink(
  reader: Reader,
  colour: (reader: Reader, key: string, usual: string) => string,
): Theme["link"] {
  return {
    colour: colour(reader, "colour", "accent"),
    underline: reader.number("underline", 0.5),
    offset: reader.number("offset", 1.5),
  };
}

function wordNames(reader: Reader): Readonly<Record<string, string>> {
  return Object.fromEntries(reader.keys().map((key) => [key, reader.text(key)]));
}

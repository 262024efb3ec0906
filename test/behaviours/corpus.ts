import { readFileSync } from "node:fs";
import { text as specification } from "commonmark-spec";
import type { DocumentTree } from "../../src/document/index.ts";
import type { LayoutTrace, Page } from "../../src/layout/index.ts";
import { layOut, traceOf } from "../../src/layout/index.ts";
import type { Theme } from "../../src/theme/index.ts";
import { contentOf, recipe } from "../layout/random-documents.ts";
import {
  assetsOf,
  documentOf as documentOfBlocks,
  paragraph,
  sentences,
  themeOf,
} from "../layout/support.ts";
import { fc, seed } from "../support/property.ts";
import { documentOf } from "../template/support.ts";

/**
 * What every behaviour is asked of: the products of the sample, one source for each group of constructs, plain prose, and documents
 * that are put together at random.
 */
export type Laid = {
  readonly name: string;
  readonly document: DocumentTree;
  readonly theme: Theme;
  readonly pages: readonly Page[];
  readonly trace: LayoutTrace["pages"];
  readonly rules: readonly string[];
};

function lay(document: DocumentTree, theme: Theme, name = "a document"): Laid {
  const { value, diagnostics } = layOut(document, theme, assetsOf(theme));
  return {
    name,
    document,
    theme,
    pages: value.pages,
    trace: traceOf(value.pages).pages,
    rules: diagnostics.map(({ rule }) => rule),
  };
}

type Look = readonly [product: string, profile: string];

/** All looks of text that are shipped. */
const looks: readonly Look[] = [
  ["fact-sheet", "accessible"],
  ["fact-sheet", "print"],
  ["briefing-note", "accessible"],
  ["report", "accessible"],
  ["report", "print"],
];
export const printed: readonly Look[] = looks.filter(([, profile]) => profile === "print");

const read = (path: string): string => readFileSync(path, "utf8");
const languages = { en: "data/canada-japan.md", fr: "test/variants/canada-japon.md" } as const;
type Language = keyof typeof languages;

function laidSource(
  text: string,
  [product, profile]: Look,
  language: Language,
  name: string,
): Laid {
  const { value } = documentOf(text, { product, language });
  return lay(value, themeOf(product, profile), `${name}, ${product}, ${profile}, ${language}`);
}

const known = new Map<string, Laid>();

function once(key: string, make: () => Laid): Laid {
  const made = known.get(key) ?? make();
  known.set(key, made);
  return made;
}

/** Every product of the sample, in both languages. */
export const samples = (
  of: readonly Look[] = [...looks, ["slides", "accessible"]],
): readonly Laid[] =>
  of.flatMap((look) =>
    (["en", "fr"] as const).map((language) =>
      once(`sample ${look} ${language}`, () =>
        laidSource(read(languages[language]), look, language, "the sample"),
      ),
    ),
  );

/** One source for each group of constructs. */
const fixtures = [
  ["everything/source.md", "en"],
  ["pages/prose.md", "en"],
  ["pages/prose.fr.md", "fr"],
  ["pages/notes.md", "en"],
  ["pages/tables.md", "en"],
  ["pages/figures.md", "en"],
  ["pages/lists.md", "en"],
  ["pages/boxes.md", "en"],
  ["pages/headings.md", "en"],
] as const;

export const constructs = (of: readonly Look[] = looks): readonly Laid[] =>
  fixtures.flatMap(([file, language]) =>
    of.map((look) =>
      once(`${file} ${look}`, () =>
        laidSource(read(`test/fixtures/${file}`), look, language, file),
      ),
    ),
  );

/** Prose without any care for lines: paragraphs of the specification of CommonMark. */
function prose(look: Look, least = 250): Laid {
  return once(`prose ${look} ${least}`, () => {
    const paragraphs = specification
      .replace(/^`{20,} example[\s\S]*?^`{20,}$/gm, "")
      .split(/\n\n+/)
      .filter((each) => /^[A-Z]/.test(each) && each.length > least)
      .map((each) => each.replace(/[`*\n]+/g, " ").replace(/\[([^\]]*)\](?:\([^)]*\))?/g, "$1"))
      .map((each) => each.replace(/ +/g, " ").trim());
    const content = paragraphs.map((each, index) => paragraph(`s${index}`, each));
    return lay(documentOfBlocks(content), themeOf(...look), `prose, ${look.join(", ")}`);
  });
}

/** Everything that is written down. */
export const corpus = (of: readonly Look[] = looks): readonly Laid[] => [
  ...samples(of),
  ...constructs(of),
  ...of.filter((look) => printed.includes(look)).map((look) => prose(look)),
];

/** Documents of blocks of all kinds, one within another, with some text before them so that pages turn at any place; in every look. */
export const randoms = (of: readonly Look[] = looks, count = 12): readonly Laid[] =>
  of.flatMap((look) => {
    const theme = themeOf(...look);
    return sampled(count).map((document, index) =>
      once(`random ${look} ${index}`, () =>
        lay(document, theme, `random document ${index} of seed ${seed}, ${look.join(", ")}`),
      ),
    );
  });

const ofBlocks = fc.tuple(fc.array(recipe, { minLength: 3, maxLength: 12 }), fc.nat(30));

function sampled(count: number): readonly DocumentTree[] {
  return fc.sample(ofBlocks, { numRuns: count }).map(([recipes, before]) => {
    const { content, notes } = contentOf(recipes);
    const opening = paragraph("opening", sentences(before + 1, 5000));
    return documentOfBlocks([opening, ...content], { notes });
  });
}

/** Faults of everything, each with the name of what it was found in. */
export const faultsIn = (
  all: readonly Laid[],
  judge: (laid: Laid) => readonly string[],
): readonly string[] => all.flatMap((laid) => judge(laid).map((fault) => `${laid.name}: ${fault}`));

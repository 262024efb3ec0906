import type {
  Block,
  DocumentTree,
  Inline,
  ListItem,
  Note,
  TableCell,
  TableRow,
} from "../../src/document/index.ts";
import { fc } from "../support/property.ts";
import { paragraph, section, sentences, words } from "./support.ts";

/** A recipe for a block: what kind, how long, what is within. */
export type Recipe = {
  readonly kind: number;
  readonly size: number;
  readonly within: readonly Recipe[];
};

const recipeOf = (within: fc.Arbitrary<readonly Recipe[]>): fc.Arbitrary<Recipe> =>
  fc.record({ kind: fc.nat(16), size: fc.nat(12), within });

const leaf = recipeOf(fc.constant([]));
const branch = recipeOf(fc.array(leaf, { maxLength: 4 }));
export const recipe: fc.Arbitrary<Recipe> = recipeOf(
  fc.array(recipeOf(fc.array(branch, { maxLength: 3 })), { maxLength: 4 }),
);

/** Blocks of any kind, one within another, with ids and words that differ. */
export function contentOf(recipes: readonly Recipe[]): Pick<DocumentTree, "content" | "notes"> {
  let count = 0;
  const notes: Note[] = [];
  const next = (): number => {
    count += 1;
    return count;
  };
  const text = (size: number): Block =>
    paragraph(`p${next()}`, `${sentences(size + 1, next())} End ${count}.`);
  const items = (recipes: readonly Recipe[], level: number): readonly ListItem[] =>
    recipes.map((each) => ({
      kind: "listItem",
      id: `i${next()}`,
      children: [text(each.size % 4), ...blocks(each.within, level)],
    }));
  const blocks = (recipes: readonly Recipe[], level: number): readonly Block[] =>
    recipes.map((each) => block(each, level));
  const block = ({ kind, size, within }: Recipe, level: number): Block => {
    const id = `b${next()}`;
    switch (kind) {
      case 0:
      case 1:
        return section(
          id,
          Math.min(level, 6),
          `Heading ${count}`,
          blocks(within, level + 1),
          size === 1,
        );
      case 2:
        return {
          kind: "list",
          id,
          ordered: size % 2 === 0,
          start: size,
          loose: size % 3 === 0,
          items: items(within, level),
        };
      case 3:
        return {
          kind: "callout",
          id,
          label: words(`Label ${count}`),
          children: blocks(within, level),
        };
      case 4:
        return { kind: "quote", id, children: blocks(within, level) };
      case 5:
        return {
          kind: "group",
          id,
          role: size % 2 === 0 ? "box" : "lead",
          children: blocks(within, level),
        };
      case 6:
        return {
          kind: "codeBlock",
          id,
          code: `let a${count} = 1;\n\n  b(${"x".repeat(size * 20)});`,
        };
      case 7:
        return { kind: "divider", id };
      case 8:
        return {
          kind: "figure",
          id,
          image: { source: size % 2 === 0 ? "chart.png" : "lost.png", alternative: "" },
          caption: { kind: "caption", id: `${id}-c`, children: words(`Figure ${count}`) },
        };
      case 9:
        return table(id, size, next);
      case 10:
        return { kind: "pageBreak", id };
      case 11:
        return {
          ...section(id, Math.min(level, 6), `Wide ${count}`, blocks(within, level + 1)),
          landscape: true,
        };
      case 12:
        return noted(id, size, notes, next);
      default:
        return text(size);
    }
  };
  return { content: blocks(recipes, 1), notes };
}

/** The first cell covers two rows, the last row is one cell. */
const table = (id: string, size: number, next: () => number): Block => {
  const cell = (spans: Partial<TableCell> = {}): TableCell => {
    const number = next();
    return {
      kind: "tableCell",
      id: `${id}c${number}`,
      ...spans,
      children: [paragraph(`${id}p${number}`, `Cell ${number} holds words`)],
    };
  };
  const row = (...cells: readonly TableCell[]): TableRow => ({
    kind: "tableRow",
    id: `${id}r${next()}`,
    cells,
  });
  const rows = Array.from({ length: size }, () => row(cell(), cell(), cell()));
  return {
    kind: "table",
    id,
    columns: [{ alignment: "start" }, { alignment: "end" }, { alignment: "decimal" }],
    head: [row(cell(), cell({ columnSpan: 2 }))],
    body: [
      row(cell({ rowSpan: 2 }), cell(), cell()),
      row(cell(), cell()),
      ...rows,
      row(cell({ columnSpan: 3 })),
    ],
    rowHeaders: size % 2 === 0,
    caption: { kind: "caption", id: `${id}-c`, children: words(`Caption ${next()}.`) },
    continued: "continued",
    ...(size % 3 === 0 && { striped: true }),
  };
};
/** A paragraph that refers to a note, which is long for some. */
const noted = (id: string, size: number, notes: Note[], next: () => number): Block => {
  const number = notes.length + 1;
  const note = `note-${number}`;
  const length = size > 9 ? size * 8 : size;
  notes.push({
    kind: "note",
    id: note,
    number,
    children: [paragraph(`${note}-p`, `${sentences(length + 1, next())} Note end ${next()}.`)],
  });
  const reference: Inline = { kind: "noteReference", id: `${id}-n`, note, number };
  return {
    kind: "paragraph",
    id,
    children: [...words(`Text ${next()} says so.`), reference],
  };
};

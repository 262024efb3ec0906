import type { Points, TextStyle, Theme } from "../../theme/index.ts";
import type { DocxContext } from "./context.ts";
import type { Child, FileChild, Opened } from "./element.ts";
import { isParagraph, opened, styleOf } from "./element.ts";
import { stripLeft } from "./styles/measures.ts";
import type { ParagraphStyle } from "./styles/style.ts";
import { linesOf, piecesOf } from "./text-lines.ts";

/** Word's lines are not quite ours: a word more or less on one of them must not matter. */
const surelyWide = 0.985;

/** How high something becomes in Word, points, and the space that parts it from what follows. */
export type Height = { readonly height: Points; readonly after: Points };

/** Of paragraphs and tables of ours, one below another. An estimate that is rather too much than too little. */
export function heightOf(
  children: readonly FileChild[],
  width: Points,
  context: DocxContext,
): Height {
  let height = 0;
  let after = 0;
  for (const child of children) {
    const set = isParagraph(child)
      ? paragraphHeight(child, width, context)
      : { height: tableHeight(child, context), after: 0 };
    height += after + set.height;
    after = set.after;
  }
  return { height, after };
}

/** Whether a column of text begins with it. */
export function beginsColumn(child: FileChild): boolean {
  return someWithin(
    child,
    ({ name, attributes }) => name === "w:br" && attributes["w:type"] === "column",
  );
}

/** Footnotes that it refers to. */
export function footnotesIn(children: readonly FileChild[]): number {
  let count = 0;
  for (const child of children)
    someWithin(child, ({ name }) => {
      if (name === "w:footnoteReference") count += 1;
      return false;
    });
  return count;
}

function someWithin(child: Child, test: (element: Opened) => boolean): boolean {
  const element = opened(child);
  if (element === undefined) return false;
  return test(element) || element.children.some((each) => someWithin(each, test));
}

function paragraphHeight(child: FileChild, width: Points, context: DocxContext): Height {
  const { theme } = context;
  const style = context.paragraphStyles.get(styleOf(child) ?? "");
  const text = theme.styles[style?.role ?? "body"] ?? theme.styles["body"];
  if (text === undefined) return { height: 0, after: 0 };
  const leading = style?.leading ?? text.leading;
  const bold = style?.boldByTable === true || (style?.regular !== true && text.weight >= 600);
  const pieces = piecesOf(opened(child)?.children ?? [], text, bold, context);
  const room = Math.max(1, width - indentOf(style, text, theme)) * surelyWide;
  const { count, surplus } = linesOf(pieces, room, leading);
  return {
    height:
      (style?.spacing?.before ?? text.before) + bordersOf(style, theme) + count * leading + surplus,
    after: style?.spacing?.after ?? text.after,
  };
}

function indentOf(style: ParagraphStyle | undefined, text: TextStyle, theme: Theme): Points {
  const { left, right = 0 } = style?.indent ?? {};
  return (left ?? stripLeft(theme, text.strip) + text.indent) + right;
}

function bordersOf(style: ParagraphStyle | undefined, theme: Theme): Points {
  let height = 0;
  for (const { side, rule, space } of style?.borders ?? [])
    if (side === "top" || side === "bottom") height += space + (theme.rules[rule]?.width ?? 0.5);
  return height;
}

/** Room above, below and beside the text of a cell. */
type Padding = { readonly vertical: Points; readonly horizontal: Points };

function tableHeight(child: FileChild, context: DocxContext): Points {
  const table = opened(child);
  if (table?.name !== "w:tbl") return 0;
  const padding = paddingOf(attributeWithin(table, "w:tblStyle", "w:val"), context.theme);
  let height = 1;
  for (const row of elementsOf(table, "w:tr")) {
    const cells = elementsOf(row, "w:tc").map((cell) => {
      const width = Number(attributeWithin(cell, "w:tcW", "w:w") ?? 0) / 20;
      const content = cell.children.filter((each) => opened(each)?.name !== "w:tcPr");
      return cellHeight(
        content as unknown as readonly FileChild[],
        width - padding.horizontal,
        context,
      );
    });
    height += Math.max(0, ...cells) + padding.vertical + 1;
  }
  return height;
}

/** In a cell the space after the last paragraph counts too. */
function cellHeight(content: readonly FileChild[], width: Points, context: DocxContext): Points {
  const { height, after } = heightOf(content, Math.max(12, width), context);
  return height + after;
}

function paddingOf(style: string | undefined, theme: Theme): Padding {
  const { table, keyValues, quickFacts, box } = theme.blocks;
  if (style === "DossierRouting") return { vertical: keyValues.rowPadding * 2, horizontal: 8 };
  if (style === "DossierFacts")
    return { vertical: quickFacts.gap + 1, horizontal: box.padding.left + box.padding.right };
  const { top, left, bottom, right } = table.padding;
  const small = theme.slides?.layouts["annex-table"]?.measures["pad"];
  const vertical = style === "DossierTableSmall" && small !== undefined ? small * 2 : top + bottom;
  return { vertical, horizontal: left + right };
}

function elementsOf({ children }: Opened, name: string): readonly Opened[] {
  return children.flatMap((child) => {
    const element = opened(child);
    return element?.name === name ? [element] : [];
  });
}

/** Of a property that stands directly in the properties of an element. */
function attributeWithin(element: Opened, name: string, attribute: string): string | undefined {
  for (const child of element.children) {
    const [found] = elementsOf(opened(child) ?? { name: "", attributes: {}, children: [] }, name);
    if (found !== undefined) return String(found.attributes[attribute]);
  }
  return undefined;
}

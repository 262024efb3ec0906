import type {
  Callout,
  CodeBlock,
  CodeRole,
  Divider,
  Paragraph,
  Quote,
} from "../../../document/index.ts";
import type { DocxContext } from "../context.ts";
import type { Child, FileChild } from "../element.ts";
import { element, valued } from "../element.ts";
import { runs } from "../inline.ts";
import { paragraph } from "../paragraph.ts";
import { escapeText } from "../text.ts";
import type { Place, WriteBlocks } from "./place.ts";
import { styleIn, withinStyle } from "./place.ts";

const styles: Readonly<Record<string, string>> = {
  lead: "Lead",
  item: "Initiative",
  small: "Small",
  formats: "Formats",
  "link-item": "LinkItem",
  purpose: "Purpose",
  "masthead-text": "MastheadText",
  masthead: "Masthead",
  note: "Note",
  "list-label": "Small",
};

export function paragraphBlock(
  node: Paragraph,
  context: DocxContext,
  place: Place,
): readonly FileChild[] {
  const role = node.role ?? place.role;
  const named = role === undefined ? undefined : styles[role];
  const style = styleIn(place, named ?? place.body, context);
  return [paragraph(style, runs(node.children, context), context, { node: node.id })];
}

export function quote(
  node: Quote,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): readonly FileChild[] {
  const body = styleIn({ ...place, body: "" }, "Quote", context);
  return write(node.children, context, within(place, "quote", body, context));
}

/** A list within begins anew; in a cell it stays a list of the cell. */
function within(place: Place, inside: "quote" | "note", body: string, context: DocxContext): Place {
  if (place.inside === "cell") return { ...place, body };
  const depth = place.within === undefined ? "" : ` ${place.within.name}`;
  const name = `in ${inside === "quote" ? "Quote" : "Note"}${depth}`;
  const around = { ...place, body, within: withinStyle(body, name, context) };
  // A list in a quotation on a slide is a list of the slide.
  return isOnSlide(place) ? around : { ...around, inside, listLevel: 0 };
}

/** Lines of code are parted by line breaks within one paragraph, so that they are one thing to a reader. */
export function codeBlock(
  node: CodeBlock,
  context: DocxContext,
  place: Place,
): readonly FileChild[] {
  const tokens = node.tokens ?? [{ text: node.code.replace(/\n$/, "") }];
  const children = tokens.flatMap(({ text, role }) =>
    text
      .split("\n")
      .flatMap((line, index): readonly Child[] => [
        ...(index === 0 ? [] : [element("w:r", undefined, element("w:br"))]),
        ...(line === ""
          ? []
          : [element("w:r", undefined, tokenStyle(role, context), ...codeText(line))]),
      ]),
  );
  const style = styleIn(place, "HTMLPreformatted", context);
  return [paragraph(style, children, context, { node: node.id })];
}

function tokenStyle(role: CodeRole | undefined, context: DocxContext): Child | undefined {
  if (role === undefined || context.theme.colours[`code-${role}`] === undefined) return undefined;
  const style = `Code${role[0]?.toUpperCase()}${role.slice(1)}`;
  return element("w:rPr", undefined, valued("w:rStyle", style));
}

function codeText(line: string): readonly Child[] {
  return line
    .split("\t")
    .flatMap((part, index): readonly Child[] => [
      ...(index === 0 ? [] : [element("w:tab")]),
      ...(part === "" ? [] : [element("w:t", { "xml:space": "preserve" }, escapeText(part))]),
    ]);
}

export function divider(node: Divider, context: DocxContext, place: Place): readonly FileChild[] {
  return [paragraph(styleIn(place, "HorizontalRule", context), [], context, { node: node.id })];
}

export function callout(
  node: Callout,
  context: DocxContext,
  place: Place,
  write: WriteBlocks,
): readonly FileChild[] {
  // Its lists begin where they do in any box, so on a slide it takes the whole width.
  if (isOnSlide(place)) {
    const { inside: _slide, within: _text, ...whole } = place;
    return callout(node, context, { ...whole, listLevel: 0 }, write);
  }
  const heading = styleIn(place, "NoteHeading", context);
  const body = styleIn(place, "Note", context);
  return [
    paragraph(heading, runs(node.label, context), context, { node: node.id }),
    ...write(node.children, context, within(place, "note", body, context)),
  ];
}

function isOnSlide({ inside }: Place): boolean {
  return inside === "slide" || inside === "smallSlide";
}

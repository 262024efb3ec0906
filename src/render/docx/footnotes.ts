import type { NodeId, Note } from "../../document/index.ts";
import { visitNodes } from "../../document/index.ts";
import { blocks } from "./blocks/index.ts";
import type { Place } from "./blocks/place.ts";
import { inBody } from "./blocks/place.ts";
import { parted } from "./blocks/table-parts.ts";
import type { DocxContext } from "./context.ts";
import { inLanguageOf } from "./context.ts";
import type { Child, FileChild } from "./element.ts";
import { element, valued } from "./element.ts";
import { runs } from "./inline.ts";
import { paragraph } from "./paragraph.ts";
import { tabRun, textRun } from "./text.ts";

/** The notes that the text refers to; they are known once the text is written. */
export function footnotes(context: DocxContext): readonly FileChild[] {
  const { notes } = context.document;
  const byId = new Map(notes.map((note) => [note.id, note]));
  const inNote = { ...context, inNote: true };
  return notes
    .filter(({ id }) => context.isReferred(id))
    .map((note) => {
      const inner = innerNotes(note, byId, context, new Set([note.id]));
      const mark = element("w:r", undefined, reference(), element("w:footnoteRef"));
      return {
        number: context.noteNumber(note.id),
        children: [
          ...noteContent(note, [mark], inNote),
          ...inner.flatMap((each) =>
            noteContent(each, [textRun(`${each.number}`, "FootnoteReference"), tabRun()], inNote),
          ),
        ],
      };
    })
    .sort((one, other) => one.number - other.number)
    .map(({ number, children }) => element("w:footnote", { "w:id": number }, ...children));
}

function reference(): Child {
  return element("w:rPr", undefined, valued("w:rStyle", "FootnoteReference"));
}

const place: Place = { ...inBody, body: "FootnoteContinue", inside: "footnote" };

/** The first paragraph begins with the label, whatever the note begins with. */
function noteContent(
  note: Note,
  label: readonly Child[],
  outer: DocxContext,
): readonly FileChild[] {
  const context = inLanguageOf(outer, note);
  const [first, ...rest] = note.children;
  const opens = first?.kind === "paragraph";
  const words = opens ? runs(first.children, inLanguageOf(context, first)) : [];
  const options = opens ? { node: first.id } : {};
  const opening = paragraph("FootnoteText", [...label, ...words], context, options);
  const others = opens ? rest : note.children;
  return [opening, ...parted(blocks(others, context, place), context, true)];
}

/** Word has no notes of notes (17.11.10): what only notes refer to stands in the note that does so first. */
function innerNotes(
  note: Note,
  byId: ReadonlyMap<NodeId, Note>,
  context: DocxContext,
  seen: Set<NodeId>,
): readonly Note[] {
  const found: Note[] = [];
  visitNodes(note.children, (node) => {
    if (node.kind !== "noteReference") return;
    const inner = byId.get(String(node["note"]));
    if (inner === undefined || seen.has(inner.id) || context.isReferred(inner.id)) return;
    seen.add(inner.id);
    found.push(inner, ...innerNotes(inner, byId, context, seen));
  });
  return found;
}

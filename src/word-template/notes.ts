import type { XmlElement } from "../ooxml/index.ts";
import { childrenOf, insertAt, targetFrom } from "../ooxml/index.ts";
import { converted } from "./convert.ts";
import type { Merge } from "./merge.ts";

type NoteKind = "footnote" | "endnote";

/** Notes that are real, not the lines that part them from the text. */
export function ownNotes(merge: Pick<Merge, "own">, kind: NoteKind): readonly XmlElement[] {
  const path = merge.own.related(`${kind}s`);
  if (path === undefined) return [];
  return childrenOf(merge.own.xml(path).root, `w:${kind}`).filter(
    ({ attributes }) => (attributes["w:type"] ?? "normal") === "normal",
  );
}

/** Gives our notes numbers that the template does not use; before the text is converted, which refers to them. */
export function numberNotes(merge: Merge, kind: NoteKind): void {
  const there = merge.template.related(`${kind}s`);
  const taken =
    there === undefined
      ? []
      : childrenOf(merge.template.xml(there).root, `w:${kind}`).map(({ attributes }) =>
          Number(attributes["w:id"] ?? 0),
        );
  const last = taken.reduce((most, id) => Math.max(most, id), 0);
  for (const [index, { attributes }] of ownNotes(merge, kind).entries())
    merge.noteIds.set(`${kind} ${attributes["w:id"] ?? ""}`, String(last + 1 + index));
}

/** Writes our notes after the template's, or makes the part for them. */
export function mergeNotes(merge: Merge, kind: NoteKind): void {
  const notes = ownNotes(merge, kind);
  const ownPath = merge.own.related(`${kind}s`);
  if (notes.length === 0 || ownPath === undefined) return;
  const ownPart = merge.own.xml(ownPath);
  const there = merge.template.related(`${kind}s`);
  const path = there ?? addPart(merge, kind, ownPath);
  const conversion = merge.conversionFor(ownPath, path);
  const texts = notes.map((note) =>
    withNumber(converted(ownPart, [note], conversion), kind, note, merge),
  );
  if (there === undefined) {
    const separators = childrenOf(ownPart.root, `w:${kind}`).filter(
      (each) => !notes.includes(each),
    );
    const kept = separators.map((each) => converted(ownPart, [each], conversion));
    const { contentStart, contentEnd } = ownPart.root;
    const content = [...kept, ...texts].join("");
    merge.output.text(
      path,
      ownPart.text.slice(0, contentStart) + content + ownPart.text.slice(contentEnd),
    );
    return;
  }
  const at = merge.template.xml(there).root.contentEnd;
  merge.changes.paste(there, ownPart, notes);
  merge.changes.edit(there, [insertAt(at, texts.join(""))]);
}

function addPart(merge: Merge, kind: NoteKind, ownPath: string): string {
  const path = merge.output.add(
    ownPath,
    new Uint8Array(),
    merge.own.contentTypeOf(ownPath) ?? "application/xml",
  );
  const relation = merge.own.relations(merge.own.main).find((each) => each.name === `${kind}s`);
  const { main } = merge.template;
  merge.output.relate(main, relation?.type ?? "", targetFrom(main, path), false);
  return path;
}

function withNumber(xml: string, kind: NoteKind, note: XmlElement, merge: Merge): string {
  const id = merge.noteIds.get(`${kind} ${note.attributes["w:id"] ?? ""}`) ?? "1";
  return xml.replace(/\sw:id="[^"]*"/, ` w:id="${id}"`);
}

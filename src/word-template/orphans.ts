import type { Edit, WordFile, XmlElement } from "../ooxml/index.ts";
import { childrenOf, eachWithin } from "../ooxml/index.ts";
import type { Changes } from "./changes.ts";
import type { ContentPlace } from "./place.ts";

/**
 * What is left of a stretch that made room: notes and comments that nothing refers to any more are taken out, and bookmarks that reach
 * across its ends are closed there. Gives what has to stand after the content.
 */
export function dropOrphans(template: WordFile, place: ContentPlace, changes: Changes): string {
  const part = template.xml(template.main);
  const within: XmlElement[] = [];
  const outside: XmlElement[] = [];
  eachWithin(part.root, (each) => {
    if (!tied.includes(each.name)) return;
    const isWithin = each.start >= place.from && each.end <= place.to;
    (isWithin ? within : outside).push(each);
  });
  dropNotes(template, within, changes);
  const comments = idsOf(within, "w:commentReference");
  changes.edit(template.main, dropComments(template, outside, comments, changes));
  return closeBookmarks(template, within, outside, changes);
}

const tied = [
  ...["w:footnoteReference", "w:endnoteReference", "w:commentReference"],
  ...["w:commentRangeStart", "w:commentRangeEnd", "w:bookmarkStart", "w:bookmarkEnd"],
];

function idsOf(elements: readonly XmlElement[], name: string): ReadonlySet<string> {
  const found = elements.filter((each) => each.name === name);
  return new Set(found.map(({ attributes }) => attributes["w:id"] ?? ""));
}

function dropNotes(template: WordFile, within: readonly XmlElement[], changes: Changes): void {
  for (const kind of ["footnote", "endnote"]) {
    const ids = idsOf(within, `w:${kind}Reference`);
    const path = template.related(`${kind}s`);
    if (ids.size > 0 && path !== undefined) drop(template, path, `w:${kind}`, ids, changes);
  }
}

function drop(
  template: WordFile,
  path: string,
  name: string,
  ids: ReadonlySet<string>,
  changes: Changes,
): void {
  const dropped = childrenOf(template.xml(path).root, name).filter(({ attributes }) =>
    ids.has(attributes["w:id"] ?? ""),
  );
  changes.edit(path, dropped.map(taken));
}

function taken({ start, end }: XmlElement): Edit {
  return { from: start, to: end, text: "" };
}

function dropComments(
  template: WordFile,
  outside: readonly XmlElement[],
  ids: ReadonlySet<string>,
  changes: Changes,
): readonly Edit[] {
  const path = template.related("comments");
  if (ids.size === 0 || path === undefined) return [];
  drop(template, path, "w:comment", ids, changes);
  return outside
    .filter(
      ({ name, attributes }) =>
        name.startsWith("w:commentRange") && ids.has(attributes["w:id"] ?? ""),
    )
    .map(taken);
}

function closeBookmarks(
  template: WordFile,
  within: readonly XmlElement[],
  outside: readonly XmlElement[],
  changes: Changes,
): string {
  const begunWithin = idsOf(within, "w:bookmarkStart");
  const endedWithin = idsOf(within, "w:bookmarkEnd");
  const begunOutside = idsOf(outside, "w:bookmarkStart");
  changes.edit(
    template.main,
    outside
      .filter(
        ({ name, attributes }) =>
          name === "w:bookmarkEnd" && begunWithin.has(attributes["w:id"] ?? ""),
      )
      .map(taken),
  );
  return [...endedWithin]
    .filter((id) => begunOutside.has(id))
    .map((id) => `<w:bookmarkEnd w:id="${id}"/>`)
    .join("");
}

import type { WordFile, XmlElement } from "../ooxml/index.ts";
import { eachWithin } from "../ooxml/index.ts";

/** Names and numbers that the template uses, so that ours are others. */
export type TakenIds = {
  readonly bookmark: () => number;
  readonly picture: () => number;
  /** A free number for a content control: the given one, where that is free. */
  readonly control: (id: string) => string;
  /** A free name for a bookmark: the given one, where that is free. */
  readonly bookmarkName: (name: string) => string;
  readonly hasParagraphId: (id: string) => boolean;
};

/** Parts that hold text, in the order of their relationships, the document first. */
export function stories(file: WordFile): readonly string[] {
  const names = ["header", "footer", "footnotes", "endnotes", "comments"];
  const related = file
    .relations(file.main)
    .flatMap(({ name, path }) => (path !== undefined && names.includes(name) ? [path] : []));
  return [...new Set([file.main, ...related])];
}

export function takenIds(file: WordFile): TakenIds {
  let bookmark = 0;
  let picture = 0;
  let control = 0;
  const controls = new Set<string>();
  const names = new Set<string>();
  const paragraphs = new Set<string>();
  const look = (element: XmlElement): void => {
    const { attributes, name } = element;
    if (name === "w:bookmarkStart") {
      bookmark = Math.max(bookmark, number(attributes["w:id"]));
      names.add((attributes["w:name"] ?? "").toLowerCase());
    } else if (name === "wp:docPr") picture = Math.max(picture, number(attributes["id"]));
    else if (name === "w:id") controls.add(attributes["w:val"] ?? "");
    else if (name === "w:p") paragraphs.add(attributes["w14:paraId"] ?? "");
  };
  for (const path of stories(file)) eachWithin(file.xml(path).root, look);
  return {
    bookmark: () => ++bookmark,
    picture: () => ++picture,
    control(id) {
      let free = id;
      while (controls.has(free)) free = String(++control);
      controls.add(free);
      return free;
    },
    bookmarkName(name) {
      let free = name;
      for (let count = 2; names.has(free.toLowerCase()); count++)
        free = `${name.slice(0, 36)}_${count}`;
      names.add(free.toLowerCase());
      return free;
    },
    hasParagraphId: (id) => paragraphs.has(id),
  };
}

function number(text: string | undefined): number {
  const read = Number.parseInt(text ?? "", 10);
  return read > 0 && read < 0x40000000 ? read : 0;
}

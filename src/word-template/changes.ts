import type { Edit, WordFile, XmlElement, XmlPart } from "../ooxml/index.ts";
import { edited } from "../ooxml/index.ts";
import type { Needed } from "./namespaces.ts";
import { addNeeded, declarations, neededAlways } from "./namespaces.ts";
import type { Output } from "./output.ts";

/** Changes to parts of the template, gathered from all sides and made at once. A part without changes stays byte for byte. */
export type Changes = {
  readonly edit: (path: string, edits: readonly Edit[]) => void;
  /** Says which elements of ours were pasted into a part, so that their prefixes are declared there. */
  readonly paste: (path: string, from: XmlPart, elements: readonly XmlElement[]) => void;
  readonly write: () => void;
};

export function createChanges(template: WordFile, output: Output): Changes {
  const edits = new Map<string, Edit[]>();
  const needed = new Map<string, Needed>();
  const neededOf = (path: string): Needed => {
    const known = needed.get(path) ?? neededAlways();
    needed.set(path, known);
    return known;
  };
  return {
    edit(path, more) {
      if (more.length > 0) edits.set(path, [...(edits.get(path) ?? []), ...more]);
    },
    paste: (path, from, elements) => addNeeded(neededOf(path), from, elements),
    write() {
      for (const [path, all] of edits) {
        const part = template.xml(path);
        const declared = declarations(path, part, neededOf(path));
        output.text(path, edited(part.text, [...declared, ...all]));
      }
    },
  };
}

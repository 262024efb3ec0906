import { writeNameTree } from "../name-tree.ts";
import type { Information, PdfSink, Reference } from "../sink.ts";
import { referenceSyntax } from "../sink.ts";
import type { Element } from "../structure/element.ts";
import { isElement } from "../structure/element.ts";
import { byteOrder, utf8 } from "../syntax.ts";
import type { AttachedFile } from "./files.ts";
import { fileEntry, writeFile } from "./files.ts";
import { mathMlOf } from "./math-ml.ts";

/** What travels within a document. */
export type Attachments = {
  /** Whether each formula has its MathML with it. */
  readonly formulas: boolean;
  /** Files that belong to the document as a whole. */
  readonly files: readonly AttachedFile[];
};

export type Attached = {
  /** What belongs to an element. */
  readonly files: ReadonlyMap<Element, Reference>;
  /** What the formulas are, in order: while they are the same, so are their numbers. */
  readonly formulas: readonly string[];
  /** Whether the file holds any. */
  readonly any: boolean;
};

/** Writes the files of a document, before its structure, which points at them. */
export function attachFiles(
  sink: PdfSink,
  root: Element,
  { formulas, files }: Attachments,
  information: Information,
): Attached {
  const maths = formulas ? mathsIn(root) : new Map<Element, string>();
  const written = files.map((file) => ({ file, reference: writeFile(sink, file, information) }));
  const whole = written.map(({ reference }) => referenceSyntax(reference));
  if (whole.length > 0) sink.catalogue("AF", `[${whole.join(" ")}]`);

  // What is said twice is one file.
  const known = new Map<string, Reference>();
  const owned = new Map<Element, Reference>();
  const taken = new Set(files.map(({ name }) => name));
  for (const [element, math] of maths) {
    const reference = known.get(math) ?? addFormula(element, math);
    known.set(math, reference);
    owned.set(element, reference);
  }
  function addFormula(element: Element, math: string): Reference {
    const file: AttachedFile = {
      name: freeName(`formula-${known.size + 1}.mml`, taken),
      mediaType: "application/mathml+xml",
      bytes: utf8(math),
      description: element.alternative ?? "",
      relationship: "Supplement",
    };
    const reference = writeFile(sink, file, information);
    written.push({ file, reference });
    return reference;
  }
  const entries = written
    .map(({ file, reference }) => fileEntry(file, reference))
    .sort((left, right) => byteOrder(left.name, right.name));
  const tree = writeNameTree(sink, entries);
  if (tree !== undefined) sink.names("EmbeddedFiles", tree);
  return { files: owned, formulas: [...maths.values()], any: written.length > 0 };
}

function mathsIn(root: Element): Map<Element, string> {
  const found = new Map<Element, string>();
  const look = (element: Element): void => {
    if (element.math !== undefined) found.set(element, mathMlOf(element.math));
    for (const child of element.children) if (isElement(child)) look(child);
  };
  look(root);
  return found;
}

/** A name that no other file has. */
export function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let more = 2; taken.has(free); more++) free = name.replace(/(?=\.[^.]*$)|$/, `-${more}`);
  taken.add(free);
  return free;
}

import type { PdfSink } from "./sink.ts";
import { referenceSyntax } from "./sink.ts";
import type { Syntax } from "./syntax.ts";
import { bytesSyntax } from "./syntax.ts";

/** Most names of one leaf. */
const namesPerLeaf = 64;

/**
 * A name tree of two levels (ISO 32000-1, 7.9.6); undefined where nothing has a name.
 * @param entries in the order of the bytes of their names, each with its name as it is written at its head
 */
export function writeNameTree(
  sink: PdfSink,
  entries: readonly { readonly name: string; readonly syntax: Syntax }[],
): Syntax | undefined {
  const leaves: string[] = [];
  for (let start = 0; start < entries.length; start += namesPerLeaf) {
    const part = entries.slice(start, start + namesPerLeaf);
    const leaf = sink.reserve();
    const limits = [part[0], part.at(-1)].map((entry) => bytesSyntax(entry?.name ?? ""));
    const names = part.map(({ syntax }) => syntax).join("\n");
    sink.object(leaf, `<</Limits[${limits.join("")}]/Names[${names}]>>`);
    leaves.push(referenceSyntax(leaf));
  }
  return leaves.length === 0 ? undefined : `<</Kids[${leaves.join(" ")}]>>`;
}

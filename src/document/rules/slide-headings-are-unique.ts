import type { Diagnostic } from "../../diagnostics/index.ts";
import type { DocumentTree } from "../document.ts";
import { textOf } from "../text-of.ts";

/** Slides are found and spoken of by their headings. */
export function slideHeadingsAreUnique(document: DocumentTree): readonly Diagnostic[] {
  const seen = new Set<string>();
  return document.content.flatMap((block): readonly Diagnostic[] => {
    if (block.kind !== "slide") return [];
    const heading = textOf(block.heading.children).trim();
    if (heading === "" || !seen.has(heading)) {
      seen.add(heading);
      return [];
    }
    const place = block.heading.place ?? block.place;
    return [
      {
        rule: "slide-headings-are-unique",
        severity: "warning",
        message: `Two slides have the heading "${heading}".`,
        ...(place && { place }),
        hints: ["Say in each heading what is new on the slide."],
      },
    ];
  });
}

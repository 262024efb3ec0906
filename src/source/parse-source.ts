import type { Outcome } from "../diagnostics/index.ts";
import { createCollector } from "../diagnostics/index.ts";
import { warnAboutContainers } from "./container-rules.ts";
import { decodeSource } from "./decode.ts";
import { divideFrontMatter } from "./front-matter.ts";
import { resolveHtml } from "./html-tree.ts";
import { parse } from "./parse.ts";
import { makeSelfContained } from "./self-contained.ts";
import type { Root, Source } from "./tree.ts";

/**
 * Reads a source. Never fails: whatever the bytes are, there is a tree with all of the text, and diagnostics. `file` is
 * the path that diagnostics name.
 */
export function parseSource(file: string, bytes: Uint8Array): Outcome<Source> {
  const { report, diagnostics } = createCollector();
  const text = decodeSource(file, bytes, report) ?? "";
  const { frontMatter, body } = divideFrontMatter(file, text, report);
  const { root, open } = parse(body, "source");
  warnAboutContainers(root, open, body, file, report);
  resolveHtml(root, file, report);
  const tree = makeSelfContained(root, { file, report });
  return {
    value: { file, text, tree, ...(frontMatter && { frontMatter }) },
    diagnostics: diagnostics(),
  };
}

/** Parses what a template wrote: self-contained, as a source is. */
export function parseGenerated(text: string): Root {
  return makeSelfContained(parse(text, "generated").root, undefined);
}

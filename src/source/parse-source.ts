import type { Outcome } from "../diagnostics/index.ts";
import { createCollector } from "../diagnostics/index.ts";
import { attachAttributes } from "./attributes-tree.ts";
import { divide } from "./chunks.ts";
import { warnAboutContainers } from "./container-rules.ts";
import { cutChunks } from "./cut-chunks.ts";
import { decodeSource } from "./decode.ts";
import { joinDefinitions } from "./definition-tree.ts";
import { fewReports } from "./few-reports.ts";
import { divideFrontMatter } from "./front-matter.ts";
import { giveAnchors } from "./html-anchors.ts";
import { resolveHtml } from "./html-tree.ts";
import { warnAboutLimits } from "./limit-rules.ts";
import { findExcess } from "./limits.ts";
import { maskMarks } from "./mask.ts";
import { parse } from "./parse.ts";
import type { SourceMemo } from "./parse-again.ts";
import { parseAgain } from "./parse-again.ts";
import { parseChunks } from "./parse-chunks.ts";
import { readPlain } from "./plain/index.ts";
import { makeSelfContained } from "./self-contained.ts";
import { warnAboutText } from "./text-rules.ts";
import { tidyPhrasing } from "./tidy-phrasing.ts";
import type { Root, Source } from "./tree.ts";
import { unmaskTree } from "./unmask-tree.ts";

/**
 * Reads a source. Never fails: whatever the bytes are, there is a tree with all of the text, and diagnostics. `file` is
 * the path that diagnostics name.
 * @param memo of the last parse of this source; absent: all is read
 */
export function parseSource(file: string, bytes: Uint8Array, memo?: SourceMemo): Outcome<Source> {
  const collector = createCollector();
  const { report, finish } = fewReports(collector.report);
  const text = decodeSource(file, bytes, report) ?? "";
  const { frontMatter, body } = divideFrontMatter(file, text, report);
  const { hidden, excesses } = findExcess(body);
  const masked = maskMarks(body, hidden);
  const cut = cutChunks(masked.text, divide(masked.text));
  const finishBlocks = (part: Root): void => {
    tidyPhrasing(part, body);
    attachAttributes(part, body);
    joinDefinitions(part, masked.text);
  };
  // Names of words in brackets, as HTML, are given where links of the whole text ask for them, which changes the nodes.
  const bracketed = body.includes("]{");
  const plain =
    masked.unmask === undefined &&
    cut.excesses.length === 0 &&
    !bracketed &&
    !/<[a-z/!?]/i.test(body);
  const again =
    memo !== undefined && plain
      ? parseAgain(masked.text, cut.chunks, finishBlocks, memo)
      : undefined;
  const { root, open, unread } =
    again === undefined
      ? parseChunks(masked.text, cut.chunks)
      : { root: again, open: [], unread: [] };
  if (again === undefined) finishBlocks(root);
  if (masked.unmask !== undefined) unmaskTree(root, masked.unmask);
  warnAboutLimits([...excesses, ...cut.excesses], unread, { file, text: body, root, report });
  warnAboutContainers(root, open, body, file, report);
  warnAboutText(root, body, file, report);
  if (body.includes("<")) resolveHtml(root, file, report);
  else if (bracketed) giveAnchors(root);
  const tree = makeSelfContained(root, { file, report });
  finish();
  return {
    value: { file, text, tree, ...(frontMatter && { frontMatter }) },
    diagnostics: collector.diagnostics(),
  };
}

/** Parses what a template wrote: self-contained, as a source is. Templates are limited by their own budgets. */
export function parseGenerated(text: string): Root {
  const whole = { start: 0, end: text.length, line: 0 };
  const root = readPlain(text, whole, new Set()) ?? parse(text, "generated").root;
  attachAttributes(root, text);
  joinDefinitions(root, text);
  return makeSelfContained(root, undefined);
}

import type { Report } from "../../diagnostics/index.ts";
import { plainText } from "../../source/index.ts";
import { error, placeText, warning } from "../building.ts";
import type { Brief, Model, ModelSection, Selected } from "../model.ts";
import type { Suggest } from "../near.ts";
import { findById } from "../selection.ts";

/** Every brief is made of sentences or clauses of its block, word for word and in order. */
export function checkBriefs(model: Model, suggest: Suggest, report: Report): void {
  const first = new Map<string, Brief>();
  const bodies = new Map<string, string>();
  for (const brief of model.briefs) {
    checkOnce(brief, first, report);
    const of = findById(model, brief.of);
    if (of === undefined) {
      error(report, "reference-resolves", brief.place, [
        `A brief is of "${brief.of}", but there is no such block or section.`,
        ...suggest(brief.of, idsOf(model)),
      ]);
      continue;
    }
    const body = bodies.get(brief.of) ?? bodyText(of);
    bodies.set(brief.of, body);
    checkWords(brief, body, report);
  }
}

function* idsOf(model: Model): Iterable<string> {
  yield* model.named.keys();
  yield* model.recordById.keys();
}

function checkOnce(brief: Brief, first: Map<string, Brief>, report: Report): void {
  if (brief.only !== undefined) return; // for different readers
  for (const product of brief.products.length === 0 ? ["every kind"] : brief.products) {
    const key = `${product}\n${brief.of}`;
    const before = first.get(key);
    if (before !== undefined) {
      error(report, "brief-stands-once", brief.place, [
        `"${brief.of}" has two briefs for ${product === "every kind" ? product : `"${product}"`}; the first stands at ${placeText(before.place)}.`,
        "Keep one of the two.",
      ]);
    }
    if (before === undefined) first.set(key, brief);
  }
}

function bodyText(of: Selected): string {
  if (of.kind === "section") return sectionText(of.section);
  if (of.kind === "block") return words(of.block.nodes);
  return of.record.body.length === 0 ? of.record.titleText : words(of.record.body);
}

function sectionText(section: ModelSection): string {
  const parts = [words(section.content)];
  for (const inner of section.sections) parts.push(words(inner.heading), sectionText(inner));
  return parts.filter((part) => part !== "").join(" ");
}

function words(nodes: Parameters<typeof plainText>[0] | ModelSection["content"]): string {
  return plainText([...nodes]).replace(/[\s\u00a0]+/g, " ");
}

function checkWords(brief: Brief, body: string, report: Report): void {
  const text = words(brief.content);
  if (text === "") {
    error(report, "brief-is-verbatim", brief.place, [`The brief of "${brief.of}" is empty.`]);
    return;
  }
  if (text === body) {
    warning(report, "brief-is-shorter", brief.place, [
      `The brief of "${brief.of}" is as long as what it shortens.`,
      "Remove it, or leave something out.",
    ]);
    return;
  }
  let from = 0;
  for (const sentence of text.split(/(?<=[.!?][”"]?) (?=\p{Lu}|[“"«])/u)) {
    const end = findClause(body, sentence, from);
    if (end === undefined) {
      error(report, "brief-is-verbatim", brief.place, [
        `The brief of "${brief.of}" says "${shorten(sentence)}", which is no sentence or clause of it, or stands in another order.`,
        "Take whole sentences or clauses, word for word and in order.",
      ]);
      return;
    }
    from = end;
  }
}

/** The end of a clause in the text, from an offset on; its first letter may have become a capital. */
function findClause(body: string, sentence: string, from: number): number | undefined {
  const core = sentence.replace(/[.;,:]$/, "");
  const small = core.charAt(0).toLowerCase() + core.slice(1);
  for (const wording of small === core ? [core] : [core, small]) {
    for (let at = body.indexOf(wording, from); at !== -1; at = body.indexOf(wording, at + 1)) {
      const end = at + wording.length;
      const begins = at === 0 || /[.!?;:,—–(«”"]\s*$/.test(body.slice(Math.max(0, at - 3), at));
      if (begins && /^(?:$|\s?[.!?;:,—–)»])/.test(body.slice(end, end + 2))) return end;
    }
  }
  return undefined;
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

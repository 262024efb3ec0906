import type { Outcome } from "../diagnostics/index.ts";
import type { PreparedForm } from "../settings/index.ts";
import type { PartialCalls, Template } from "./engine/index.ts";
import { parseTemplate, partialCalls, templateFromJson, templateToJson } from "./engine/index.ts";
import { helperNames } from "./helpers/names.ts";
import type { ReadFile, Reading } from "./reading.ts";

const templateForm: PreparedForm<Template> = { to: templateToJson, from: templateFromJson };

export function templateIn(reading: Reading, read: ReadFile): Template {
  const parse = (): Outcome<Template> => parseTemplate(read.file, read.text(), helperNames());
  return reading.take(read, parse, templateForm);
}

/**
 * The partials that a template calls, and those that they call: of its own folder, or else shared ones. All that there are where a name is
 * computed, or is that of none, for which similar names are told.
 */
export function readPartials(
  reading: Reading,
  name: string,
  main: Template,
): ReadonlyMap<string, Template> {
  const partials = new Map<string, Template>();
  const folders = [`templates/${name}/partials`, "templates/partials"];
  const missing = new Set<string>();
  const defined = new Set<string>();
  let computed = false;
  const waiting: PartialCalls[] = [partialCalls(main)];
  const take = (called: string): void => {
    if (partials.has(called) || missing.has(called)) return;
    const read = isPartialName(called)
      ? (reading.text(`${folders[0]}/${called}.md.hbs`) ??
        reading.text(`${folders[1]}/${called}.md.hbs`))
      : undefined;
    if (read === undefined) {
      missing.add(called);
      return;
    }
    const partial = templateIn(reading, read);
    partials.set(called, partial);
    waiting.push(partialCalls(partial));
  };
  for (let calls = waiting.pop(); calls !== undefined; calls = waiting.pop()) {
    computed ||= calls.computed;
    for (const inline of calls.defined) defined.add(inline);
    for (const called of calls.called) take(called);
  }
  if (computed || [...missing].some((called) => !defined.has(called)))
    for (const entry of folders.flatMap(reading.names))
      if (entry.endsWith(".md.hbs")) take(entry.slice(0, -".md.hbs".length));
  return partials;
}

function isPartialName(name: string): boolean {
  return /^[\w-]+$/.test(name);
}

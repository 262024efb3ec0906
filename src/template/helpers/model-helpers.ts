import { select } from "../../model/index.ts";
import type { Call, Helper } from "../engine/index.ts";
import { recordsOf } from "../view/annexes.ts";
import type { Making } from "../view/making.ts";
import { annexBody, sectionView } from "../view/sections.ts";
import { selectedView } from "../view/selected.ts";
import { wordsOf } from "./arguments.ts";

/** Helpers that choose from the model. */
export function modelHelpers(making: Making): readonly (readonly [string, Helper])[] {
  return [
    ["select", (call) => selected(making, call)],
    ["records", (call) => recordsOf(making, wordsOf(call.values[0]))],
    ["steps", () => steps(making)],
    ["list-of", ({ values }) => values],
    ["annex-body", (call) => annexOf(making, call)],
  ];
}

/** `(select "event[standing=past]")`: a list of what the source chooses by the same words; empty where it has none. */
function selected(making: Making, call: Call): readonly unknown[] {
  const words = wordsOf(call.values[0]);
  const { value, diagnostics } = select(making.model, words, making.model.root.place);
  // Nothing found is no fault of a template that serves many sources; a wrong word is.
  for (const { rule, message, hints } of diagnostics) {
    if (rule !== "selection-finds-something") call.complain(rule, message, hints);
  }
  return value.map((one) => selectedView(making, one));
}

/** What is planned or due, in order of time; empty where the source has no such records. */
function steps(making: Making): readonly unknown[] {
  const types = making.model.recordTypes;
  const words = [
    ...(types.get("event")?.fields.has("standing") ? ["event[standing=planned]"] : []),
    ...(types.get("commitment")?.fields.has("due") ? ["commitment[due]"] : []),
  ].join(",");
  return select(making.model, words, making.model.root.place).value.map((one) =>
    selectedView(making, one),
  );
}

/** `{{annex-body id}}`: the section of this id in full. */
function annexOf(making: Making, call: Call): unknown {
  const named = making.model.named.get(wordsOf(call.values[0]));
  if (named?.kind !== "section") return null;
  return named.annexIn.includes(making.folder.name)
    ? annexBody(making, named)
    : sectionView(making, named).body;
}

import type { Block } from "../../document/index.ts";
import type { Unit } from "../blocks/index.ts";
import { flowOf, setUnit } from "../blocks/index.ts";
import type { FlowItem } from "../flow.ts";
import type { Setting, Stage } from "./contexts.ts";
import { readsPages } from "./walk.ts";

/** What was set already, by unit and page; a table of contents is set anew when pages are known. */
export type FlowCache = {
  readonly get: (
    unit: Unit,
    stage: Stage,
    page: "first" | "later",
    setting: Setting,
  ) => readonly FlowItem[];
};

export function flowCache(): FlowCache {
  const known = { first: new Map<Block, Entry>(), later: new Map<Block, Entry>() };
  const reading = new Map<Block, boolean>();
  const reads = (unit: Unit): boolean => {
    const key = unit.kind === "heading" ? unit.section : unit.block;
    const before = reading.get(key);
    if (before !== undefined) return before;
    const found = readsPages(unit.kind === "heading" ? unit.section.heading : unit.block);
    reading.set(key, found);
    return found;
  };
  return {
    get: (unit, stage, page, setting) => {
      const key = unit.kind === "heading" ? unit.section : unit.block;
      const before = known[page].get(key);
      if (before !== undefined && (before.pageOf === setting.pageOf || !reads(unit))) {
        return before.flow;
      }
      const flow = setUnit(unit, stage.context, flowOf);
      known[page].set(key, { flow, pageOf: setting.pageOf });
      return flow;
    },
  };
}

type Entry = {
  readonly flow: readonly FlowItem[];
  readonly pageOf: Setting["pageOf"];
};

import type { Selected } from "../../model/index.ts";
import type { BlocksValue } from "../engine/index.ts";
import { blocksValue } from "../engine/index.ts";
import { briefOf } from "./briefs.ts";
import type { Making } from "./making.ts";
import type { RecordView } from "./records.ts";
import { recordView } from "./records.ts";
import type { SectionView } from "./sections.ts";
import { sectionView } from "./sections.ts";

/** A paragraph, item or container with an id, as template data. */
export type BlockView = {
  readonly kind: "block";
  readonly id: string;
  readonly body: BlocksValue;
  /** The shorter wording for this product, or else the body. */
  readonly brief: BlocksValue;
  readonly shortened: boolean;
  readonly editorial: boolean;
  readonly when: null;
};

/** What a selection gives. `kind` tells which; all have `id`, `body`, `brief` and `when`. */
export type SelectedView = RecordView | SectionView | BlockView;

export function selectedView(making: Making, selected: Selected): SelectedView {
  switch (selected.kind) {
    case "record":
      return recordView(making, selected.record);
    case "section":
      return sectionView(making, selected.section);
    case "block": {
      const { id, nodes, editorial, place } = selected.block;
      const short = briefOf(making, id);
      const body = nodes.flatMap((node) => (node.type === "listItem" ? node.children : [node]));
      return {
        kind: "block",
        id,
        body: blocksValue(body, place),
        brief: blocksValue(short ?? body, place),
        shortened: short !== undefined,
        editorial,
        when: null,
      };
    }
  }
}

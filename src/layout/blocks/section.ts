import type { Section } from "../../document/index.ts";
import type { BlockFlow } from "../flow.ts";
import { flowOf } from "./flow-helpers.ts";

/** A section inside of something else; `FlowContext.flow` takes it apart. */
export const flowSection: BlockFlow<Section> = (block, context) => flowOf(block, context);

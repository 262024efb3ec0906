import type { Block, QuickFacts } from "../../../document/index.ts";
import type { DocxContext } from "../context.ts";
import type { FileChild } from "../element.ts";
import { heightOf } from "../heights.ts";
import { trialContext } from "../slide-parts.ts";
import { textWidth } from "../styles/measures.ts";
import { sideFacts } from "./facts.ts";
import { blocks } from "./index.ts";
import { inBody } from "./place.ts";

/**
 * Blocks of the page itself. Where the theme has quick facts beside the text of the first page they stand there in Word too, as long as
 * they surely have room: their frame begins below the title, wherever that ends.
 */
export function pageBlocks(content: readonly Block[], context: DocxContext): readonly FileChild[] {
  const at = content.findIndex(({ kind }) => kind === "quickFacts");
  const facts = content[at];
  if (facts?.kind !== "quickFacts" || context.theme.masters.first.side?.kind !== "frame")
    return blocks(content, context, inBody);
  const opening = content.slice(0, content.findLastIndex(isOpening) + 1);
  const title = blocks(opening, context, inBody);
  const lead = blocks(content.slice(opening.length, at), context, inBody);
  const framed = factsBeside(facts, title, lead, context);
  const rest = content.slice(at + 1);
  if (framed === undefined)
    return [...title, ...lead, ...blocks([facts, ...rest], context, inBody)];
  return [...title, ...lead, ...framed, ...blocks(rest, context, { ...inBody, besideFacts: true })];
}

const isOpening = ({ kind }: Block): boolean => kind === "masthead" || kind === "title";

/** Their frame must begin on the page of the title, and end on it. */
function factsBeside(
  facts: QuickFacts,
  title: readonly FileChild[],
  lead: readonly FileChild[],
  context: DocxContext,
): readonly FileChild[] | undefined {
  const { page } = context.theme;
  const room = page.height - page.margins.top - page.margins.bottom;
  const width = textWidth(context.theme);
  const { height, after } = heightOf(title, width, context);
  const text = heightOf(lead, width, context).height;
  const top = height + after + belowTitle;
  const trial = trialContext(context);
  const isOnPage = top + heightOf(sideFacts(facts, top, trial), width, trial).height < room;
  if (!isOnPage || height + after + text > room * mostBefore) return undefined;
  return sideFacts(facts, top, context);
}

/** From where text begins to the rule of the box, points. */
const belowTitle = 3;
/** Share of the first page that what stands before the facts may take. */
const mostBefore = 0.8;

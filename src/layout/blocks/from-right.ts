import type { Block } from "../../document/index.ts";
import { textsOfBlocks } from "../../document/index.ts";
import type { BlockFlow, FlowContext, FlowItem } from "../flow.ts";
import { mirrored } from "../pages/mirror.ts";
import { directionOf, directionOfLanguage } from "../text/index.ts";

/**
 * Sets a block whose text begins at the right on pages that begin at the left: as on pages that are turned as a whole, and then turned by
 * itself, so that markers and indents stand at the right too.
 */
export function fromRight<Kind extends Block>(
  set: BlockFlow<Kind>,
  stripOf: (block: Kind, context: FlowContext) => { readonly x: number; readonly width: number },
): BlockFlow<Kind> {
  return (block, context) => {
    if (context.mirrored === true) return set(block, context);
    const text = textsOfBlocks([block]).find((own) => /\p{L}/u.test(own)) ?? "";
    if (directionOf(text, context.language) === "ltr") return set(block, context);
    const { x, width } = stripOf(block, context);
    const language = languageOf(text, context);
    const middle = 2 * x + width;
    return set(block, { ...context, language, mirrored: true }).map(
      (item): FlowItem => ({
        ...item,
        items: mirrored(item.items, middle),
        ...(item.continuation && {
          continuation: {
            ...item.continuation,
            items: mirrored(item.continuation.items, middle),
          },
        }),
      }),
    );
  };
}

/** Numbers and other texts without letters run as the block does: where nobody says its language, one of its script stands for it. */
function languageOf(text: string, { language }: FlowContext): string {
  if (directionOfLanguage(language) === "rtl") return language;
  return /[\u0590-\u05ff\ufb1d-\ufb4f]/.test(text) ? "he" : "ar";
}

import type { DocumentTree, Inline } from "../document/index.ts";
import type { Customs } from "./customs.ts";
import { customsOf } from "./customs.ts";
import type { Edit } from "./edit.ts";
import type { Around, TextMemo } from "./map-running-text.ts";
import { mapRunningText } from "./map-running-text.ts";
import { editsWithin, protectedStretches } from "./protected.ts";
import { quoteMarks } from "./quote-marks.ts";
import type { Quotations } from "./quotes.ts";
import { rewrite, stretchesOf } from "./rewrite.ts";
import { signEdits } from "./signs.ts";
import { spaceEdits } from "./spaces.ts";

/**
 * How far the signs of a text are changed: `off` not at all; `spaces` makes spaces no-break where no line may end;
 * `full` also makes quotation marks, dashes, fractions and the like of what a typewriter has for them.
 */
export type TypographySetting = "off" | "spaces" | "full";

/**
 * The document with its small signs set by the customs of each language. Code, addresses and ids stay as they are. Doing
 * it twice changes nothing more.
 * @param memo what earlier documents of the same target became; absent: nothing is known of them
 */
export function typeset(
  document: DocumentTree,
  setting: TypographySetting,
  memo?: TypesetMemo,
): DocumentTree {
  if (setting === "off") return document;
  const change = (children: readonly Inline[], around: Around): readonly Inline[] =>
    typesetText(children, around, setting);
  return mapRunningText(document, document.language, change, memo?.[setting]);
}

/** Double marks stay double in English, also in Britain, where either may come first. */
function straightMarks({ french }: Customs): Quotations {
  const within = quoteMarks("fr", true);
  return { outer: french ? quoteMarks("fr", false) : within, within };
}

/** What earlier documents became, by setting. */
export type TypesetMemo = Readonly<Record<"spaces" | "full", TextMemo>>;

export function createTypesetMemo(): TypesetMemo {
  return { spaces: new WeakMap(), full: new WeakMap() };
}

/** Something that any rule could be about: a quick look that most texts of the first setting do not pass. */
const worthALook: Readonly<Record<"spaces" | "full", RegExp>> = {
  spaces:
    /[\d.°º§¶»:;!?n] \S|« |(?:^|[\s(])(?:M[rsx]|Mrs|Dr|Dre|Pr|Pre|Prof|Ste?|Hon|Gen|Col|Sgt|Capt|Lt|MM|Mgr|Me|Mmes?|Mlles?|[Nn]os?) /,
  full: /[\d.°º§¶»:;!?n"'«-] ?\S|« |[-"'«»%:;!?.]|[IVX]e|(?:M[rsx]|Mrs|Dr|Dre|Pr|Pre|Prof|Ste?|Hon|Gen|Col|Sgt|Capt|Lt|MM|Mgr|Me|Mmes?|Mlles?|[Nn]os?) /,
};

/** A sign that is made may ask for a space, and the like: so it is done until nothing changes, which is soon. */
function typesetText(
  children: readonly Inline[],
  around: { readonly id: string; readonly language: string },
  setting: "spaces" | "full",
): readonly Inline[] {
  let before = children;
  for (let round = 0; round < mostRounds; round++) {
    const after = typesetOnce(
      before,
      round === 0 ? around : { ...around, id: `${around.id}.${round}` },
      setting,
    );
    if (after === before) break;
    before = after;
  }
  return before;
}

const mostRounds = 5;

function typesetOnce(
  children: readonly Inline[],
  around: { readonly id: string; readonly language: string },
  setting: "spaces" | "full",
): readonly Inline[] {
  const { text, stretches, languages } = stretchesOf(children, around.language);
  if (!worthALook[setting].test(text) && !/ [»:;!?%‰°]/.test(text)) return children;
  const untouched = protectedStretches(text);
  const edits: Edit[] = [];
  for (const language of languages) {
    const customs = customsOf(language);
    const marks = straightMarks(customs);
    const signs = setting === "full" ? signEdits(text, customs, marks) : [];
    const own = [...signs, ...spaceEdits(text, customs)].filter((edit) =>
      stretches.some(
        (stretch) =>
          stretch.language === language &&
          edit.at >= stretch.start &&
          edit.end <= stretch.end &&
          !(stretch.hasRole && edit.role !== undefined),
      ),
    );
    for (const edit of editsWithin(own, untouched)) edits.push(edit);
  }
  return edits.length === 0 ? children : rewrite(children, edits, around.id);
}

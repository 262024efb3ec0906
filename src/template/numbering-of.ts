import type { PageNumbers } from "../document/index.ts";
import type { Numbering } from "./document/index.ts";
import { headValue } from "./view/fields.ts";
import type { Making } from "./view/making.ts";

/** Most levels that a number may have. */
const deepest = 6;

/** `numbering: 2`, `numbering: none`, or `numbering: {sections: 2, captions: no}` in the head; else what the template says. */
export function numberingOf(making: Making): Numbering {
  const usual = making.folder.settings.numbering;
  const whole = headValue(making, "numbering");
  if (whole === undefined) return usual;
  if (whole.kind === "text") return ofText(whole.text, usual, making);
  const sections = textAt(making, "numbering.sections");
  const captions = textAt(making, "numbering.captions");
  return {
    sections: sections === undefined ? usual.sections : ofText(sections, usual, making).sections,
    captions: captions === undefined ? usual.captions : isYes(captions),
  };
}

function textAt(making: Making, path: string): string | undefined {
  const value = headValue(making, path);
  return value?.kind === "text" ? value.text : undefined;
}

const isYes = (text: string): boolean => /^(?:yes|true|on)$/i.test(text);

function ofText(text: string, usual: Numbering, making: Making): Numbering {
  if (/^(?:none|no|false|off)$/i.test(text)) return { sections: 0, captions: false };
  if (isYes(text)) return { ...usual, sections: 2 };
  if (/^\d$/.test(text)) return { ...usual, sections: Math.min(Number(text), deepest) };
  const value = headValue(making, "numbering");
  making.report({
    rule: "numbering-is-known",
    severity: "warning",
    message: `"${text}" does not say how many levels of sections are numbered.`,
    ...(value === undefined ? {} : { place: value.place }),
    hints: ['Write "numbering: 2" for two levels, or "numbering: none".'],
  });
  return usual;
}

/** `page-numbers: {front: roman, annexes: lettered}` in the head; else what the template says. */
export function pageNumbersOf(making: Making): PageNumbers | undefined {
  const usual = making.folder.settings.pageNumbers;
  const front = textAt(making, "page-numbers.front");
  const annexes = textAt(making, "page-numbers.annexes");
  if (front === undefined && annexes === undefined) return usual;
  return {
    romanFront: front === undefined ? (usual?.romanFront ?? false) : front === "roman",
    letteredAnnexes:
      annexes === undefined ? (usual?.letteredAnnexes ?? false) : annexes === "lettered",
  };
}

import type { Customs } from "./customs.ts";
import { noBreak } from "./customs.ts";
import type { Edit } from "./edit.ts";

/** Spaces at which no line may end become no-break spaces. No space comes or goes. */
export function spaceEdits(text: string, customs: Customs): readonly Edit[] {
  const edits: Edit[] = [];
  for (let at = text.indexOf(" "); at !== -1; at = text.indexOf(" ", at + 1)) {
    const space = spaceAt(text, at, customs);
    if (space !== undefined) edits.push({ at, end: at + 1, text: space });
  }
  return edits;
}

const titles =
  /(?:^|[\s(«“"[])(?:(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Ste|Hon|Gen|Col|Sgt|Capt|Lt|MM|Mgr)\.?|M\.|Mme|Mmes|Mlle|Mlles|Dre|Pr|Pre)$/;
const numbered =
  /(?:^|[\s(«“"[])(?:(?:pp?|[Nn]os?|[Aa]rt|[Ss]ec|[Ss]ect|ss?|[Cc]h|[Cc]hap|[Ff]igs?|[Vv]ol|[Pp]ar|[Pp]ara|[Tt]abl?|cf|ca?)\.|n[°º]|nos|[§¶]{1,2})$/;
/** Also the hours of a time: `16 h 30`. */
const frenchNumbered = /(?:^|[\s(«“"[])(?:n(?:o|os)|N(?:o|os)|\d\d?[ \u00A0]h)$/;
const frenchTitle = /(?:^|[\s(«“"[])Me$/;
const units =
  /^(?:[%‰°$€£¥¢]|(?:k|M|G)\$|(?:[kMGTcmµn]?(?:m|g|W|Wh|B|Hz|s|l|L|V|A|J|Pa|N)[²³]?|km\/h|kWh|ha|h|min|ppm|dB|°C|°F|million|millions|billion|billions|trillion|milliard|milliards)(?![0-9A-Za-z\u00aa-\u02af]))/;
const months =
  /^(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?![A-Za-z\u00c0-\u02af])/;

/** What stands in the place of an ordinary space; undefined where it may stay. */
function spaceAt(text: string, at: number, customs: Customs): string | undefined {
  const before = text[at - 1] ?? " ";
  const after = text[at + 1] ?? " ";
  if (before === " " || after === " ") return undefined;
  if (before === "«" || after === "»") return noBreak;
  if (customs.french && ":;!?".includes(after) && endsWord(text, at + 2)) {
    return after === ":" ? noBreak : (customs.beforeHighSigns ?? noBreak);
  }
  if (before >= "0" && before <= "9") return afterFigure(text, at, customs);
  const head = text.slice(Math.max(0, at - 12), at);
  return joins(head, text.slice(at + 1, at + 13), customs.french) ? noBreak : undefined;
}

/** Whether an abbreviation and what it belongs to stay together. */
function joins(head: string, next: string, french: boolean): boolean {
  if (/^\d/.test(next)) return numbered.test(head) || (french && frenchNumbered.test(head));
  if (isCapital(next[0] ?? "")) return titles.test(head) || (french && frenchTitle.test(head));
  return french && /(?:^|\s)1er$/.test(head) && months.test(next);
}

function isCapital(letter: string): boolean {
  return letter.toLowerCase() !== letter;
}

/** A sign at the end of a word, and not the beginning of another, as in `:-)` or `:name`. */
function endsWord(text: string, at: number): boolean {
  return !/[\p{L}\p{N}/\-_]/u.test(text[at] ?? " ");
}

function afterFigure(text: string, at: number, customs: Customs): string | undefined {
  const next = text.slice(at + 1, at + 13);
  if (units.test(next)) return noBreak;
  if (!customs.french) return undefined;
  if (/^\d{3}(?!\d)/.test(next)) {
    const head = text.slice(Math.max(0, at - 24), at);
    const groups = /(?:^|[^\p{L}\d.,/-])\d{1,3}(?:[ \u00A0\u202F]\d{3})*$/u;
    return groups.test(head) ? customs.inNumbers : undefined;
  }
  return months.test(next) ? noBreak : undefined;
}

import { twips } from "../units.ts";
import type { ParagraphStyle } from "./style.ts";

/** In twips (17.3.1.12). */
export function indentAttributes({
  left,
  right,
  hanging = 0,
}: NonNullable<ParagraphStyle["indent"]>): Readonly<Record<string, number | undefined>> {
  return {
    "w:left": left === undefined ? undefined : twips(left),
    "w:right": right === undefined ? undefined : twips(right),
    ...(hanging > 0 ? { "w:hanging": twips(hanging) } : {}),
  };
}

import type { Syntax } from "./syntax.ts";
import { textSyntax } from "./syntax.ts";

type Counted = { readonly prefix: string; readonly number: number | undefined };

/**
 * The labels of all pages as ranges (ISO 32000-1, 12.4.2): `0<</S/D>>5<</S/D/P(A)>>`. A label is a prefix and a decimal
 * number that goes on from page to page; one without a number is all prefix.
 */
export function pageLabels(labels: readonly string[]): Syntax {
  const ranges: string[] = [];
  let before: Counted | undefined;
  for (const [index, label] of labels.entries()) {
    const counted = countedLabel(label);
    if (before === undefined || !follows(before, counted))
      ranges.push(`${index}${rangeSyntax(counted)}`);
    before = counted;
  }
  return `<</Nums[${ranges.join("")}]>>`;
}

/** A number with a leading zero cannot be counted: viewers print none. */
function countedLabel(label: string): Counted {
  const parts = /^(.*?)([1-9]\d{0,8})$/s.exec(label);
  const prefix = parts?.[1];
  if (parts === null || prefix === undefined || /\d$/.test(prefix)) {
    return { prefix: label, number: undefined };
  }
  return { prefix, number: Number(parts[2]) };
}

function follows(before: Counted, counted: Counted): boolean {
  return (
    before.prefix === counted.prefix &&
    before.number !== undefined &&
    counted.number === before.number + 1
  );
}

function rangeSyntax({ prefix, number }: Counted): Syntax {
  const style = number === undefined ? "" : `/S/D${number === 1 ? "" : `/St ${number}`}`;
  return `<<${style}${prefix === "" ? "" : `/P${textSyntax(prefix)}`}>>`;
}

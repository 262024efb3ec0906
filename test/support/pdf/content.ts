/** An operator of a content stream with what stands before it, as written: `(text)`, `<hex>`, `[…]`, `<<…>>`, `/Name`, `12`. */
export type Operation = { readonly operator: string; readonly operands: readonly string[] };

/** A content stream in operations (ISO 32000-1, 7.8.2). Inline images are not known. */
export function operationsOf(content: string): readonly Operation[] {
  const operations: Operation[] = [];
  let operands: string[] = [];
  let at = 0;
  while (at < content.length) {
    const character = content[at] as string;
    if (/\s/.test(character)) {
      at += 1;
      continue;
    }
    const end = endOfToken(content, at);
    const token = content.slice(at, end);
    at = end;
    if (/^[A-Za-z'"]/.test(token) && token !== "true" && token !== "false" && token !== "null") {
      operations.push({ operator: token, operands });
      operands = [];
    } else operands.push(token);
  }
  return operations;
}

function endOfToken(content: string, start: number): number {
  const character = content[start];
  if (character === "(") return endOfString(content, start);
  if (content.startsWith("<<", start)) return endOfGroup(content, start, ">>");
  if (character === "<") return content.indexOf(">", start) + 1 || content.length;
  if (character === "[") return endOfGroup(content, start, "]");
  let end = start + 1;
  while (end < content.length && !/[\s()<>[\]/]/.test(content[end] as string)) end += 1;
  return end;
}

function endOfGroup(content: string, start: number, closing: string): number {
  let at = start + closing.length;
  while (at < content.length && !content.startsWith(closing, at)) {
    at = /\s/.test(content[at] as string) ? at + 1 : endOfToken(content, at);
  }
  return at + closing.length;
}

function endOfString(content: string, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at++) {
    const character = content[at];
    if (character === "\\") at += 1;
    else if (character === "(") depth += 1;
    else if (character === ")" && --depth === 0) return at + 1;
  }
  return content.length;
}

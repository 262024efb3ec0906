import type { Inline, Text } from "../../document/index.ts";

/**
 * Folds white space over the whole of a block's running text: one blank between words, none at the ends or beside a
 * line break. No-break spaces are not white space. Neighbouring texts from one place become one.
 */
export function joined(children: readonly Inline[]): readonly Inline[] {
  const state = { blank: true };
  const folded = fold(children, state);
  return trimEnd(folded);
}

function fold(children: readonly Inline[], state: { blank: boolean }): readonly Inline[] {
  const result: Inline[] = [];
  for (const child of children) {
    if (child.kind === "text") {
      const value = foldText(child.value, state);
      if (value === "") continue;
      const last = result.at(-1);
      if (last?.kind === "text") result[result.length - 1] = { ...last, value: last.value + value };
      else result.push(value === child.value ? child : { ...child, value });
    } else if (child.kind === "lineBreak") {
      const trimmed = [...trimEnd(result)];
      result.splice(0, result.length, ...trimmed, child);
      state.blank = true;
    } else if ("children" in child) {
      const inner = fold(child.children, state);
      if (inner.length > 0) result.push({ ...child, children: inner });
    } else {
      state.blank = false;
      result.push(child);
    }
  }
  return result;
}

function foldText(text: string, state: { blank: boolean }): string {
  let value = text.replace(/[ \t\n\r\f]+/g, " ");
  if (state.blank && value.startsWith(" ")) value = value.slice(1);
  if (value !== "") state.blank = value.endsWith(" ");
  return value;
}

/** Blanks at the end go, and what held only them; also line breaks at the very end. */
function trimEnd(children: readonly Inline[]): readonly Inline[] {
  let end = children.length;
  while (end > 0) {
    const last = children[end - 1];
    if (last === undefined) break;
    if (last.kind === "lineBreak" && end === children.length) {
      end -= 1;
      return trimEnd(children.slice(0, end));
    }
    const trimmed = trimmedEnd(last);
    if (trimmed === last) break;
    if (trimmed !== undefined) return [...children.slice(0, end - 1), trimmed];
    end -= 1;
  }
  return end === children.length ? children : children.slice(0, end);
}

/** The node without blanks at its end; itself when it has none; undefined when nothing is left. */
function trimmedEnd(node: Inline): Inline | undefined {
  if (node.kind === "text") {
    const value = node.value.replace(/ +$/, "");
    if (value === node.value) return node;
    return value === "" ? undefined : ({ ...node, value } satisfies Text);
  }
  if (!("children" in node)) return node;
  const children = trimEnd(node.children);
  if (children === node.children) return node;
  return children.length === 0 ? undefined : { ...node, children };
}

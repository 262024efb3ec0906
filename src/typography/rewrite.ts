import type { Inline, Language, Text } from "../document/index.ts";
import type { Edit } from "./edit.ts";
import { object } from "./edit.ts";

/** Part of a running text that one text node holds. */
export type Stretch = {
  readonly start: number;
  readonly end: number;
  readonly language: Language;
  /** Stands in a span with a role. */
  readonly hasRole: boolean;
};

type Gathering = {
  text: string;
  readonly stretches: Stretch[];
  readonly languages: Set<Language>;
};

/** Running text as one string, in which what is no text is U+FFFC. */
export function stretchesOf(children: readonly Inline[], language: Language): Readonly<Gathering> {
  const gathering: Gathering = { text: "", stretches: [], languages: new Set() };
  gather(children, language, false, gathering);
  return gathering;
}

function gather(
  children: readonly Inline[],
  language: Language,
  hasRole: boolean,
  gathering: Gathering,
): void {
  for (const child of children) {
    if (child.kind === "text") {
      const start = gathering.text.length;
      gathering.text += child.value;
      gathering.languages.add(language);
      gathering.stretches.push({ start, end: gathering.text.length, language, hasRole });
    } else if ("children" in child) {
      const inRole = hasRole || (child.kind === "span" && child.role !== undefined);
      gather(child.children, child.language ?? language, inRole, gathering);
    } else gathering.text += object;
  }
}

type Rewriting = { readonly edits: readonly Edit[]; next: number; at: number; spans: number };

/** The running text with edits in order of place, each within one text node. `id` is that of what holds the text. */
export function rewrite(
  children: readonly Inline[],
  edits: readonly Edit[],
  id: string,
): readonly Inline[] {
  const ordered = [...edits].sort((a, b) => a.at - b.at || a.end - b.end);
  return rewriteAll(children, { edits: ordered, next: 0, at: 0, spans: 0 }, id);
}

function rewriteAll(children: readonly Inline[], state: Rewriting, id: string): readonly Inline[] {
  return children.flatMap((child): readonly Inline[] => {
    if (child.kind === "text") return rewriteText(child, state, id);
    if (!("children" in child)) {
      state.at += object.length;
      return [child];
    }
    const changed = rewriteAll(child.children, state, id);
    return [{ ...child, children: changed }];
  });
}

function rewriteText(node: Text, state: Rewriting, id: string): readonly Inline[] {
  const start = state.at;
  const end = start + node.value.length;
  state.at = end;
  const result: Inline[] = [];
  let value = "";
  let from = start;
  const flush = (): void => {
    if (value !== "") result.push({ ...node, value });
    value = "";
  };
  for (let edit = state.edits[state.next]; edit !== undefined; edit = state.edits[state.next]) {
    // An insertion at the very end belongs to this text, not to the next.
    if (edit.at > end || (edit.at === end && edit.end > end) || edit.end > end) break;
    state.next++;
    if (edit.at < from) continue;
    value += node.value.slice(from - start, edit.at - start);
    from = edit.end;
    if (edit.role === undefined) value += edit.text;
    else {
      flush();
      state.spans++;
      const text: Text = { ...node, value: edit.text };
      result.push({
        kind: "span",
        id: `${id}.${edit.role}-${state.spans}`,
        role: edit.role,
        children: [text],
      });
    }
  }
  value += node.value.slice(from - start);
  flush();
  return result;
}

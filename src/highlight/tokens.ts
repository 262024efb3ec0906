import { common, createLowlight } from "lowlight";
import type { CodeRole, CodeToken } from "../document/index.ts";

let highlighter: ReturnType<typeof createLowlight> | undefined;

/** Longer code is a file of data, and its colours would take longer than its lines. */
const mostCharacters = 50_000;

/** Code in stretches that cover it; undefined for a language that is not among the common ones. */
export function tokensOf(code: string, language: string): readonly CodeToken[] | undefined {
  highlighter ??= createLowlight(common);
  const name = language.toLowerCase();
  if (code.length > mostCharacters || !highlighter.registered(name)) return undefined;
  const tokens: CodeToken[] = [];
  for (const node of highlighter.highlight(name, code).children) gather(node, undefined, tokens);
  const whole = tokens.map(({ text }) => text).join("");
  return whole === code ? tokens : undefined;
}

type Node = ReturnType<ReturnType<typeof createLowlight>["highlight"]>["children"][number];

function gather(node: Node, role: CodeRole | undefined, tokens: CodeToken[]): void {
  if (node.type === "text") {
    const last = tokens.at(-1);
    if (last !== undefined && last.role === role) {
      tokens[tokens.length - 1] = { ...last, text: last.text + node.value };
    } else tokens.push({ text: node.value, ...(role === undefined ? {} : { role }) });
  } else if (node.type === "element") {
    const names = node.properties["className"];
    const own = Array.isArray(names) ? roleOf(names.map(String)) : undefined;
    for (const child of node.children) gather(child, own ?? role, tokens);
  }
}

/** By the scopes of highlight.js; what is in none of these looks like other code. */
const scopes: Readonly<Record<CodeRole, string>> = {
  comment: "comment quote",
  keyword: "keyword selector-tag literal built_in tag selector-pseudo operator",
  string: "string regexp char symbol link bullet subst-string code",
  number: "number",
  name: "title function section name selector-id selector-class",
  type: "type class attr attribute variable template-variable property params-type",
  meta: "meta doctag",
  inserted: "addition",
  deleted: "deletion",
};

function roleOf(names: readonly string[]): CodeRole | undefined {
  for (const name of names) {
    const scope = name.replace(/^hljs-/, "").replace(/_+$/, "");
    for (const [role, list] of Object.entries(scopes)) {
      if (list.split(" ").includes(scope)) return role as CodeRole;
    }
  }
  return undefined;
}

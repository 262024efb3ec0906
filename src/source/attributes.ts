import type { Attributes } from "./tree.ts";

/** Characters between the braces at most, so that many open braces cost no more than their length. */
export const longestAttributes = 500;

/** Reads what stands between braces; undefined when any part of it is not an attribute, so that it stays text. */
export function readAttributes(inside: string): Attributes | undefined {
  if (inside.length > longestAttributes) return undefined;
  const classes: string[] = [];
  const values = new Map<string, string>();
  let id: string | undefined;
  let at = 0;
  while (at < inside.length) {
    if (isBlank(inside.charCodeAt(at))) {
      at++;
      continue;
    }
    const match = execAt(usualPattern, inside, at) ?? execAt(anyPattern(), inside, at);
    if (match === null) return undefined;
    const [, name, className, key, double, single, bare] = match;
    if (name !== undefined) id = name;
    else if (className !== undefined) classes.push(className);
    else if (key !== undefined) values.set(key, double ?? single ?? bare ?? "");
    at += match[0].length;
  }
  const empty = id === undefined && classes.length === 0 && values.size === 0;
  return empty ? undefined : { classes, values, ...(id !== undefined && { id }) };
}

/** The text of an attribute block that has both: the later id, all classes, the later of equal keys. */
export function mergeAttributes(first: Attributes | undefined, later: Attributes): Attributes {
  if (first === undefined) return later;
  const id = later.id ?? first.id;
  return {
    classes: [...first.classes, ...later.classes.filter((name) => !first.classes.includes(name))],
    values: new Map([...first.values, ...later.values]),
    ...(id !== undefined && { id }),
  };
}

function execAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** `#id`, `.class` or `key=value`, in any order, where classes and keys begin with a plain letter. */
const usualPattern =
  /#([^\s"'`=<>{}#.,\\]+)|\.([A-Za-z_][^\s"'`=<>{}#.,\\]*)|([A-Za-z_][A-Za-z0-9_-]*)=(?:"([^"]*)"|'([^']*)'|([^\s"'`=<>{}\\]+))/y;

let compiled: RegExp | undefined;

/** The same with letters of all scripts, which is slow to compile. */
function anyPattern(): RegExp {
  const word = "[^\\s\"'`=<>{}#.,\\\\]";
  compiled ??= new RegExp(
    `#(${word}+)|\\.([\\p{L}_]${word}*)|([\\p{L}_][\\p{L}\\p{N}_-]*)=(?:"([^"]*)"|'([^']*)'|([^\\s"'\`=<>{}\\\\]+))`,
    "uy",
  );
  return compiled;
}

function isBlank(code: number): boolean {
  return code === 32 || (code > 8 && code < 14) || code === 0xa0;
}

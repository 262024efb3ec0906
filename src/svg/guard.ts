import { SaxesParser } from "saxes";

/** Elements that a picture may come to when all that it repeats is counted. */
const mostElements = 100_000;
/** Elements within each other. */
const mostDepth = 500;

/** Why a picture is refused, as the end of "The image X …"; undefined for one that can be read. */
export function refusalOf(svg: string): string | undefined {
  if (/<!ENTITY\s+(?:%\s*)?\S+\s+(?:SYSTEM|PUBLIC)\b/.test(svg))
    return "asks for another file by an entity";
  if ((svg.match(/<!ENTITY\b/g)?.length ?? 0) > 50) return "has more entities than a picture needs";
  if (/<(?:\w+:)?script\b/i.test(svg)) return "holds a script";
  if (/<(?:\w+:)?foreignObject\b/i.test(svg))
    return "holds text of a web page (foreignObject), which is not of SVG";
  const counted = countElements(svg);
  if (counted === "deep") return "has elements nested too deep";
  if (counted === "outside") return "shows something from outside of its file";
  return counted > mostElements
    ? "repeats itself so often that it would never be painted"
    : undefined;
}

type Group = {
  readonly id: string | undefined;
  own: number;
  readonly uses: string[];
  readonly groups: Group[];
};

/** Elements with those that `use` repeats; as far as can be told from a text that may be broken. */
function countElements(svg: string): number | "deep" | "outside" {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const root: Group = { id: undefined, own: 0, uses: [], groups: [] };
  const open: Group[] = [root];
  const named = new Map<string, Group>();
  let fault: "deep" | "outside" | undefined;
  parser.on("error", () => {});
  parser.on("opentag", ({ name, attributes }) => {
    const values = attributes as Readonly<Record<string, string>>;
    const around = open.at(-1) ?? root;
    const { id } = values;
    const group: Group = { id, own: 1, uses: [], groups: [] };
    around.groups.push(group);
    if (id !== undefined && !named.has(id)) named.set(id, group);
    const target = values["href"] ?? values["xlink:href"];
    const local = name.replace(/^\w+:/, "");
    if (local === "use" && target?.startsWith("#") === true) group.uses.push(target.slice(1));
    if ((local === "image" || local === "use" || local === "feImage") && target !== undefined) {
      if (!/^(?:#|data:image\/)/.test(target)) fault ??= "outside";
    }
    open.push(group);
    if (open.length > mostDepth) fault = "deep";
  });
  parser.on("closetag", () => {
    if (open.length > 1) open.pop();
  });
  try {
    parser.write(svg).close();
  } catch {
    // What is not well-formed is refused when it is drawn.
  }
  return fault ?? sizeOf(root, named, new Map(), new Set());
}

function sizeOf(
  group: Group,
  named: ReadonlyMap<string, Group>,
  known: Map<Group, number>,
  open: Set<Group>,
): number {
  const before = known.get(group);
  if (before !== undefined) return before;
  if (open.has(group)) return mostElements + 1;
  open.add(group);
  let size = group.own;
  for (const child of group.groups) size += sizeOf(child, named, known, open);
  for (const name of group.uses) {
    const used = named.get(name);
    if (used !== undefined) size += sizeOf(used, named, known, open);
  }
  open.delete(group);
  known.set(group, size);
  return size;
}

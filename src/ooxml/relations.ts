import { WordFileFault } from "./fault.ts";
import { relationName } from "./names.ts";
import { childrenOf } from "./walk.ts";
import type { XmlPart } from "./xml.ts";

/** A relationship from a part to another part or to something outside (ECMA-376 Part 2, 6.5). */
export type Relation = {
  readonly id: string;
  /** The whole address of its type. */
  readonly type: string;
  /** The last step of the type: `header`, `image`, `hyperlink`. */
  readonly name: string;
  /** As written. */
  readonly target: string;
  readonly isExternal: boolean;
  /** Path of the part that it leads to; absent when it is external or there is no such part. */
  readonly path?: string;
};

/** Where the relationships of a part stand: `word/_rels/document.xml.rels`; "" stands for the package. */
export function relationsPath(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** `find` gives the real path of a part, whatever the case of its letters. */
export function readRelations(
  part: string,
  xml: XmlPart,
  find: (path: string) => string | undefined,
): readonly Relation[] {
  return childrenOf(xml.root, "rel:Relationship").map(({ attributes }) => {
    const { Id: id = "", Type: type = "", Target: target = "" } = attributes;
    const isExternal = attributes["TargetMode"] === "External";
    const path = isExternal || target === "" ? undefined : find(resolvePath(part, target));
    return {
      id,
      type,
      name: relationName(type),
      target,
      isExternal,
      ...(path === undefined ? {} : { path }),
    };
  });
}

/** A target is relative to the folder of its part; one that begins with a slash, to the package. */
function resolvePath(part: string, target: string): string {
  const plain = target.replace(/#.*$/, "");
  const folder = plain.startsWith("/") ? [] : part.split("/").slice(0, -1);
  const steps: string[] = [...folder];
  for (const step of plain.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined)
      throw new WordFileFault(
        "word-file-is-safe",
        `points from "${part}" to "${target}", outside the file`,
        "Use a file that Word itself has saved.",
      );
  }
  return steps.join("/");
}

/** The other way: the target that leads from one part to another. */
export function targetFrom(part: string, path: string): string {
  const from = part.split("/").slice(0, -1);
  const to = path.split("/");
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => ".."), ...to.slice(same)].join("/");
}

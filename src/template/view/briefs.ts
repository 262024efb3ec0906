import type { Blocks } from "../../source/index.ts";
import type { Making } from "./making.ts";

/** The shorter wording of a block or section for this product; undefined when there is none. */
export function briefOf(making: Making, id: string): Blocks | undefined {
  const { name } = making.folder;
  const brief = making.model.briefs.find(
    ({ of, products }) => of === id && (products.length === 0 || products.includes(name)),
  );
  return brief?.content;
}

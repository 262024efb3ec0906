import type { Drawing, Shape } from "../document/index.ts";
import { drawingOf, readElements } from "../svg/index.ts";

/**
 * The drawing of a formula in units of 1/1000 em. Without `words`, undefined for one with letters that are no shapes;
 * they are black then, like all of it, and black is the colour of the text around.
 */
export function drawFormula(
  svg: string,
  words: ((svg: string) => Drawing | undefined) | undefined,
): Drawing | undefined {
  const [, y = 0, width = 0, height = 0] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? "")
    .split(" ")
    .map(Number);
  if (!(width > 0 && height > 0)) return undefined;
  const sized = svg
    .replace(/ width="[^"]*"/, ` width="${width}"`)
    .replace(/ height="[^"]*"/, ` height="${height}"`)
    .replace(/ style="[^"]*"/, "");
  const root = words === undefined ? readElements(sized) : undefined;
  const drawing = words === undefined ? root && drawingOf(root) : words(sized);
  if (drawing === undefined) return undefined;
  return { ...drawing, depth: y + height, shapes: drawing.shapes.map(withoutBlack) };
}

function withoutBlack(shape: Shape): Shape {
  const { fill, stroke } = shape;
  return {
    ...shape,
    ...(fill?.colour === "000000" ? { fill: without(fill) } : {}),
    ...(stroke?.colour === "000000" ? { stroke: without(stroke) } : {}),
  };
}

function without<Paint extends { readonly colour?: string }>(paint: Paint): Omit<Paint, "colour"> {
  const { colour: _, ...rest } = paint;
  return rest;
}

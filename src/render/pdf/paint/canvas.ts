import type { Colour } from "../../../theme/index.ts";
import { numberSyntax } from "../syntax.ts";

/**
 * The content of one page while it is painted: operators (ISO 32000-1, Annex A) and the graphics state that they have left,
 * so that nothing is said twice.
 */
export type Canvas = {
  readonly operators: string[];
  fill: Colour;
  stroke: Colour;
  line: number;
  font: string;
  tracking: number;
  expansion: number;
  rise: number;
};

export function newCanvas(): Canvas {
  return {
    operators: [],
    fill: "000000",
    stroke: "000000",
    line: 1,
    font: "",
    tracking: 0,
    expansion: 1,
    rise: 0,
  };
}

export function setFill(canvas: Canvas, colour: Colour): void {
  if (canvas.fill === colour) return;
  canvas.fill = colour;
  canvas.operators.push(`${channels(colour)} rg`);
}

export function setStroke(canvas: Canvas, colour: Colour, line: number): void {
  if (canvas.stroke !== colour) canvas.operators.push(`${channels(colour)} RG`);
  if (canvas.line !== line) canvas.operators.push(`${numberSyntax(line)} w`);
  canvas.stroke = colour;
  canvas.line = line;
}

function channels(colour: Colour): string {
  const value = Number.parseInt(colour, 16);
  return [value >> 16, (value >> 8) & 255, value & 255]
    .map((channel) => numberSyntax(channel / 255))
    .join(" ");
}

import type { Disc, FilledBox, PlacedImage, StrokedBox } from "../../../layout/index.ts";
import type { Syntax } from "../syntax.ts";
import { numberSyntax, utf16Syntax } from "../syntax.ts";
import type { Canvas } from "./canvas.ts";
import { setFill, setStroke } from "./canvas.ts";

export function paintBox(canvas: Canvas, box: FilledBox): void {
  setFill(canvas, box.colour);
  canvas.operators.push(`${numbers(box.x, box.y, box.width, box.height)} re f`);
}

/** The line runs along the middle of its width, inside nothing and outside nothing: as given. */
export function paintOutline(canvas: Canvas, box: StrokedBox): void {
  setStroke(canvas, box.colour, box.line);
  const outline = `${numbers(box.x, box.y, box.width, box.height)} re S`;
  if (box.actualText === undefined) canvas.operators.push(outline);
  else
    canvas.operators.push(`/Span<</ActualText${utf16Syntax(box.actualText)}>>BDC`, outline, "EMC");
}

/** How far the handles of a quarter of a circle lie from its ends, as a share of the radius. */
const handle = 0.5522847498;

export function paintDisc(canvas: Canvas, disc: Disc): void {
  setFill(canvas, disc.colour);
  const radius = disc.diameter / 2;
  const x = disc.x + radius;
  const y = disc.y + radius;
  const arm = radius * handle;
  canvas.operators.push(
    `${numbers(x - radius, y)} m`,
    `${numbers(x - radius, y - arm, x - arm, y - radius, x, y - radius)} c`,
    `${numbers(x + arm, y - radius, x + radius, y - arm, x + radius, y)} c`,
    `${numbers(x + radius, y + arm, x + arm, y + radius, x, y + radius)} c`,
    `${numbers(x - arm, y + radius, x - radius, y + arm, x - radius, y)} c f`,
  );
}

/** From the stored picture to the one that is seen, in the unit square, by the numbers of Exif 2.32, 4.6.4 (Orientation). */
const turns: Readonly<Record<number, Syntax>> = {
  2: "-1 0 0 1 1 0",
  3: "-1 0 0 -1 1 1",
  4: "1 0 0 -1 0 1",
  5: "0 -1 -1 0 1 1",
  6: "0 -1 1 0 0 1",
  7: "0 1 1 0 0 0",
  8: "0 1 -1 0 1 0",
};

/** The unit square of an image has its foot at 0 (ISO 32000-1, 8.9.5): turned, since y runs down here. */
export function paintImage(
  canvas: Canvas,
  image: PlacedImage,
  { name, orientation }: { readonly name: string; readonly orientation?: number },
): void {
  if (image.colour !== undefined) {
    setFill(canvas, image.colour);
    setStroke(canvas, image.colour, 1);
  }
  const matrix = `${numberSyntax(image.width)} 0 0 ${numbers(-image.height, image.x, image.y + image.height)}`;
  const turn = orientation === undefined ? undefined : turns[orientation];
  const turned = turn === undefined ? "" : `${turn} cm `;
  canvas.operators.push(`q ${matrix} cm ${turned}/${name} Do Q`);
}

function numbers(...values: readonly number[]): Syntax {
  return values.map(numberSyntax).join(" ");
}

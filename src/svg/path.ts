import type { Matrix } from "./matrix.ts";

export type Outline = { readonly steps: string; readonly points: readonly number[] };

/** Numbers that each command takes. */
const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, T: 2, C: 6 };

/** Longest outline: a picture of more is made of pixels. */
const mostNumbers = 200_000;

/**
 * An outline of SVG (9.3) through a matrix, in lines and cubic curves; undefined for what the programs that write our
 * pictures do not write: arcs, mirrored cubic curves and points that count from others.
 */
export function readPath(text: string, matrix: Matrix): Outline | undefined {
  const pen = createPen(matrix);
  const tokens = text.match(/[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g) ?? [];
  if (tokens.length > mostNumbers) return undefined;
  let command = "";
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] ?? "";
    if (/[A-Za-z]/.test(token)) {
      command = token;
      at++;
    }
    if (command === "Z") {
      pen.close();
      command = "";
      continue;
    }
    const count = counts[command];
    if (count === undefined) return undefined;
    const numbers = tokens.slice(at, at + count).map(Number);
    if (numbers.length < count || !numbers.every(Number.isFinite)) return undefined;
    at += count;
    pen.draw(command, numbers);
    if (command === "M") command = "L";
  }
  return pen.outline();
}

type Pen = {
  readonly draw: (command: string, numbers: readonly number[]) => void;
  readonly close: () => void;
  readonly outline: () => Outline;
};

function createPen(matrix: Matrix): Pen {
  const written = { steps: "", points: [] as number[] };
  let x = 0;
  let y = 0;
  let start = { x, y };
  // Control of the quadratic curve before, which T mirrors.
  let control: { readonly x: number; readonly y: number } | undefined;
  const put = (step: string, ...numbers: readonly number[]): void => {
    written.steps += step;
    addPoints(written.points, numbers, matrix);
    [x = 0, y = 0] = numbers.slice(-2);
  };
  /** A quadratic curve as the cubic one that it is. */
  const quadratic = (cx: number, cy: number, ex: number, ey: number): void => {
    const third = 2 / 3;
    put(
      "C",
      x + third * (cx - x),
      y + third * (cy - y),
      ex + third * (cx - ex),
      ey + third * (cy - ey),
      ex,
      ey,
    );
    control = { x: cx, y: cy };
  };
  return {
    draw(command, numbers) {
      const [first = 0, second = 0, third = 0, fourth = 0] = numbers;
      const before = control;
      control = undefined;
      if (command === "H") put("L", first, y);
      else if (command === "V") put("L", x, first);
      else if (command === "Q") quadratic(first, second, third, fourth);
      else if (command === "T") {
        const { x: cx, y: cy } = before ?? { x, y };
        quadratic(2 * x - cx, 2 * y - cy, first, second);
      } else put(command, ...numbers);
      if (command === "M") start = { x, y };
    },
    close() {
      written.steps += "Z";
      ({ x, y } = start);
      control = undefined;
    },
    outline: () => written,
  };
}

/** A rectangle through a matrix. */
export function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  matrix: Matrix,
): Outline {
  const points: number[] = [];
  const right = x + width;
  addPoints(points, [x, y, right, y, right, y + height, x, y + height], matrix);
  return { steps: "MLLLZ", points };
}

function addPoints(points: number[], numbers: readonly number[], matrix: Matrix): void {
  const [a, b, c, d, e, f] = matrix;
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const x = numbers[at] as number;
    const y = numbers[at + 1] as number;
    points.push(a * x + c * y + e, b * x + d * y + f);
  }
}

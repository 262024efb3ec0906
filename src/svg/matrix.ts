/** x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First the inner, then the outer. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

/** How much longer lines become, on the average of all directions. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** Whether lengths change alike in every direction, so that a line stays as wide everywhere. */
export function isUniform([a, b, c, d]: Matrix): boolean {
  const long = Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d));
  return (
    Math.abs(a * c + b * d) < 1e-4 * long * long &&
    Math.abs(a * a + b * b - c * c - d * d) < 1e-4 * long * long
  );
}

/** `matrix(…)`, `translate(…)`, `scale(…)` and `rotate(…)`, one after another; undefined for others. */
export function readTransform(text: string | undefined): Matrix | undefined {
  if (text === undefined) return identity;
  let result: Matrix = identity;
  for (const [, name = "", list = ""] of text.matchAll(/([a-zA-Z]+)\s*\(([^)]*)\)/g)) {
    const numbers = list
      .split(/[\s,]+/)
      .filter((part) => part !== "")
      .map(Number);
    const step = numbers.every(Number.isFinite) ? transformOf(name, numbers) : undefined;
    if (step === undefined) return undefined;
    result = multiply(result, step);
  }
  return result;
}

function transformOf(name: string, numbers: readonly number[]): Matrix | undefined {
  const [x = 0, y] = numbers;
  if (name === "matrix") return numbers.length === 6 ? (numbers as unknown as Matrix) : undefined;
  if (name === "translate") return [1, 0, 0, 1, x, y ?? 0];
  if (name === "scale") return [x, 0, 0, y ?? x, 0, 0];
  if (name !== "rotate" || numbers.length > 1) return undefined;
  const angle = (x * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
}

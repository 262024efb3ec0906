import type { Clip, Drawing, Fill, Shape, Stroke } from "../document/index.ts";
import type { Element } from "./elements.ts";
import type { Matrix } from "./matrix.ts";
import { isUniform, multiply, readTransform, scaleOf } from "./matrix.ts";
import { readPath, rectangle } from "./path.ts";

/** What elements inherit. */
type Style = {
  readonly matrix: Matrix;
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: string;
  readonly opacity: number;
  readonly clips: readonly Clip[];
};

type Reading = {
  readonly shapes: Shape[];
  /** Clip paths by id. */
  readonly clips: ReadonlyMap<string, Element>;
  /** Something was met that shapes cannot say. */
  failed: boolean;
};

/**
 * The shapes of an SVG whose styles are resolved and whose outlines are paths: as resvg or MathJax writes it. Undefined
 * where more is in it than filled and drawn outlines: gradients, masks, filters, pictures.
 */
export function drawingOf(svg: Element): Drawing | undefined {
  const [x = 0, y = 0, width = 0, height = 0] = (svg.attributes["viewBox"] ?? "")
    .split(/[\s,]+/)
    .map(Number);
  if (!(width > 0 && height > 0) || !Number.isFinite(x + y + width + height)) return undefined;
  const clips = new Map<string, Element>();
  gatherClips(svg, clips);
  const reading: Reading = { shapes: [], clips, failed: false };
  const style: Style = {
    matrix: [1, 0, 0, 1, -x, -y],
    fill: "#000000",
    stroke: "none",
    strokeWidth: "1",
    opacity: 1,
    clips: [],
  };
  readAll(svg.children, style, reading);
  return reading.failed ? undefined : { width, height, shapes: reading.shapes };
}

function gatherClips(element: Element, clips: Map<string, Element>): void {
  const { id } = element.attributes;
  if (element.name === "clipPath" && id !== undefined) clips.set(id, element);
  for (const child of element.children) gatherClips(child, clips);
}

function readAll(elements: readonly Element[], style: Style, reading: Reading): void {
  for (const element of elements) {
    if (reading.failed) return;
    read(element, style, reading);
  }
}

function read(element: Element, around: Style, reading: Reading): void {
  const { name, attributes } = element;
  if (name === "defs" || name === "title" || name === "desc") return;
  const style = styleOf(element, around, reading);
  if (style === undefined) {
    reading.failed = true;
    return;
  }
  const number = (key: string): number => Number(attributes[key] ?? "0");
  switch (name) {
    case "g":
      readAll(element.children, style, reading);
      break;
    case "svg":
      readNested(element, style, reading);
      break;
    case "path":
      addShape(readPath(attributes["d"] ?? "", style.matrix), attributes, style, reading);
      break;
    case "rect": {
      const outline = rectangle(
        number("x"),
        number("y"),
        number("width"),
        number("height"),
        style.matrix,
      );
      addShape(outline, attributes, style, reading);
      break;
    }
    case "line": {
      const path = `M ${number("x1")} ${number("y1")} L ${number("x2")} ${number("y2")}`;
      addShape(readPath(path, style.matrix), attributes, style, reading);
      break;
    }
    default:
      reading.failed = true;
  }
}

/** A picture within, as MathJax writes what it stretches: cut at its edges, unless it overflows. */
function readNested(element: Element, style: Style, reading: Reading): void {
  const { attributes } = element;
  const [x = 0, y = 0, width = 0, height = 0] = (attributes["viewBox"] ?? "")
    .split(/[\s,]+/)
    .map(Number);
  const across = Number(attributes["width"]);
  const down = Number(attributes["height"]);
  if (!(width > 0 && height > 0 && across > 0 && down > 0)) {
    reading.failed = true;
    return;
  }
  const place: Matrix = [
    across / width,
    0,
    0,
    down / height,
    Number(attributes["x"] ?? "0") - (x * across) / width,
    Number(attributes["y"] ?? "0") - (y * down) / height,
  ];
  const matrix = multiply(style.matrix, place);
  const clip = rectangle(x, y, width, height, matrix);
  readAll(element.children, { ...style, matrix, clips: [...style.clips, clip] }, reading);
}

function styleOf(element: Element, around: Style, reading: Reading): Style | undefined {
  const { attributes, children, name } = element;
  if (attributes["mask"] !== undefined || attributes["filter"] !== undefined) return undefined;
  if (attributes["style"]?.includes("mix-blend-mode") === true) return undefined;
  const transform = readTransform(attributes["transform"]);
  if (transform === undefined) return undefined;
  const opacity = Number(attributes["opacity"] ?? "1");
  // Shapes that lie over each other are seen through together, which needs more than opacities of their own.
  if (opacity < 1 && name === "g" && (children.length > 1 || children[0]?.name !== "path"))
    return undefined;
  const matrix = multiply(around.matrix, transform);
  const style: Style = {
    matrix,
    fill: attributes["fill"] ?? around.fill,
    stroke: attributes["stroke"] ?? around.stroke,
    strokeWidth: attributes["stroke-width"] ?? around.strokeWidth,
    opacity: around.opacity * opacity,
    clips: around.clips,
  };
  const clip = attributes["clip-path"];
  if (clip === undefined) return style;
  const cut = clipOf(clip, matrix, reading);
  return cut === undefined ? undefined : { ...style, clips: [...around.clips, cut] };
}

/** The paths of a clip path as one outline. */
function clipOf(reference: string, matrix: Matrix, reading: Reading): Clip | undefined {
  const id = /^url\(#(.+)\)$/.exec(reference)?.[1];
  const clip = id === undefined ? undefined : reading.clips.get(id);
  const own = readTransform(clip?.attributes["transform"]);
  if (clip === undefined || own === undefined || clip.attributes["clip-path"] !== undefined)
    return undefined;
  if (clip.attributes["clipPathUnits"] === "objectBoundingBox") return undefined;
  let steps = "";
  const points: number[] = [];
  let evenOdd = false;
  for (const child of clip.children) {
    const inner = readTransform(child.attributes["transform"]);
    if (child.name !== "path" || inner === undefined || child.attributes["clip-path"] !== undefined)
      return undefined;
    const outline = readPath(child.attributes["d"] ?? "", multiply(multiply(matrix, own), inner));
    if (outline === undefined) return undefined;
    evenOdd ||= child.attributes["clip-rule"] === "evenodd";
    steps += outline.steps;
    points.push(...outline.points);
  }
  if (evenOdd && clip.children.length > 1) return undefined;
  return { steps, points, ...(evenOdd ? { evenOdd } : {}) };
}

function addShape(
  outline: { readonly steps: string; readonly points: readonly number[] } | undefined,
  attributes: Readonly<Record<string, string>>,
  style: Style,
  reading: Reading,
): void {
  const fill = fillOf(attributes, style);
  const stroke = strokeOf(attributes, style);
  if (outline === undefined || fill === "odd" || stroke === "odd") {
    reading.failed = true;
    return;
  }
  if (attributes["visibility"] === "hidden" || (fill === undefined && stroke === undefined)) return;
  if (outline.steps === "") return;
  reading.shapes.push({
    ...outline,
    ...(fill === undefined ? {} : { fill }),
    ...(stroke === undefined ? {} : { stroke }),
    ...(style.clips.length === 0 ? {} : { clips: style.clips }),
  });
}

function fillOf(
  attributes: Readonly<Record<string, string>>,
  style: Style,
): Fill | "odd" | undefined {
  const paint = paintOf(style.fill);
  if (paint === "odd" || paint === undefined) return paint;
  const opacity = Number(attributes["fill-opacity"] ?? "1") * style.opacity;
  return {
    ...paint,
    ...(opacity < 1 ? { opacity } : {}),
    ...(attributes["fill-rule"] === "evenodd" ? { evenOdd: true } : {}),
  };
}

function strokeOf(
  attributes: Readonly<Record<string, string>>,
  style: Style,
): Stroke | "odd" | undefined {
  const paint = paintOf(style.stroke);
  const width = Number(style.strokeWidth);
  if (paint === "odd") return paint;
  if (paint === undefined || !(width > 0)) return undefined;
  // A line through a matrix that stretches has two widths.
  if (!isUniform(style.matrix)) return "odd";
  const scale = scaleOf(style.matrix);
  const opacity = Number(attributes["stroke-opacity"] ?? "1") * style.opacity;
  const cap = { round: 1, square: 2 }[attributes["stroke-linecap"] ?? ""] as 1 | 2 | undefined;
  const join = { round: 1, bevel: 2 }[attributes["stroke-linejoin"] ?? ""] as 1 | 2 | undefined;
  const dashes = (attributes["stroke-dasharray"] ?? "")
    .split(/[\s,]+/)
    .filter((part) => part !== "" && part !== "none")
    .map((part) => Number(part) * scale);
  return {
    ...paint,
    width: width * scale,
    ...(opacity < 1 ? { opacity } : {}),
    ...(cap === undefined ? {} : { cap }),
    ...(join === undefined ? {} : { join }),
    miterLimit: Number(attributes["stroke-miterlimit"] ?? "4"),
    ...(dashes.length === 0 || dashes.every((length) => length === 0)
      ? {}
      : { dashes, dashOffset: Number(attributes["stroke-dashoffset"] ?? "0") * scale }),
  };
}

/** A plain colour, or that of the text around; undefined for none. */
function paintOf(text: string): { readonly colour?: string } | "odd" | undefined {
  if (text === "none" || text === "transparent") return undefined;
  if (text === "currentColor") return {};
  const digits = /^#([0-9a-fA-F]{6})$/.exec(text)?.[1];
  return digits === undefined ? "odd" : { colour: digits.toUpperCase() };
}

import type { Clip, Drawing, Shape, Stroke } from "../../../document/index.ts";
import type { PdfSink, Reference } from "../sink.ts";
import type { Syntax } from "../syntax.ts";
import { numberSyntax, utf8 } from "../syntax.ts";

/**
 * A drawing as a form (ISO 32000-1, 8.10) that fills the unit square as an image does, so that both are painted alike.
 * What has no colour of its own takes that of the text around.
 */
export function embedDrawing(sink: PdfSink, drawing: Drawing): Reference {
  const { width, height } = drawing;
  const states = createStates();
  const operators = drawing.shapes.flatMap((shape) => shapeOperators(shape, states));
  const form = sink.reserve();
  sink.stream(
    form,
    {
      Type: "/XObject",
      Subtype: "/Form",
      BBox: `[0 0 ${numbers(width, height)}]`,
      // Its y runs down, that of the unit square up.
      Matrix: `[${(1 / width).toFixed(9)} 0 0 ${(-1 / height).toFixed(9)} 0 1]`,
      Resources: states.resources(),
      ...(states.transparent() ? { Group: "<</S/Transparency/CS/DeviceRGB>>" } : {}),
    },
    utf8(`${operators.join("\n")}\n`),
  );
  return form;
}

export function isTransparent({ shapes }: Drawing): boolean {
  return shapes.some(({ fill, stroke }) => (fill?.opacity ?? 1) < 1 || (stroke?.opacity ?? 1) < 1);
}

/** Graphics states for opacities (11.6.4.4). */
type States = {
  readonly name: (fill: number, stroke: number) => string;
  readonly resources: () => Syntax;
  readonly transparent: () => boolean;
};

function createStates(): States {
  const states = new Map<string, string>();
  return {
    name(fill, stroke) {
      const state = `<</ca ${numberSyntax(fill)}/CA ${numberSyntax(stroke)}>>`;
      const name = states.get(state) ?? `G${states.size + 1}`;
      states.set(state, name);
      return name;
    },
    resources() {
      if (states.size === 0) return "<<>>";
      const entries = [...states].map(([state, name]) => `/${name}${state}`);
      return `<</ExtGState<<${entries.join("")}>>>>`;
    },
    transparent: () => states.size > 0,
  };
}

function shapeOperators(shape: Shape, states: States): readonly Syntax[] {
  const { fill, stroke, clips = [] } = shape;
  const fillOpacity = fill?.opacity ?? 1;
  const strokeOpacity = stroke?.opacity ?? 1;
  const isPlain = fillOpacity === 1 && strokeOpacity === 1;
  return [
    "q",
    ...(isPlain ? [] : [`/${states.name(fillOpacity, strokeOpacity)} gs`]),
    ...clips.flatMap(clipOperators),
    ...(fill?.colour === undefined ? [] : [`${colour(fill.colour)} rg`]),
    ...(stroke === undefined ? [] : strokeOperators(stroke)),
    path(shape),
    painting(shape),
    "Q",
  ];
}

/** 8.5.4. */
function clipOperators(clip: Clip): readonly Syntax[] {
  return [path(clip), clip.evenOdd === true ? "W* n" : "W n"];
}

/** 8.5.3: fill, stroke, or both, by the rule of the fill. */
function painting({ fill, stroke }: Shape): Syntax {
  const star = fill?.evenOdd === true ? "*" : "";
  if (fill === undefined) return stroke === undefined ? "n" : "S";
  return stroke === undefined ? `f${star}` : `B${star}`;
}

function strokeOperators(stroke: Stroke): readonly Syntax[] {
  const { width, cap, join, miterLimit, dashes, dashOffset = 0 } = stroke;
  return [
    ...(stroke.colour === undefined ? [] : [`${colour(stroke.colour)} RG`]),
    `${numberSyntax(width)} w`,
    ...(cap === undefined ? [] : [`${cap} J`]),
    ...(join === undefined ? [] : [`${join} j`]),
    ...(miterLimit === undefined ? [] : [`${numberSyntax(Math.max(1, miterLimit))} M`]),
    ...(dashes === undefined ? [] : [`[${numbers(...dashes)}] ${numberSyntax(dashOffset)} d`]),
  ];
}

function path({ steps, points }: Clip): Syntax {
  const parts: Syntax[] = [];
  let at = 0;
  for (const step of steps) {
    if (step === "Z") {
      parts.push("h");
      continue;
    }
    const count = step === "C" ? 6 : 2;
    parts.push(`${numbers(...points.slice(at, at + count))} ${step.toLowerCase()}`);
    at += count;
  }
  return parts.join(" ");
}

function colour(digits: string): Syntax {
  return numbers(...[0, 2, 4].map((at) => Number.parseInt(digits.slice(at, at + 2), 16) / 255));
}

function numbers(...values: readonly number[]): Syntax {
  return values.map(numberSyntax).join(" ");
}

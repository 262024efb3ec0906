import type { TextStyle } from "../../theme/index.ts";
import type { FlowContext } from "../flow.ts";

/** Height of a lowercase x in the face of a style, as a share of the size. */
export function xHeightOf(style: TextStyle, context: FlowContext): number {
  const faces = context.theme.fonts[style.font]?.faces ?? [];
  let nearest = faces[0];
  for (const face of faces) {
    if (nearest === undefined || distance(face, style) < distance(nearest, style)) nearest = face;
  }
  const face = nearest === undefined ? undefined : context.assets.face(nearest.key);
  return face === undefined || face.xHeight <= 0 ? 0.5 : face.xHeight / face.unitsPerEm;
}

type Look = { readonly weight: number; readonly italic: boolean };

const distance = (face: Look, style: Look): number =>
  Math.abs(face.weight - style.weight) + (face.italic === style.italic ? 0 : 1_000);

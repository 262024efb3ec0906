import type { Span } from "../../document/index.ts";
import type { TextContext } from "./line.ts";
import type { Look, Mark } from "./look.ts";
import {
  codeScale,
  raised,
  rounded,
  smallPrint,
  subscript,
  superscript,
  withFace,
} from "./look.ts";

export function marked(look: Look, kind: Mark["kind"], node: string): Look {
  return { ...look, marks: [...look.marks, { kind, node }] };
}

/** In the code face of the theme, letter by letter. */
export function codeLook(look: Look, context: TextContext): Look {
  const family = context.theme.fonts["code"] === undefined ? look.family : "code";
  const weight = look.weight >= 600 ? 700 : 400;
  const code = withFace(look, context, { family, weight });
  const size =
    family === "code" && look.family !== "code" ? rounded(look.size * codeScale) : look.size;
  return {
    ...code,
    size,
    tracking: 0,
    capitals: false,
    code: true,
    features: { liga: 0, calt: 0 },
  };
}

/** The look that the role of a span gives to its words. */
export function spanLook(look: Look, span: Span, context: TextContext): Look {
  if (span.role === "superscript") return raised(look, superscript);
  if (span.role === "subscript") return raised(look, subscript);
  if (span.role === "kbd") return marked(keyLook(look, context), "key", span.id);
  if (span.role?.startsWith("code-") === true) return tokenLook(look, span.role, context);
  if (span.role === "mark") return marked(look, "highlight", span.id);
  if (span.role === "underline") return marked(look, "underline", span.id);
  if (span.role === "small-capitals") {
    return { ...look, features: { ...look.features, smcp: 1 } };
  }
  if (span.role === "small-print") return { ...look, size: rounded(look.size * smallPrint) };
  return look;
}

/** A stretch of code; what is said of code and does nothing is also slanted. */
function tokenLook(look: Look, role: string, context: TextContext): Look {
  const colour = context.theme.colours[role];
  const coloured = colour === undefined ? look : { ...look, colour };
  return role === "code-comment" ? withFace(coloured, context, { italic: true }) : coloured;
}

const keyScale = 0.93;

/** Smaller than other code, so that the frame around it has room between its neighbours. */
function keyLook(look: Look, context: TextContext): Look {
  const code = codeLook(look, context);
  return { ...code, size: rounded(code.size * keyScale) };
}

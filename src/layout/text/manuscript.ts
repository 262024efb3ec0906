import type { Place } from "../../diagnostics/index.ts";
import type { Formula, Inline, InlineImage, Span } from "../../document/index.ts";
import type { Colour, Points } from "../../theme/index.ts";
import { formulaSource } from "../assets.ts";
import type { TextContext, TextInput } from "./line.ts";
import type { Look, Mark } from "./look.ts";
import {
  codeScale,
  lookOf,
  raised,
  rounded,
  smallPrint,
  subscript,
  superscript,
  withFace,
} from "./look.ts";

/** Text as one string with its looks: what is shaped and broken. */
export type Manuscript = {
  /** Objects are U+FFFC, forced breaks U+2028; soft hyphens are taken out. */
  readonly text: string;
  /** In order, covering all of `text`. */
  readonly stretches: readonly Stretch[];
  /** Where the author allows a hyphen. */
  readonly softHyphens: readonly number[];
};

export type Stretch = {
  readonly start: number;
  readonly end: number;
  readonly look: Look;
  readonly place?: Place;
  readonly object?: ImageObject;
};

/** An image that stands in the line. */
export type ImageObject = {
  readonly node: string;
  readonly source: string;
  readonly decorative: boolean;
  readonly width: Points;
  readonly height: Points;
  /** How far it reaches below the baseline; absent: it stands on it. */
  readonly depth?: Points;
  /** What in it has no colour of its own is painted in this one. */
  readonly colour?: Colour;
};

type Writer = {
  readonly context: TextContext;
  readonly input: TextInput;
  /** Widest that an image may be. */
  readonly widest: Points;
  text: string;
  readonly stretches: Stretch[];
  readonly softHyphens: number[];
};

/** Characters of which the text is made over: line ends and tabs, unpaired surrogates, soft hyphens. */
const unusual = /[\t\n\v\f\r\u0085\u00AD\uD800-\uDFFF]/;

export function writeManuscript(
  input: Omit<TextInput, "width">,
  context: TextContext,
  widest: Points,
): Manuscript {
  const tag =
    input.artifact === undefined
      ? { node: input.node, ...(input.part === undefined ? {} : { part: input.part }) }
      : { artifact: input.artifact };
  const writer: Writer = {
    context,
    input: { ...input, width: widest },
    widest,
    text: "",
    stretches: [],
    softHyphens: [],
  };
  writeAll(writer, input.children, lookOf(input.style, context, tag));
  return writer;
}

function writeAll(writer: Writer, children: readonly Inline[], look: Look): void {
  for (const child of children) write(writer, child, look);
}

function write(writer: Writer, inline: Inline, look: Look): void {
  const { context, input } = writer;
  switch (inline.kind) {
    case "text":
      put(writer, inline.value, look, inline.place);
      break;
    case "lineBreak":
      put(writer, "\u2028", look);
      break;
    case "pageNumber":
      put(writer, context.page?.number ?? "", look);
      break;
    case "currentSection":
      put(writer, context.page?.section ?? "", look);
      break;
    case "pageCount":
      put(writer, context.page?.count ?? "", look);
      break;
    case "enumerator":
      put(writer, inline.number, look, inline.place);
      break;
    case "reference":
      // Before pages are known, as wide as most numbers are.
      put(writer, inline.text || (context.pageOf?.get(inline.target) ?? "00"), look);
      break;
    case "emphasis":
      writeAll(
        writer,
        inline.children,
        withFace(tagged(look, inline, input), context, { italic: !look.italic }),
      );
      break;
    case "strong": {
      const font = input.style.strongFont;
      const weight = Math.max(look.weight, input.style.strongWeight);
      writeAll(
        writer,
        inline.children,
        withFace(
          tagged(look, inline, input),
          context,
          font === undefined || look.code ? { weight } : { weight, family: font },
        ),
      );
      break;
    }
    case "strikethrough":
      writeAll(writer, inline.children, marked(look, "strike", inline.id));
      break;
    case "inlineCode":
      put(writer, inline.value, codeLook(tagged(look, inline, input), context));
      break;
    case "link":
      writeAll(writer, inline.children, {
        ...marked(tagged(look, inline, input), "link", inline.id),
        colour: context.theme.link.colour,
      });
      break;
    case "noteReference":
      put(
        writer,
        String(inline.number),
        marked(raised(tagged(look, inline, input), superscript), "link", inline.id),
      );
      break;
    case "placeholder":
      writeAll(writer, inline.children, marked(tagged(look, inline, input), "fill", inline.id));
      break;
    case "span":
      writeAll(writer, inline.children, spanLook(tagged(look, inline, input), inline, context));
      break;
    case "formula":
      putFormula(writer, inline, tagged(look, inline, input));
      break;
    case "inlineImage":
      putImage(writer, inline, tagged(look, inline, input));
      break;
  }
}

/** Belongs to the inline from here on, in the language of the inline. */
function tagged(
  look: Look,
  inline: { readonly id: string; readonly language?: string },
  input: TextInput,
): Look {
  const tag = input.artifact === undefined ? { node: inline.id } : look.tag;
  return { ...look, tag, language: inline.language ?? look.language };
}

function marked(look: Look, kind: Mark["kind"], node: string): Look {
  return { ...look, marks: [...look.marks, { kind, node }] };
}

/** In the code face of the theme, letter by letter. */
function codeLook(look: Look, context: TextContext): Look {
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

function spanLook(look: Look, span: Span, context: TextContext): Look {
  if (span.role === "superscript") return raised(look, superscript);
  if (span.role === "subscript") return raised(look, subscript);
  if (span.role === "kbd") return marked(keyLook(look, context), "key", span.id);
  if (span.role?.startsWith("code-") === true) return tokenLook(look, span.role, context);
  if (span.role === "mark") return marked(look, "highlight", span.id);
  if (span.role === "underline") return marked(look, "underline", span.id);
  if (span.role === "small-print") return { ...look, size: rounded(look.size * smallPrint) };
  return look;
}

/** A stretch of code; what is said of code and does nothing is also slanted. */
function tokenLook(look: Look, role: string, context: TextContext): Look {
  const colour = context.theme.colours[role];
  const coloured = colour === undefined ? look : { ...look, colour };
  return role === "code-comment" ? withFace(coloured, context, { italic: true }) : coloured;
}

/** Smaller than other code, so that the frame around it has room between its neighbours. */
function keyLook(look: Look, context: TextContext): Look {
  const code = codeLook(look, context);
  return { ...code, size: rounded(code.size * smallPrint) };
}

function putImage(writer: Writer, inline: InlineImage, look: Look): void {
  const asset = writer.context.assets.image(inline.image.source);
  if (asset === undefined) {
    put(writer, inline.image.alternative, look);
    return;
  }
  const density = asset.density > 0 ? asset.density : 96;
  const width = (asset.width / density) * 72;
  const scale = width > writer.widest && width > 0 ? writer.widest / width : 1;
  const start = writer.text.length;
  writer.text += "\uFFFC";
  writer.stretches.push({
    start,
    end: start + 1,
    look,
    object: {
      node: inline.id,
      source: inline.image.source,
      decorative: inline.image.alternative === "",
      width: width * scale,
      height: (asset.height / density) * 72 * scale,
    },
  });
}

/** A formula is as large as the text around it; as it was written when it cannot be had. */
function putFormula(writer: Writer, formula: Formula, look: Look): void {
  const source = formulaSource(formula);
  const drawing = writer.context.assets.image(source)?.drawing;
  if (drawing === undefined) {
    put(writer, formula.tex, codeLook(look, writer.context));
    return;
  }
  const natural = (drawing.width * look.size) / 1000;
  const scale = natural > writer.widest && natural > 0 ? writer.widest / natural : 1;
  const unit = (look.size / 1000) * scale;
  const start = writer.text.length;
  writer.text += "\uFFFC";
  writer.stretches.push({
    start,
    end: start + 1,
    look,
    object: {
      node: formula.id,
      source,
      decorative: false,
      width: drawing.width * unit,
      height: drawing.height * unit,
      depth: Math.max(0, drawing.depth ?? 0) * unit,
      colour: look.colour,
    },
  });
}

function put(writer: Writer, value: string, look: Look, place?: Place): void {
  const text = unusual.test(value) ? usual(writer, value, look) : value;
  if (text === "") return;
  const start = writer.text.length;
  writer.text += text;
  const end = writer.text.length;
  const last = writer.stretches.at(-1);
  if (last !== undefined && last.look === look && last.object === undefined) {
    writer.stretches[writer.stretches.length - 1] = { ...last, end };
  } else {
    writer.stretches.push({ start, end, look, ...(place === undefined ? {} : { place }) });
  }
}

/** Line ends and tabs as spaces, half characters as U+FFFD, soft hyphens noted and taken out. */
function usual(writer: Writer, value: string, look: Look): string {
  let text = "";
  for (const character of value.replace(/\r\n/g, "\n")) {
    const code = character.codePointAt(0) ?? 0;
    if (code === 0xad) writer.softHyphens.push(writer.text.length + text.length);
    else if (code === 0x09) text += look.code || look.font.fixedPitch ? "    " : " ";
    else if ((code >= 0x0a && code <= 0x0d) || code === 0x85) text += " ";
    else if (code >= 0xd800 && code <= 0xdfff) text += "\uFFFD";
    else text += character;
  }
  return text;
}

import type { Place } from "../../diagnostics/index.ts";
import type { Formula, Inline, InlineImage } from "../../document/index.ts";
import { imageSize } from "../../document/index.ts";
import type { Colour, Points } from "../../theme/index.ts";
import { formulaSource } from "../assets.ts";
import type { TextContext, TextInput } from "./line.ts";
import type { Look } from "./look.ts";
import { lookOf, raised, superscript, withFace } from "./look.ts";
import { codeLook, marked, spanLook } from "./role-look.ts";

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
const unusual = /[\t\n\v\f\r\u0085\u00AD\u2029\uD800-\uDFFF]/;

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

function putImage(writer: Writer, inline: InlineImage, look: Look): void {
  const asset = writer.context.assets.image(inline.image.source);
  if (asset === undefined) {
    put(writer, inline.image.alternative, look);
    return;
  }
  const density = asset.density > 0 ? asset.density : 96;
  const own = { width: (asset.width / density) * 72, height: (asset.height / density) * 72 };
  const room = { width: writer.widest, height: Number.POSITIVE_INFINITY };
  putObject(writer, look, {
    node: inline.id,
    source: inline.image.source,
    decorative: inline.image.alternative === "",
    ...(own.width > 0 && own.height > 0 ? imageSize(inline.image, own, room) : own),
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
  putObject(writer, look, {
    node: formula.id,
    source,
    decorative: false,
    width: drawing.width * unit,
    height: drawing.height * unit,
    depth: Math.max(0, drawing.depth ?? 0) * unit,
    colour: look.colour,
  });
}

/** A picture in a line stands in its text as one sign (U+FFFC, OBJECT REPLACEMENT CHARACTER). */
function putObject(writer: Writer, look: Look, object: ImageObject): void {
  const start = writer.text.length;
  writer.text += "\uFFFC";
  writer.stretches.push({ start, end: start + 1, look, object });
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
    else if (code === 0x2029) text += "\u2028";
    else if (code >= 0xd800 && code <= 0xdfff) text += "\uFFFD";
    else text += character;
  }
  return text;
}

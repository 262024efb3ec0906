import { deflateSync } from "node:zlib";
import type { PackedDocument } from "./object-streams.ts";
import type { PageSink, PageSpace, Reference } from "./sink.ts";
import { referenceSyntax } from "./sink.ts";
import type { Syntax } from "./syntax.ts";
import { joined, latin1 } from "./syntax.ts";

/** Writes pages one after another: each has its numbers when it is begun, and is in the file when the next one begins. */
export type PageWriter = {
  readonly add: (page: PageSpace) => PageSink;
  /** Writes the last page, and gives all in their order. */
  readonly finish: () => readonly Reference[];
};

/** @param parent the node of the page tree (ISO 32000-1, 7.7.3) that holds them all */
export function pageWriter(packed: PackedDocument, parent: Syntax): PageWriter {
  const references: Reference[] = [];
  let end = (): void => {};
  return {
    add(space) {
      end();
      const open = openPage(packed, parent, space);
      references.push(open.sink.reference);
      end = open.end;
      return open.sink;
    },
    finish() {
      end();
      end = () => {};
      return references;
    },
  };
}

type OpenPage = { readonly sink: PageSink; readonly end: () => void };

function openPage(packed: PackedDocument, parent: Syntax, space: PageSpace): OpenPage {
  const { width, height } = space;
  const own = packed.reserve(3);
  const [content, resources, reference] = [{ id: own }, { id: own + 1 }, { id: own + 2 }];
  const chunks: Uint8Array[] = [latin1(`1 0 0 -1 0 ${decimal(height)} cm\n`)];
  let deflated: Uint8Array | undefined;
  const fonts = new Map<string, Syntax>();
  const images = new Map<string, Syntax>();
  const annotations: Syntax[] = [];
  const entries = new Map<string, Syntax>();
  const end = (): void => {
    if (annotations.length > 0) entries.set("Annots", `[${annotations.join(" ")}]`);
    let more = "";
    for (const [key, syntax] of entries) more += `/${key} ${syntax}\n`;
    packed.object(
      reference.id,
      `<<\n/Type /Page\n/Parent ${parent}\n/MediaBox [0 0 ${decimal(width)} ${decimal(height)}]\n` +
        `/Contents ${referenceSyntax(content)}\n/Resources ${referenceSyntax(resources)}\n` +
        `${more}>>`,
    );
    packed.object(
      resources.id,
      `<<\n${named("Font", fonts)}${named("XObject", images)}/ColorSpace <<\n>>\n>>`,
    );
    const bytes = deflated ?? deflateSync(joined(chunks));
    packed.stream(content.id, `/Length ${bytes.length}\n/Filter /FlateDecode`, bytes);
  };
  const sink: PageSink = {
    reference,
    content: (operators) => void chunks.push(operators),
    deflate: () => deflateSync(joined(chunks)),
    deflated: (bytes) => {
      deflated = bytes;
    },
    font: (name, font) => void fonts.set(name, referenceSyntax(font)),
    image: (name, image) => void images.set(name, referenceSyntax(image)),
    annotation: (annotation) => {
      // They stand where the first was added.
      entries.set("Annots", "");
      annotations.push(referenceSyntax(annotation));
    },
    entry: (key, syntax) => void entries.set(key, syntax),
  };
  return { sink, end };
}

function named(kind: string, entries: ReadonlyMap<string, Syntax>): Syntax {
  if (entries.size === 0) return "";
  let list = "";
  for (const [name, syntax] of entries) list += `/${name} ${syntax}\n`;
  return `/${kind} <<\n${list}>>\n`;
}

/** Points, to a millionth. */
const decimal = (points: number): Syntax => String(Math.round(points * 1e6) / 1e6);

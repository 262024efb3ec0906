import { readObjects } from "./objects.ts";
import type { Tag } from "./tag-tree.ts";
import { tagTree } from "./tag-tree.ts";

/** What readers find in a PDF: text, links, outline and metadata by pdf.js, the tree of tags from the objects that qpdf reads. */
export type ReadPdf = {
  readonly pages: readonly ReadPage[];
  /** The structure of the whole file, with text. */
  readonly tags: Tag;
  readonly outline: readonly OutlineItem[];
  /** Entries of the information dictionary. */
  readonly info: Readonly<Record<string, unknown>>;
  /** Entries of the XMP packet, by their qualified name. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly language: string | undefined;
  readonly marked: boolean;
  /** As printed by viewers. */
  readonly labels: readonly string[];
  /** What pdf.js had to say against the file. */
  readonly warnings: readonly string[];
};

export type ReadPage = {
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** In the order of painting, with running matter; lines end in `\n`. */
  readonly text: string;
  /** Stretches of text as painted. x, y and width in points, from the lower left corner to the start of the baseline. */
  readonly runs: readonly ReadRun[];
  readonly links: readonly ReadLink[];
};

export type ReadRun = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
};

export type ReadLink = {
  readonly url?: string;
  /** Name of the destination. */
  readonly destination?: string;
  /** Page that it leads to, from 1; absent when it leads out of the file or nowhere. */
  readonly page?: number;
  readonly contents: string;
};

export type OutlineItem = {
  readonly title: string;
  /** From 1; absent when it leads nowhere. */
  readonly page?: number;
  readonly children: readonly OutlineItem[];
};

/** Reads a PDF back. Throws when it is damaged. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const tags = tagTree(await readObjects(bytes));
  const warnings: string[] = [];
  const { log, warn } = console;
  const note = (...words: readonly unknown[]) => void warnings.push(words.join(" "));
  Object.assign(console, { log: note, warn: note });
  try {
    return { tags, ...(await readWithPdfjs(bytes)), warnings };
  } finally {
    Object.assign(console, { log, warn });
  }
}

// The types of pdf.js need those of browsers; this is what is used of it.

type PdfjsPage = {
  readonly view: readonly [number, number, number, number];
  readonly getTextContent: () => Promise<{
    readonly items: readonly {
      readonly str?: string;
      readonly hasEOL?: boolean;
      readonly width?: number;
      readonly transform?: readonly number[];
    }[];
  }>;
  readonly getAnnotations: () => Promise<
    readonly {
      readonly subtype: string;
      readonly url?: string;
      readonly dest?: string;
      readonly contentsObj?: { readonly str: string };
    }[]
  >;
  readonly getOperatorList: () => Promise<unknown>;
};

type PdfjsItem = {
  readonly title: string;
  readonly dest: string | null;
  readonly items: readonly PdfjsItem[];
};

type PdfjsDocument = {
  readonly numPages: number;
  readonly getPage: (number: number) => Promise<PdfjsPage>;
  readonly getOutline: () => Promise<readonly PdfjsItem[] | null>;
  readonly getDestination: (name: string) => Promise<readonly unknown[] | null>;
  readonly getPageIndex: (reference: unknown) => Promise<number>;
  readonly getMetadata: () => Promise<{
    readonly info: Readonly<Record<string, unknown>>;
    readonly metadata: Iterable<readonly [string, unknown]> | null;
  }>;
  readonly getMarkInfo: () => Promise<{ readonly Marked: boolean } | null>;
  readonly getPageLabels: () => Promise<readonly string[] | null>;
};

type Pdfjs = {
  readonly VerbosityLevel: { readonly WARNINGS: number };
  readonly getDocument: (options: object) => {
    readonly promise: Promise<PdfjsDocument>;
    readonly destroy: () => Promise<void>;
  };
};

async function readWithPdfjs(bytes: Uint8Array): Promise<Omit<ReadPdf, "tags" | "warnings">> {
  // It asks for these of a browser while it loads, and uses them only to draw.
  const globals = globalThis as unknown as Record<string, unknown>;
  for (const name of ["DOMMatrix", "Path2D", "ImageData"]) globals[name] ??= class {};
  const name = "pdfjs-dist/legacy/build/pdf.mjs";
  const pdfjs = (await import(name)) as Pdfjs;
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    verbosity: pdfjs.VerbosityLevel.WARNINGS,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    stopAtErrors: true,
  });
  const document = await task.promise;
  try {
    const pages: ReadPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      pages.push(await readPage(document, number));
    }
    const { info, metadata } = await document.getMetadata();
    return {
      pages,
      outline: await readOutline(document, (await document.getOutline()) ?? []),
      info,
      metadata: Object.fromEntries(metadata ?? []),
      language: typeof info["Language"] === "string" ? info["Language"] : undefined,
      marked: (await document.getMarkInfo())?.Marked ?? false,
      labels: (await document.getPageLabels()) ?? [],
    };
  } finally {
    await task.destroy();
  }
}

async function readPage(document: PdfjsDocument, number: number): Promise<ReadPage> {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  // Interprets all that is painted, so that faults of the content are told.
  await page.getOperatorList();
  const links: ReadLink[] = [];
  for (const { subtype, url, dest, contentsObj } of await page.getAnnotations()) {
    if (subtype !== "Link") continue;
    const target = dest === undefined ? undefined : await pageOf(document, dest);
    links.push({
      ...(url === undefined ? {} : { url }),
      ...(dest === undefined ? {} : { destination: dest }),
      ...(target === undefined ? {} : { page: target }),
      contents: contentsObj?.str ?? "",
    });
  }
  const [left, bottom, right, top] = page.view;
  const text = items.map(({ str = "", hasEOL }) => str + (hasEOL === true ? "\n" : "")).join("");
  const runs = items.flatMap(({ str = "", width = 0, transform = [] }) =>
    str === "" ? [] : [{ text: str, x: transform[4] ?? 0, y: transform[5] ?? 0, width }],
  );
  return { width: right - left, height: top - bottom, text, runs, links };
}

async function readOutline(
  document: PdfjsDocument,
  items: readonly PdfjsItem[],
): Promise<readonly OutlineItem[]> {
  const outline: OutlineItem[] = [];
  for (const { title, dest, items: inner } of items) {
    const page = dest === null ? undefined : await pageOf(document, dest);
    const children = await readOutline(document, inner);
    outline.push({ title, ...(page === undefined ? {} : { page }), children });
  }
  return outline;
}

async function pageOf(document: PdfjsDocument, name: string): Promise<number | undefined> {
  const destination = await document.getDestination(name);
  return destination === null ? undefined : (await document.getPageIndex(destination[0])) + 1;
}

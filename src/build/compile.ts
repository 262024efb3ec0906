import { isDeepStrictEqual } from "node:util";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import type { DocumentTree, PageFacts } from "../document/index.ts";
import { isCodeBlock, someNode } from "../document/index.ts";
import type { Host } from "../host/index.ts";
import type { Assets, LaidOut, LayoutTrace } from "../layout/index.ts";
import { createLayoutMemo, layOut, traceOf } from "../layout/index.ts";
import { selectFor } from "../model/index.ts";
import type { Attachments } from "../render/pdf/index.ts";
import type { TemplateFolder } from "../template/index.ts";
import { createDocumentMemo, makeDocument } from "../template/index.ts";
import type { Theme } from "../theme/index.ts";
import { createTypesetMemo, typeset } from "../typography/index.ts";
import { createAssets } from "./assets.ts";
import { attachmentsOf } from "./attachments.ts";
import { drawingsOf } from "./drawings.ts";
import { withFormulas } from "./formulas.ts";
import type { Session } from "./session.ts";
import type { Target } from "./target.ts";
import { inWordTemplate } from "./word-template.ts";

export type Compiled = {
  /** Absent when an error stopped this target. */
  readonly bytes?: Uint8Array;
  readonly document?: DocumentTree;
  readonly pages: number;
  readonly trace?: LayoutTrace;
  readonly diagnostics: readonly Diagnostic[];
};

export type CompileOptions = {
  /** ISO date that stands for today; absent: the source's, then the host's. */
  readonly asOf?: string;
  readonly trace: boolean;
  /** Stops before the file is made: for `check`. */
  readonly only?: "document" | "layout";
};

/** The whole way of a document. Each line is a pure function from one named type to the next. */
export async function compile(
  target: Target,
  options: CompileOptions,
  session: Session,
  host: Host,
): Promise<Compiled> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (diagnostic) => void diagnostics.push(diagnostic);
  const take = <Value>(outcome: {
    readonly value: Value;
    readonly diagnostics: readonly Diagnostic[];
  }): Value => {
    diagnostics.push(...outcome.diagnostics);
    return outcome.value;
  };

  const model = take(session.model(target));
  const folder = take(session.template(target.product, target.language));
  if (model === undefined || folder === undefined) return { pages: 0, diagnostics };

  const selection = {
    product: target.product,
    format: target.format,
    language: target.language,
    ...(target.audience === undefined ? {} : { audience: target.audience }),
  };
  const { warm } = session;
  const name = [
    target.source,
    target.product,
    target.profile,
    target.language,
    target.audience,
  ].join(" ");
  const asOf = options.asOf ?? model.head.asOf ?? host.epochDate;
  const made = take(
    makeDocument(folder, selectFor(model, selection), selection, {
      ...(asOf === undefined ? {} : { asOf }),
      sourceHash: session.hash(target.source),
      ...(target.record === undefined ? {} : { record: target.record.values }),
      ...(warm && { memo: warm(`document ${name}`, createDocumentMemo) }),
    }),
  );
  const typography = model.head.typography ?? session.project?.typography ?? "spaces";
  const set = typeset(made, typography, warm?.(`typeset ${name}`, createTypesetMemo));
  const coloured = await withColours(set);
  const look = session.theme(target.product, target.profile);
  const theme = withBudget(take(look), folder, session);
  const document = take(await withFormulas(coloured, theme, host));
  const stop = (): boolean => diagnostics.some(isError);
  // Without a sound look, perhaps without a font, nothing can be set.
  if (theme === undefined || look.diagnostics.some(isError) || options.only === "document")
    return { document, pages: 0, diagnostics };

  const drawings = await drawingsOf(document, theme, host);
  const assets = createAssets(document, theme, host, session.fonts, report, drawings);
  const kept = target.record === undefined ? undefined : blocksOfRecords;
  const memo = warm && { of: warm("memo of layouts", () => createLayoutMemo(kept)), name };
  const laidOut = take(
    session.layouts.of(document, theme, () => layOut(document, theme, assets, memo)),
  );
  const trace = options.trace ? { trace: traceOf(laidOut.pages) } : {};
  const pages = laidOut.pages.length;
  if (stop() || options.only === "layout") return { document, pages, diagnostics, ...trace };

  const attachments = await attachmentsOf(target, session, host);
  const rendering: Rendering = { document, theme, laidOut, assets, report };
  const plain = await render(
    target,
    { ...rendering, ...(attachments && { attachments }) },
    session,
  );
  const bytes =
    target.format === "docx" && plain !== undefined
      ? await inWordTemplate(plain, target.product, session.project, host, report)
      : plain;
  return {
    document,
    pages,
    diagnostics,
    ...trace,
    ...(stop() || bytes === undefined ? {} : { bytes }),
  };
}

/** Blocks that are kept of a batch, so that they do not grow with the number of its records. */
const blocksOfRecords = 2_000;

/** Files of one batch have their memo in common. */
function memoName({ output, record }: Target): string {
  return record === undefined ? output : "each record";
}

/** The longest length that passes without a warning: the project's, or else the template's. */
function withBudget(
  theme: Theme | undefined,
  folder: TemplateFolder,
  session: Session,
): Theme | undefined {
  const usual = folder.settings.budget;
  const own = session.project?.budgets.get(folder.name);
  const pages = own?.pages ?? own?.slides ?? usual?.most;
  if (theme === undefined || pages === undefined) return theme;
  const budget = { pages, annexesCount: usual?.annexesCount ?? false };
  // Stages know a theme by its object.
  const known = session.warm?.("themes with budgets", () => new WeakMap<Theme, Theme>());
  const before = known?.get(theme);
  if (before !== undefined && isDeepStrictEqual(before.budget, budget)) return before;
  const made = { ...theme, budget };
  known?.set(theme, made);
  return made;
}

/** Code is looked at only where a document has some, since the highlighter takes as long to load as all the rest. */
async function withColours(document: DocumentTree): Promise<DocumentTree> {
  if (!someNode(document, (node) => isCodeBlock(node) && !!node.programmingLanguage, ["codeBlock"]))
    return document;
  const { highlight } = await import("../highlight/index.ts");
  return highlight(document);
}

type Rendering = {
  readonly document: DocumentTree;
  readonly theme: Theme;
  readonly laidOut: LaidOut;
  readonly assets: Assets;
  readonly report: Report;
  readonly attachments?: Attachments;
};

/** A renderer is loaded when its first file is made, and not before. */
async function render(
  target: Target,
  { document, theme, laidOut, assets, report, attachments }: Rendering,
  { warm }: Session,
): Promise<Uint8Array | undefined> {
  if (target.format === "pdf") {
    const { createPdfMemo, renderPdf } = await import("../render/pdf/index.ts");
    const memo = warm?.(`memo of ${memoName(target)}`, createPdfMemo);
    return renderPdf(document, laidOut.pages, assets, report, memo, attachments);
  }
  const { createDocxMemo, renderDocx } = await import("../render/docx/index.ts");
  const facts: PageFacts = laidOut.facts;
  const memo = warm?.(`memo of ${memoName(target)} as Word`, createDocxMemo);
  return renderDocx(document, theme, facts, assets, report, memo);
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

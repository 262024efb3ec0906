import type { Diagnostic, Outcome } from "../diagnostics/index.ts";
import type { DocumentTree } from "../document/index.ts";
import type { Model, Selection } from "../model/index.ts";
import type { Root } from "../source/index.ts";
import { parseGenerated } from "../source/index.ts";
import type { DocumentMemo } from "./document/index.ts";
import { buildDocument } from "./document/index.ts";
import { fullLanguage } from "./document/place.ts";
import { render, usualBudget } from "./engine/index.ts";
import { createHelpers } from "./helpers/index.ts";
import { documentTitle, metadataOf } from "./metadata.ts";
import { needsOf } from "./needs.ts";
import { numberingOf, pageNumbersOf } from "./numbering-of.ts";
import { styleNames } from "./style-names.ts";
import type { TemplateFolder } from "./template-folder.ts";
import type { Making } from "./view/making.ts";
import { numbersOf, recordsByPlace } from "./view/making.ts";
import { viewOf } from "./view/view.ts";
import { labelOf } from "./view/words.ts";

export type DocumentOptions = {
  /** ISO date that stands for today; absent: that of the head. */
  readonly asOf?: string;
  /** Content hash of the source, hexadecimal; absent: the document does not say where it came from. */
  readonly sourceHash?: string;
  /** Fields of a record of a batch: `{{record.name}}` in a template. Absent: there is none. */
  readonly record?: Readonly<Record<string, string>>;
  /** Blocks of earlier documents of the same target; absent: there were none. */
  readonly memo?: DocumentMemo;
};

/**
 * The document that a template makes of a model: the template writes Markdown from a view of the model, the Markdown
 * becomes a tree, the tree the document. The model is that of the selection (`selectFor`).
 */
export function makeDocument(
  folder: TemplateFolder,
  model: Model,
  selection: Selection,
  options: DocumentOptions = {},
): Outcome<DocumentTree> {
  const diagnostics: Diagnostic[] = [];
  const making = createMaking(folder, model, selection, options, diagnostics);
  const helpers = createHelpers(making);
  const rendered = render(
    { main: folder.main, partials: folder.partials, helpers },
    viewOf(making, options.record),
    usualBudget,
    (text) => parsedAgain(text, options.memo),
  );
  const pageNumbers = pageNumbersOf(making);
  const memo =
    options.memo && memoFor(options.memo, folder, `${making.documentLanguage} ${model.language}`);
  const built = buildDocument(rendered.tree, {
    product: folder.name,
    language: making.documentLanguage,
    written: model.language,
    title: documentTitle(making),
    metadata: metadataOf(making, options.sourceHash),
    file: model.file,
    label: (key) => labelOf(making, key) ?? key,
    roles: styleNames(),
    numbering: numberingOf(making),
    ...(pageNumbers && { pageNumbers }),
    ...(memo && { memo }),
  });
  const all = [...needsOf(making), ...diagnostics, ...rendered.diagnostics, ...built.diagnostics];
  return { value: built.value, diagnostics: all };
}

/** Shapes of documents whose Markdown is kept parsed. */
const mostShapes = 16;

function parsedAgain(text: string, memo: DocumentMemo | undefined): Root {
  const known = memo?.parsed.get(text);
  if (known !== undefined) return known;
  const root = parseGenerated(text);
  if (memo !== undefined) {
    if (memo.parsed.size >= mostShapes) memo.parsed.clear();
    memo.parsed.set(text, root);
  }
  return root;
}

/** Without the blocks of another template. */
function memoFor(memo: DocumentMemo, folder: TemplateFolder, language: string): DocumentMemo {
  if (memo.of.folder === folder && memo.of.language === language) return memo;
  memo.of = { folder, language };
  memo.blocks = new WeakMap();
  memo.last = new Map();
  return memo;
}

function createMaking(
  folder: TemplateFolder,
  model: Model,
  selection: Selection,
  options: DocumentOptions,
  diagnostics: Diagnostic[],
): Making {
  const asked = selection.language === "" ? model.language : selection.language;
  const [language = "en"] = asked.split("-");
  const [written = "en"] = model.language.split("-");
  const asOf = options.asOf ?? model.head.asOf;
  return {
    folder,
    model,
    language,
    otherLanguage: language === "fr" ? "en" : "fr",
    documentLanguage: language === written ? model.language : fullLanguage(asked, model.language),
    ...(asOf !== undefined && { asOf }),
    report: (diagnostic) => diagnostics.push(diagnostic),
    missing: new Map(),
    numbers: numbersOf(model),
    recordAt: recordsByPlace(model),
    told: new Set(),
  };
}

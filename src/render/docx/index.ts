// Word: the document as styles, paragraphs and tables, and the package that holds them.
import type { Report } from "../../diagnostics/index.ts";
import type { Block, DocumentTree, PageFacts } from "../../document/index.ts";
import type { Assets } from "../../layout/index.ts";
import type { Theme } from "../../theme/index.ts";
import { blocks } from "./blocks/index.ts";
import { pageBlocks } from "./blocks/opening.ts";
import { inBody } from "./blocks/place.ts";
import { parted } from "./blocks/table-parts.ts";
import type { DocxContext } from "./context.ts";
import { createContext } from "./context.ts";
import type { DocxMemo } from "./docx-memo.ts";
import { createDocxMemo } from "./docx-memo.ts";
import type { FileChild } from "./element.ts";
import { element } from "./element.ts";
import { footnotes } from "./footnotes.ts";
import { withoutMarks } from "./marks.ts";
import { numberingXml } from "./numbering.ts";
import { packageOf } from "./package.ts";
import { embeddedFonts } from "./parts/embedded-fonts.ts";
import { fontTableXml } from "./parts/font-table.ts";
import { settingsXml } from "./parts/settings-part.ts";
import { themeXml } from "./parts/theme-part.ts";
import { applicationProperties, coreProperties, customProperties } from "./properties.ts";
import { runningParts } from "./running.ts";
import type { Stretch } from "./sections.ts";
import { joinStretches } from "./sections.ts";
import { slideNotes, slideStretches } from "./slides.ts";
import { allCharacterStyles } from "./styles/joined-styles.ts";
import { stylesXml } from "./styles/styles-xml.ts";

export { createDocxMemo, type DocxMemo };

/**
 * A DOCX file of the document (ECMA-376, transitional). Same document, theme, facts and assets, same bytes.
 * @param memo of the files before. Absent: no file comes after this one
 */
export async function renderDocx(
  document: DocumentTree,
  theme: Theme,
  facts: PageFacts,
  assets: Assets,
  report: Report,
  memo: DocxMemo = createDocxMemo(),
): Promise<Uint8Array> {
  const context = createContext({ document, theme, facts, assets, report }, memo);
  const joined = joinStretches(stretchesOf(context), context);
  const body = [...parted(joined.children, context, true), joined.last];
  const running = joined.running.map((kind, index) =>
    runningParts(context, kind, { isFirst: index === 0 }),
  );
  const notes = footnotes(context);
  const fonts = embeddedFonts(theme, assets);
  const embedsFonts = fonts.faces.length > 0;
  const styles = [...context.paragraphStyles.values()];
  const countsHeadings = context.countedHeadings.size > 0;
  const others = new Map<string, string | Uint8Array>([
    [
      "word/styles.xml",
      memo.made(
        "styles",
        [theme, document.language, styles, [...context.joined], [...context.inBold]],
        () =>
          stylesXml(
            theme,
            document.language,
            styles,
            allCharacterStyles(theme, context.joined, context.inBold),
          ),
      ),
    ],
    [
      "word/numbering.xml",
      memo.made("numbering", [theme, context.numbering, styles, countsHeadings], () =>
        numberingXml(theme, context.numbering, context.paragraphStyles, { countsHeadings }),
      ),
    ],
    ["word/theme/theme1.xml", memo.made("theme", [theme], () => themeXml(theme))],
    [
      "word/settings.xml",
      settingsXml(document.language, {
        embedsFonts,
        facingPages: theme.page.binding !== undefined,
      }),
    ],
    [
      "word/fontTable.xml",
      memo.made("fonts", [theme, fonts.faces], () => fontTableXml(theme, fonts.faces)),
    ],
    ["docProps/core.xml", coreProperties(document)],
    ["docProps/app.xml", applicationProperties],
    ["docProps/custom.xml", customProperties(document)],
    ...fonts.parts,
  ]);
  return packageOf(
    {
      body,
      running,
      footnotes: [...separators("footnote"), ...notes],
      endnotes: separators("endnote"),
      others,
    },
    memo.parts,
  );
}

/** The lines above notes (17.11.23), which settings.xml names. */
function separators(kind: "footnote" | "endnote"): readonly FileChild[] {
  return (["separator", "continuationSeparator"] as const).map((type, index) =>
    element(
      `w:${kind}`,
      { "w:type": type, "w:id": index - 1 },
      element(
        "w:p",
        undefined,
        element(
          "w:pPr",
          undefined,
          element("w:spacing", { "w:after": 0, "w:line": 240, "w:lineRule": "auto" }),
        ),
        element("w:r", undefined, element(`w:${type}`)),
      ),
    ),
  );
}

function stretchesOf(context: DocxContext): readonly Stretch[] {
  const { content, language } = context.document;
  if (context.theme.slides === undefined) return textStretches(content, context);
  return [
    ...slideStretches(content, context),
    { children: slideNotes(content, context, notesLabel(language)) },
  ];
}

/**
 * What stands before the first section has roman page numbers, where the document asks for them and where it stands on pages of
 * its own: Word would begin a new page for the section.
 */
function textStretches(content: readonly Block[], context: DocxContext): readonly Stretch[] {
  const first = content.findIndex((block) => block.kind === "section");
  if (context.facts.frontPages === 0 || first < 1)
    return withoutMarks(pageBlocks(content, context), context);
  const front = withoutMarks(blocks(content.slice(0, first), context, inBody), context);
  const rest = withoutMarks(blocks(content.slice(first), context, inBody), context);
  return [
    ...front.map((stretch, index) => ({
      ...stretch,
      front: true,
      ...(index === 0 ? { pages: "roman" as const } : {}),
    })),
    ...rest.map((stretch, index) =>
      index === 0 ? { ...stretch, pages: "anew" as const } : stretch,
    ),
  ];
}

function notesLabel(language: string): string {
  return language.startsWith("fr") ? "Notes de l’orateur" : "Speaking notes";
}

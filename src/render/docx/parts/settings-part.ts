import type { Language } from "../../../document/index.ts";
import { languageAttributes } from "../language.ts";
import { tag, val } from "../xml.ts";

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const word = "http://schemas.microsoft.com/office/word";

/**
 * word/settings.xml (17.15.1.78). There is no `updateFields`: every field has what it shows, and Word asks nothing on opening. The mode is
 * that of Word 2013 and later (MS-DOCX 2.3), so that the title bar does not say "Compatibility Mode".
 */
export function settingsXml(
  language: Language,
  options: { readonly embedsFonts: boolean; readonly facingPages: boolean },
): string {
  const french = /^fr\b/i.test(language);
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<w:settings ${namespaces}>`,
    tag("w:zoom", { "w:percent": 100 }),
    ...(options.embedsFonts ? [tag("w:embedTrueTypeFonts"), tag("w:saveSubsetFonts")] : []),
    ...(options.facingPages ? [tag("w:mirrorMargins")] : []),
    val("w:defaultTabStop", 720),
    ...(options.facingPages ? [tag("w:evenAndOddHeaders")] : []),
    val("w:characterSpacingControl", "doNotCompress"),
    notes("footnote"),
    notes("endnote"),
    tag(
      "w:compat",
      {},
      setting("compatibilityMode", 15),
      setting("overrideTableStyleFontSizeAndJustification", 1),
      setting("enableOpenTypeFeatures", 1),
      setting("doNotFlipMirrorIndents", 1),
      setting("differentiateMultirowTableHeaders", 1),
      setting("useWord2013TrackBottomHyphenation", 0),
    ),
    tag("w:themeFontLang", themeLanguages(language)),
    tag("w:clrSchemeMapping", {
      "w:bg1": "light1",
      "w:t1": "dark1",
      "w:bg2": "light2",
      "w:t2": "dark2",
      "w:accent1": "accent1",
      "w:accent2": "accent2",
      "w:accent3": "accent3",
      "w:accent4": "accent4",
      "w:accent5": "accent5",
      "w:accent6": "accent6",
      "w:hyperlink": "hyperlink",
      "w:followedHyperlink": "followedHyperlink",
    }),
    val("w:decimalSymbol", french ? "," : "."),
    val("w:listSeparator", french ? ";" : ","),
    "</w:settings>",
  ].join("");
}

/** The separators in the parts of the notes. */
function notes(kind: "footnote" | "endnote"): string {
  return tag(`w:${kind}Pr`, {}, tag(`w:${kind}`, { "w:id": -1 }), tag(`w:${kind}`, { "w:id": 0 }));
}

function setting(name: string, value: number): string {
  return tag("w:compatSetting", { "w:name": name, "w:uri": word, "w:val": value });
}

/** By these Word chooses the fonts of the theme for each sort of script (17.15.1.88). */
function themeLanguages(language: Language): Readonly<Record<string, string>> {
  const usual = { "w:val": "en-CA", "w:eastAsia": "ja-JP", "w:bidi": "ar-SA" };
  return { ...usual, ...languageAttributes(language) };
}

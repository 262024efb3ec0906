import { utf16Hex } from "../syntax.ts";
import type { PdfFont } from "./font-book.ts";
import { glyphText } from "./font-book.ts";

/** Most entries of one bfchar block (Adobe Technical Note 5014, 1.4.2). */
const entriesPerBlock = 100;

/**
 * The map from glyphs to text (ISO 32000-1, 9.10.3). PDF/A-2a wants one for each glyph: what stands for no text of its own
 * is U+FFFD here, and the text around it says in ActualText what is meant.
 */
export function toUnicodeMap(font: PdfFont, glyphs: readonly number[]): string {
  const entries = glyphs
    .filter((glyph) => glyph !== 0)
    .map((glyph) => {
      const text = glyphText(font, glyph);
      return `<${font.codes.get(glyph)}> <${utf16Hex(text === "" ? "\ufffd" : text)}>`;
    });
  const blocks: string[] = [];
  for (let start = 0; start < entries.length; start += entriesPerBlock) {
    const block = entries.slice(start, start + entriesPerBlock);
    blocks.push(`${block.length} beginbfchar\n${block.join("\n")}\nendbfchar\n`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks.join("")}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;
}

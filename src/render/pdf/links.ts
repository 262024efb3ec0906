import type { LinkTarget } from "../../document/index.ts";
import type { LinkArea, Page } from "../../layout/index.ts";
import type { PdfSink, Reference } from "./sink.ts";
import type { LinkMeaning } from "./structure/element.ts";
import type { MarkedPage } from "./structure/mark-pages.ts";
import type { Syntax } from "./syntax.ts";
import { bytesSyntax, numberSyntax, textSyntax, utf8 } from "./syntax.ts";

/**
 * Writes the links of a page; they are in the order of its marks.
 * @param key of the first in the tree of parents of the structure
 */
export function writeLinks(
  sink: PdfSink,
  page: Page,
  { links, written }: MarkedPage,
  key: number,
): readonly Reference[] {
  if (links.length === 0) return [];
  const bodies =
    written?.key === key
      ? written.links
      : links.map(({ area, meaning }, index) => linkSyntax(area, page, meaning, key + index));
  if (written !== undefined) {
    written.key = key;
    written.links = bodies;
  }
  return bodies.map((body) => {
    const annotation = sink.reserve();
    sink.object(annotation, body);
    return annotation;
  });
}

/**
 * A link annotation (ISO 32000-1, 12.5.6.5). PDF/UA-1, 7.18.5: it stands in the structure and says where it leads;
 * PDF/A-2, 6.3.2: it is printed (F 4).
 */
function linkSyntax(
  area: LinkArea,
  page: Page,
  meaning: LinkMeaning,
  structureKey: number,
): Syntax {
  const corners = [
    area.x,
    page.height - area.y - area.height,
    area.x + area.width,
    page.height - area.y,
  ];
  return (
    `<</Type/Annot/Subtype/Link/Rect[${corners.map(numberSyntax).join(" ")}]/Border[0 0 0]/F 4` +
    `/Contents${textSyntax(meaning.says)}/StructParent ${structureKey}${actionOf(meaning.target)}>>`
  );
}

function actionOf(target: LinkTarget): Syntax {
  if (target.kind === "node") return `/Dest${bytesSyntax(target.id)}`;
  return `/A<</S/URI/URI${bytesSyntax(asciiAddress(target.url))}>>`;
}

/** 12.6.4.7: an address is in ASCII; what is not, and blanks, as `%xx` of UTF-8. */
function asciiAddress(url: string): string {
  return url.replace(/[^!-~]/gu, (character) =>
    [...utf8(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
      .join(""),
  );
}

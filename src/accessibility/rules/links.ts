import type { XmlElement } from "../../ooxml/index.ts";
import { descendants, eachWithin } from "../../ooxml/index.ts";
import { plainText } from "../read-part.ts";
import type { Reading, ReadParagraph } from "../reading.ts";
import type { Tell } from "../tell.ts";

const empty =
  /^(click (here|this)|here|this|link|this link|more|read more|learn more|see more|details|page|ici|cliquez ici|lien|plus|en savoir plus|lire la suite|détails|hier|hier klicken|mehr|aquí)[\s.…:>»]*$/i;

/** Links say where they lead when they are heard alone, and lead there (WCAG 2.1, 2.4.4). */
export function checkLinks(reading: Reading, tell: Tell): void {
  const bookmarks = new Set<string>();
  for (const { part } of partsOf(reading))
    for (const { attributes } of descendants(reading.file.xml(part).root, "w:bookmarkStart"))
      bookmarks.add(attributes["w:name"] ?? "");
  for (const paragraph of reading.paragraphs)
    eachWithin(paragraph.element, (element) => {
      if (element.name === "w:hyperlink") checkLink(element, paragraph, reading, bookmarks, tell);
      return element.name !== "w:txbxContent" && element.name !== "w:del";
    });
}

function partsOf(reading: Reading): readonly { readonly part: string }[] {
  const parts = new Set([reading.file.main, ...reading.paragraphs.map(({ part }) => part)]);
  return [...parts].map((part) => ({ part }));
}

function checkLink(
  link: XmlElement,
  paragraph: ReadParagraph,
  reading: Reading,
  bookmarks: ReadonlySet<string>,
  tell: Tell,
): void {
  const text = plainText(link).trim();
  const [picture] = descendants(link, "wp:docPr");
  const words = text === "" ? (picture?.attributes["descr"] ?? "").trim() : text;
  const { "w:anchor": anchor, "r:id": id } = link.attributes;
  if (words === "" || empty.test(words))
    tell({
      rule: "word-link-says-where",
      severity: "error",
      message:
        words === "" ? "A link has no text." : `The link "${words}" does not say where it leads.`,
      at: paragraph,
      hints: ["Let its text name what it leads to."],
    });
  const relation = reading.file.relations(paragraph.part).find((each) => each.id === id);
  const isLost =
    id === undefined
      ? anchor === undefined || (!bookmarks.has(anchor) && anchor !== "_top")
      : relation === undefined;
  if (isLost)
    tell({
      rule: "word-link-leads-somewhere",
      severity: "error",
      message: `The link "${words}" leads ${anchor === undefined ? "nowhere" : `to the bookmark "${anchor}", which is not there`}.`,
      at: paragraph,
      hints: ["Make the link again, or take it out."],
    });
}

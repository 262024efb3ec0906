import { tag } from "../xml.ts";

/** How a built-in style behaves that this file does not define: priority, whether hidden until used, whether in the gallery. */
type Latent = readonly [name: string, priority: number, hidden: boolean, quick: boolean];

/**
 * The built-in styles exist in Word unseen; this says how they behave when somebody asks for one (17.7.4.5). As Word itself writes it,
 * so that its lists of styles are those that people know.
 */
export function latentStyles(): string {
  return tag(
    "w:latentStyles",
    {
      "w:defLockedState": 0,
      "w:defUIPriority": 99,
      "w:defSemiHidden": 0,
      "w:defUnhideWhenUsed": 0,
      "w:defQFormat": 0,
      "w:count": 376,
    },
    ...known().map(([name, priority, hidden, quick]) =>
      tag("w:lsdException", {
        "w:name": name,
        ...(priority === 99 ? {} : { "w:uiPriority": priority }),
        ...(hidden ? { "w:semiHidden": 1, "w:unhideWhenUsed": 1 } : {}),
        ...(quick ? { "w:qFormat": 1 } : {}),
      }),
    ),
  );
}

function known(): readonly Latent[] {
  const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const lists = ["List Bullet", "List Number", "List Continue", "List"];
  return [
    ["Normal", 0, false, true],
    ...levels.map((level): Latent => [`heading ${level}`, 9, level > 1, true]),
    ...levels.map((level): Latent => [`index ${level}`, 99, true, false]),
    ...levels.map((level): Latent => [`toc ${level}`, 39, true, false]),
    ...unseen.map((name): Latent => [name, 99, true, false]),
    ...lists.flatMap((name) => [
      ...[1, 2, 3, 4, 5].map(
        (level): Latent => [level === 1 ? name : `${name} ${level}`, 99, true, false],
      ),
    ]),
    ["caption", 35, true, true],
    ["Title", 10, false, true],
    ["Default Paragraph Font", 1, true, false],
    ["Subtitle", 11, false, true],
    ["Strong", 22, false, true],
    ["Emphasis", 20, false, true],
    ["Table Grid", 39, false, false],
    ["Placeholder Text", 99, true, false],
    ["No Spacing", 1, false, true],
    ["List Paragraph", 34, false, true],
    ["Quote", 29, false, true],
    ["Intense Quote", 30, false, true],
    ["Subtle Emphasis", 19, false, true],
    ["Intense Emphasis", 21, false, true],
    ["Subtle Reference", 31, false, true],
    ["Intense Reference", 32, false, true],
    ["Book Title", 33, false, true],
    ["Bibliography", 37, true, false],
    ["TOC Heading", 39, true, true],
  ];
}

const unseen = [
  "Normal Indent",
  "footnote text",
  "annotation text",
  "header",
  "footer",
  "index heading",
  "table of figures",
  "envelope address",
  "envelope return",
  "footnote reference",
  "annotation reference",
  "line number",
  "page number",
  "endnote reference",
  "endnote text",
  "table of authorities",
  "macro",
  "toa heading",
  "Closing",
  "Signature",
  "Body Text",
  "Body Text Indent",
  "Message Header",
  "Salutation",
  "Date",
  "Body Text First Indent",
  "Body Text First Indent 2",
  "Note Heading",
  "Body Text 2",
  "Body Text 3",
  "Body Text Indent 2",
  "Body Text Indent 3",
  "Block Text",
  "Hyperlink",
  "FollowedHyperlink",
  "Document Map",
  "Plain Text",
  "E-mail Signature",
  "HTML Top of Form",
  "HTML Bottom of Form",
  "Normal (Web)",
  "HTML Acronym",
  "HTML Address",
  "HTML Cite",
  "HTML Code",
  "HTML Definition",
  "HTML Keyboard",
  "HTML Preformatted",
  "HTML Sample",
  "HTML Typewriter",
  "HTML Variable",
  "Normal Table",
  "annotation subject",
  "No List",
  "Balloon Text",
];

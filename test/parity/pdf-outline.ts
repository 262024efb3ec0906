import type { Tag } from "../support/pdf/tag-tree.ts";
import { tagsOf } from "../support/pdf/tag-tree.ts";
import type { Outline } from "./outline.ts";
import { byLanguage, plain, wordsOf } from "./outline.ts";

type Kid = Tag["children"][number];

const isTag = (kid: Kid): kid is Tag => typeof kid !== "string" && "children" in kid;
const blocks = new Set(
  "P H1 H2 H3 H4 H5 H6 H7 LI Lbl LBody TR TD TH Caption Div Sect TOCI".split(" "),
);

/** Text under an element, blocks parted by blanks; elements that `leave` names are passed over. */
function textOf(tag: Tag, leave: (tag: Tag) => boolean = () => false): string {
  return tag.children
    .map((kid) => {
      if (typeof kid === "string") return kid;
      if (!isTag(kid) || leave(kid)) return "";
      const inner = textOf(kid, leave);
      return blocks.has(kid.role) ? ` ${inner} ` : inner;
    })
    .join("");
}

/** A list whose labels count or mark; others (dates, terms) say something with their labels. */
const isMarked = (list: Tag): boolean =>
  list.role === "L" && /Disc|Decimal/.test(String(list.attributes["ListNumbering"]));

/** The outline of a PDF by its structure tree. */
export function pdfOutline(root: Tag): Outline {
  const notes = tagsOf(root, "Note");
  const marks = new Set(
    all(root, isMarked).flatMap((list) =>
      list.children.filter(isTag).flatMap((item) => tagKids(item, "Lbl")),
    ),
  );
  const leave = (tag: Tag): boolean =>
    tag.role === "Note" || tag.role === "TOC" || tag.role === "Reference" || marks.has(tag);
  const titles = new Set(all(root, () => true).flatMap(titlesOfContents));
  return {
    words: wordsOf(textOf(root, leave)),
    headings: all(root, ({ role }) => /^H\d$/.test(role)).map(
      (tag) => `${titles.has(tag) ? 0 : tag.role.slice(1)} ${plain(textOf(tag, leave))}`,
    ),
    items: items(root, 0),
    tables: tagsOf(root, "Table").map(tableOf),
    links: all(
      root,
      ({ role }) => role === "Link",
      (tag) => tag.role === "TOC" || tag.role === "Reference" || tag.role === "Lbl",
    )
      .map(linkOf)
      .filter((link) => !link.startsWith(" ->")),
    notes: notes.map((note) =>
      plain(
        textOf(
          note,
          (tag) => tag.role === "Reference" || marks.has(tag) || tagKids(note, "Lbl").includes(tag),
        ),
      ),
    ),
    captions: tagsOf(root, "Caption").map((tag) => plain(textOf(tag))),
    pictures: tagsOf(root, "Figure").flatMap(({ alternative }) => plain(alternative ?? "")),
    contents: tagsOf(root, "TOCI").map((tag) => plain(textOf(tag)).replaceAll(" ", "")),
    languages: byLanguage(spoken(root, root.language ?? "", leave)),
  };
}

/** Headings of contents: Word gives them no level, since they stand in no contents. */
function titlesOfContents(tag: Tag): readonly Tag[] {
  const kids = tag.children.filter(isTag);
  return kids.filter((kid, at) => /^H\d$/.test(kid.role) && kids[at + 1]?.role === "TOC");
}

function tagKids(tag: Tag, role: string): readonly Tag[] {
  return tag.children.filter(isTag).filter((kid) => kid.role === role);
}

function all(
  tag: Tag,
  wanted: (tag: Tag) => boolean,
  leave: (tag: Tag) => boolean = () => false,
): readonly Tag[] {
  const inner = tag.children.flatMap((kid) =>
    isTag(kid) && !leave(kid) ? all(kid, wanted, leave) : [],
  );
  return wanted(tag) ? [tag, ...inner] : inner;
}

function items(tag: Tag, depth: number): readonly string[] {
  return tag.children.flatMap((kid) => {
    if (!isTag(kid)) return [];
    if (!isMarked(kid)) return items(kid, depth);
    return kid.children.filter(isTag).flatMap((item) => {
      const label = tagKids(item, "Lbl").map((each) => plain(each.actualText ?? textOf(each)));
      const [first] = tagKids(item, "LBody").flatMap((body) => body.children);
      const text =
        first !== undefined && isTag(first) && first.role === "P"
          ? textOf(first, ({ role }) => role === "Reference")
          : "";
      return [
        `${depth + 1} ${label.join("").replace(/\.$/, "")} ${plain(text)}`.trim(),
        ...items(item, depth + 1),
      ];
    });
  });
}

function tableOf(table: Tag): readonly (readonly string[])[] {
  const rows = (tag: Tag): readonly Tag[] =>
    tag.children
      .filter(isTag)
      .flatMap((kid) =>
        kid.role === "TR" ? [kid] : /^T(Head|Body|Foot)$/.test(kid.role) ? rows(kid) : [],
      );
  return rows(table).map((row) =>
    row.children.filter(isTag).map((cell) => {
      const span = `${cell.attributes["ColSpan"] ?? 1}x${cell.attributes["RowSpan"] ?? 1}`;
      const text = plain(textOf(cell, ({ role }) => role === "Lbl" || role === "Reference"));
      return [cell.role, ...(span === "1x1" ? [] : [span]), text].join(" ").trim();
    }),
  );
}

function linkOf(tag: Tag): string {
  const found = tag.children.flatMap((kid) => (typeof kid === "string" || isTag(kid) ? [] : [kid]));
  const [first] = found;
  return `${plain(textOf(tag))} -> ${first?.url ?? "#"}`;
}

function spoken(
  tag: Tag,
  around: string,
  leave: (tag: Tag) => boolean,
  usual = around,
): readonly (readonly [string, string])[] {
  const language = tag.language ?? around;
  return tag.children.flatMap((kid): readonly (readonly [string, string])[] => {
    if (typeof kid === "string") return language === usual ? [] : [[language, kid]];
    return isTag(kid) && !leave(kid) ? spoken(kid, language, leave, usual) : [];
  });
}

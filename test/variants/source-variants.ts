/**
 * The sample source with other content: longer, with more or fewer records, with a long title. Each change is a function from
 * one source text to another that leaves the source without faults, so that a product of it can be looked at by itself.
 */
export type Change = (source: string) => string;

/** All of these changes, one after the other. */
export const combined =
  (...changes: readonly Change[]): Change =>
  (source) =>
    changes.reduce((text, change) => change(text), source);

// ----------------------------------------------------------------------------------------------------------------- lines

type Line = { readonly text: string; readonly section: string };

/** The lines of a source with the heading that each stands under; the front matter is one with the empty heading. */
function changeLines(source: string, change: (line: Line) => string | undefined): string {
  let section = "";
  let inHead = false;
  const lines: string[] = [];
  for (const [index, text] of source.split("\n").entries()) {
    if (text === "---") inHead = index === 0;
    else if (/^#+ /.test(text)) section = text.replace(/^#+ /, "").replace(/ \{.*$/, "");
    const changed = inHead || index === 0 ? text : change({ text, section });
    if (changed !== undefined) lines.push(changed);
  }
  return lines.join("\n");
}

const isRow = (text: string): boolean => text.startsWith("| ") && !text.startsWith("| ---");

// ---------------------------------------------------------------------------------------------------------- longer texts

/** As a translation is longer: about a third more words in each sentence, heading, title of an event and label. */
export const longer: Change = (source) =>
  changeLines(source, ({ text, section }) => {
    if (isRow(text)) return longerRow(text, section);
    if (text.startsWith("#")) return text.replace(/^(#+ )(.*?)( \{.*)?$/, longerHeading);
    if (text === "" || /^(:::|\||---)/.test(text)) return text;
    return text.replace(sentence, (whole, words: string, end: string) =>
      words.split(" ").length < 3 ? whole : `${words}${filling(words)}${end}`,
    );
  });

/** Up to a full stop or colon after a small letter, bracket, digit or quotation mark, at the end of which a blank or nothing is. */
const sentence = /([^{}]+?[a-zé0-9)”*])([.:])(?=\s|$)/g;

const fillers =
  "with due regard to what both countries have agreed on in the course of their meetings and in the light of the means that each of them has at hand for it".split(
    " ",
  );

/** A third of the words of a text, its markup left out. */
function filling(words: string): string {
  const plain = words
    .replace(/\]\([^)]*\)/g, "")
    .trim()
    .split(/\s+/);
  const count = Math.max(2, Math.round(plain.length * 0.5));
  return `, ${Array.from({ length: count }, (_, index) => fillers[index % fillers.length]).join(" ")}`;
}

function longerHeading(_: string, marks: string, words: string, attributes = ""): string {
  const count = Math.max(1, Math.round(words.split(" ").length * 0.4));
  const more = ["Between", "Both", "Countries", "and", "Their", "Partners"].slice(0, count);
  return `${marks}${words} ${more.join(" ")}${attributes}`;
}

function longerRow(text: string, section: string): string {
  const cells = text.split(" | ");
  const at = { "Quick facts": 0, Events: 2, Acronyms: 1 }[section.replace(/ Between.*$/, "")];
  const cell = at === undefined ? undefined : cells[at];
  if (at === undefined || cell === undefined || isHeadOrEmpty(cell)) return text;
  const [, words = cell, ending = ""] = /^(.*?)( \{.*| \|)?$/.exec(cell) ?? [];
  const more = fillers.slice(0, Math.max(1, Math.round(words.split(" ").length * 0.4))).join(" ");
  return cells.with(at, `${words} ${more}${ending}`).join(" | ");
}

const isHeadOrEmpty = (cell: string): boolean =>
  /^\|? ?(Quick fact|Event|Long form|Événement|Fait saillant|Forme complète)?( \|)?$/.test(cell);

const longTitles = {
  en: "Canada-Japan Defence Relations: Two Commitments Made in Tokyo, Five Initiatives That Go On, and What Comes Next",
  fr: "Relations Canada-Japon dans le domaine de la défense : deux engagements pris à Tokyo, cinq initiatives et les prochaines étapes",
};

/** A title of three lines or more in every product, in both languages. */
export const titleOfThreeLines: Change = (source) => {
  const language = source.includes("lang: fr") ? "fr" : "en";
  return source
    .replace(/^# .* \{#top\}$/m, `# ${longTitles[language]} {#top}`)
    .replace(
      /^( {2})(en|fr): (?:Relations|Canada-Japan) .*$/m,
      (_, indent, key: "en" | "fr") => `${indent}${key}: "${longTitles[key]}"`,
    );
};

// --------------------------------------------------------------------------------------------------------------- records

const moreInitiatives = [
  "- **Search and Rescue at Sea**—since 2008, rescue centres of both countries exchange reports of ships in distress in the North Pacific. {#sea-rescue .initiative}",
  "- **Exchange of Officers**—each year, two officers of each country study at the staff college of the other one. {#officers .initiative}",
  "- **Cyber Defence Working Group**—experts compare how they protect networks of command, and report to the 2+2 Dialogue once a year on what they have found and on what should be done next. {#cyber .initiative}",
  "- **Arctic Research**—ships of both countries share measurements of ice. {#arctic .initiative}",
];

/** Two to nine initiatives. */
export const initiatives =
  (count: number): Change =>
  (source) => {
    let seen = 0;
    return changeLines(source, ({ text }) => {
      if (!/ \.initiative[ }]/.test(text)) return text;
      seen += 1;
      if (seen > count) return undefined;
      return seen === 5 ? [text, ...moreInitiatives.slice(0, count - 5)].join("\n") : text;
    });
  };

const fewEvents = ["joint-declaration-signed", "first-2plus2", "tokyo-meeting", "next-2plus2"];

/** Three past events and the next one; what the text says of the others is no longer tied to a record. */
export const threeEvents: Change = (source) => {
  const gone = [...source.matchAll(/^\| ([a-z0-9-]+) \| \d{4}/gm)]
    .map(([, id = ""]) => id)
    .filter((id) => !fewEvents.includes(id));
  const ids = gone.join("|");
  return withoutSlide("slide-operational")(
    changeLines(source, ({ text, section }) =>
      /^(Events|Événements)/.test(section) && gone.some((id) => text.startsWith(`| ${id} |`))
        ? undefined
        : text,
    ),
  )
    .replace(new RegExp(`\\[([^\\]]*)\\]\\(fact:(?:${ids})\\.[a-z]+\\)`, "g"), "$1")
    .replace(new RegExp(` (?:since|made)=(?:${ids})(?=[ }])`, "g"), "");
};

const withoutSlide =
  (id: string): Change =>
  (source) =>
    source.replace(new RegExp(`:::slide\\{#${id} [\\s\\S]*?\\n:::\\n`), "");

const moreEvents = [
  "| staff-talks-2009 | 2009-11 | First military staff talks held | Ottawa | | |",
  "| frigate-2009 | 2009-06 | Canadian frigate visits Yokosuka | Yokosuka | CA | |",
  "| seminar-2010 | 2010-02 | Seminar on peace operations and the training of those who take part in them | Kingston | JP | |",
  "| staff-talks-2010 | 2010-06-07/2010-06-09 | Second military staff talks held | Tokyo | | |",
  "| rimpac-2010 | 2010-07 | Ships of both navies take part in the Rim of the Pacific exercise | Hawaii | | |",
  "| relief-2011 | 2011-03 | Supplies flown to Japan after the earthquake and tsunami | | CA | |",
  "| band-2011 | 2011-07-01 | Band of the Ground Self Defense Force plays | Vancouver | JP | |",
  "| staff-talks-2011 | 2011-10 | Third military staff talks held | Ottawa | | |",
  "| logistics-2011 | 2011-12-05 | Experts compare agreements on logistics support | Tokyo | | |",
  "| cadets-2012 | 2012-01-09/2012-01-20 | Officer cadets of both countries train together | Kingston | | |",
  "| air-2012 | 2012-02-02 | Air force staff talks held | Tokyo | | |",
  "| ships-2012 | 2012-03-02 | Training squadron of the Maritime Self Defense Force sets out for Canadian ports | | JP | |",
  "| report-2012 | 2012-03-20 | Joint report on cooperation presented to both deputy ministers | | | |",
];

/** Twenty-five past events, and the two planned ones. */
export const twentyFiveEvents: Change = (source) =>
  source.replace(/^\| rimpac \|/m, `${moreEvents.join("\n")}\n| rimpac |`);

/** Without the section of the quick facts. */
export const withoutQuickFacts: Change = (source) =>
  source.replace(/^### [^\n]*\{records=quick-fact\}\n[\s\S]*?(?=^### )/m, "");

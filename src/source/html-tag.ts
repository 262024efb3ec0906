/** A tag as far as we read it. */
export type Tag = {
  /** In small letters. */
  readonly name: string;
  /** `</name>`. */
  readonly closes: boolean;
  readonly values: ReadonlyMap<string, string>;
  /** It has a name without a value that HTML does not have, as in `a<b and c>d`. */
  readonly bare: boolean;
};

/** Undefined for what is no tag: a declaration, an instruction, CDATA. */
export function readTag(html: string): Tag | undefined {
  const match = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)/.exec(html);
  if (match === null) return undefined;
  const values = new Map<string, string>();
  let bare = false;
  const pattern = /\s([A-Za-z_:][\w.:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
  pattern.lastIndex = match[0].length;
  for (let found = pattern.exec(html); found !== null; found = pattern.exec(html)) {
    const name = (found[1] ?? "").toLowerCase();
    bare ||= !found[0].includes("=") && !isFlag(name);
    if (!values.has(name)) values.set(name, decode(found[2] ?? found[3] ?? found[4] ?? ""));
  }
  return { name: (match[2] ?? "").toLowerCase(), closes: match[1] === "/", values, bare };
}

/** HTML's attributes that need no value. */
function isFlag(name: string): boolean {
  const flags =
    "allowfullscreen async autofocus autoplay checked compact controls default defer disabled download hidden inert loop " +
    "multiple muted novalidate nowrap open playsinline readonly required reversed selected";
  return flags.split(" ").includes(name);
}

/** The character references that addresses and descriptions do hold. */
function decode(value: string): string {
  return value
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

let elements: ReadonlySet<string> | undefined;

/** HTML's own elements (Living Standard and what older pages use). Others, like `<name>`, are somebody's text. */
export function isElement(name: string): boolean {
  elements ??= new Set(
    (
      "a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption " +
      "center cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption " +
      "figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd " +
      "label legend li link main map mark menu meta meter nav nobr noscript object ol optgroup option output p param " +
      "picture pre progress q rp rt ruby s samp script section select small source span strike strong style sub " +
      "summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr"
    ).split(" "),
  );
  return elements.has(name);
}

/** What HTML's elements are to a document. Sets are made when the first tag is met. */
let kinds: ReadonlyMap<string, ElementKind> | undefined;

/**
 * `block` stands for a block, `inline` gives words a role, `void` is whole by itself; `plain` only arranges or is for a
 * screen, so that what it holds is printed and nothing is lost; `refused` cannot be printed, nor what it holds;
 * `odd` has a meaning that a document has no room for.
 */
export type ElementKind = "block" | "inline" | "void" | "plain" | "refused" | "odd";

const names: Readonly<Record<ElementKind, string>> = {
  block:
    "blockquote caption dd details dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary table tbody td tfoot " +
    "th thead tr ul menu address article aside body center div fieldset footer form header hgroup html legend main nav " +
    "section dir optgroup option select",
  inline:
    "abbr acronym b cite code del dfn em i ins kbd mark q s samp small span strike strong sub sup tt u var",
  void: "br img wbr input",
  plain:
    "a bdi bdo big base basefont blink col colgroup data font head label link map area meta nobr noscript output picture " +
    "rb rp rt rtc ruby search slot source time title track",
  refused:
    "applet audio canvas embed frame frameset iframe math noembed noframes object param script style svg template video",
  odd: "button datalist dialog keygen marquee meter progress textarea",
};

/** Undefined for what is no element of HTML (Living Standard and what older pages use): `<name>` is somebody's text. */
export function elementKind(name: string): ElementKind | undefined {
  kinds ??= new Map(
    Object.entries(names).flatMap(([kind, list]) =>
      list.split(" ").map((element) => [element, kind as ElementKind] as const),
    ),
  );
  return kinds.get(name);
}

/** Elements that have no closing tag. */
export function isVoid(name: string): boolean {
  return /^(?:area|base|basefont|br|col|embed|frame|hr|img|input|keygen|link|meta|param|source|track|wbr)$/.test(
    name,
  );
}

/** Elements whose text is no Markdown, and which are read to their closing tag, over blank lines too. */
export function isVerbatim(name: string): boolean {
  return /^(?:pre|script|style|textarea|svg|math|iframe|noembed|noframes)$/.test(name);
}

/** A small reader of XML without entities of its own: enough to read what we wrote with other eyes than the writer's. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Character data directly within. */
  readonly text: string;
};

type Open = {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
};

export function parseXml(xml: string): XmlElement {
  const root: Open = { name: "", attributes: {}, children: [], text: "" };
  const open: Open[] = [root];
  for (const [token] of xml.matchAll(/<[^>]*>|[^<]+/g)) {
    const top = open.at(-1) ?? root;
    if (!token.startsWith("<")) top.text += decode(token);
    else if (token.startsWith("</")) {
      if (token.slice(2, -1).trim() !== top.name) throw new Error(`${token} closes ${top.name}`);
      open.pop();
    } else if (!token.startsWith("<?")) {
      const element = start(token);
      top.children.push(element);
      if (!token.endsWith("/>")) open.push(element);
    }
  }
  const [only] = root.children;
  if (only === undefined || open.length > 1) throw new Error("Not one closed element.");
  return only;
}

function start(token: string): Open {
  const name = /^<([^\s/>]+)/.exec(token)?.[1] ?? "";
  const attributes: Record<string, string> = {};
  for (const [, key = "", value = ""] of token.matchAll(/\s([^\s=]+)="([^"]*)"/g))
    attributes[key] = decode(value);
  return { name, attributes, children: [], text: "" };
}

function decode(text: string): string {
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith("#x")) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)));
    return { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }[name] ?? whole;
  });
}

/** All elements of this name within, in order. */
export function all(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...all(child, name),
  ]);
}

/** `w:val` of the first such element within. */
export function attributeOf(element: XmlElement, name: string): string | undefined {
  return all(element, name)[0]?.attributes["w:val"];
}

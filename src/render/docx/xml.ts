import { escapeXml } from "../../ooxml/index.ts";

export type XmlAttributes = Readonly<Record<string, string | number | undefined>>;

/** An element as text; undefined attributes are left out. */
export function tag(
  name: string,
  attributes: XmlAttributes = {},
  ...content: readonly string[]
): string {
  let start = `<${name}`;
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined) start += ` ${key}="${escapeXml(String(value))}"`;
  return content.length === 0 ? `${start}/>` : `${start}>${content.join("")}</${name}>`;
}

/** `<w:name w:val="value"/>` */
export function val(name: string, value: string | number): string {
  return tag(name, { "w:val": value });
}

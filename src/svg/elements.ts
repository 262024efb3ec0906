import { SaxesParser } from "saxes";

/** An element of XML; text is left out. */
export type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
};

/** Reads XML that a program wrote; undefined when it is not well-formed. */
export function readElements(xml: string): Element | undefined {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const around: Element = { name: "", attributes: {}, children: [] };
  const open: Element[] = [around];
  let failed = false;
  parser.on("error", () => {
    failed = true;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  return failed ? undefined : around.children[0];
}

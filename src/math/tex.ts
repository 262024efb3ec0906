import { liteAdaptor } from "mathjax-full/js/adaptors/liteAdaptor.js";
import type { MmlNode } from "mathjax-full/js/core/MmlTree/MmlNode.js";
import { RegisterHTMLHandler } from "mathjax-full/js/handlers/html.js";
import { TeX } from "mathjax-full/js/input/tex.js";
import { mathjax } from "mathjax-full/js/mathjax.js";
import { SVG } from "mathjax-full/js/output/svg.js";
import "mathjax-full/js/input/tex/base/BaseConfiguration.js";
import "mathjax-full/js/input/tex/ams/AmsConfiguration.js";
import "mathjax-full/js/input/tex/newcommand/NewcommandConfiguration.js";
import "mathjax-full/js/input/tex/boldsymbol/BoldsymbolConfiguration.js";
import "mathjax-full/js/input/tex/braket/BraketConfiguration.js";
import "mathjax-full/js/input/tex/cancel/CancelConfiguration.js";
import "mathjax-full/js/input/tex/mhchem/MhchemConfiguration.js";
import "mathjax-full/js/input/tex/textmacros/TextMacrosConfiguration.js";
import type { MathNode } from "../document/index.ts";

/** What changes only how TeX is read, and nothing that reaches outside: no links, files, colours or ids. */
const packages = [
  "base",
  "ams",
  "newcommand",
  "boldsymbol",
  "braket",
  "cancel",
  "mhchem",
  "textmacros",
];

export type Typeset = { readonly svg: string; readonly math: MathNode };

/** Sets formulas of one document, whose macros hold from where they are defined on. A text says what is wrong with one. */
export function openTex(): (tex: string, display: boolean) => Typeset | string {
  const adaptor = liteAdaptor();
  const handler = RegisterHTMLHandler(adaptor);
  const input = new TeX({
    packages,
    formatError: (_: unknown, error: Error) => {
      throw error;
    },
    maxMacros: 1000,
    maxBuffer: 10 * 1024,
  });
  const output = new SVG({ fontCache: "none", mtextInheritFont: false });
  const document = mathjax.document("", { InputJax: input, OutputJax: output });
  mathjax.handlers.unregister(handler);
  return (tex, display) => {
    try {
      const options = { display, em: 16, ex: 8, containerWidth: 1e6 };
      const root = document.convert(tex, { ...options, end: compiled }) as MmlNode;
      const node = document.convert(tex, options);
      const svg = adaptor.tags(node, "svg")[0];
      if (svg === undefined) return "nothing is in it";
      return { svg: adaptor.outerHTML(svg), math: plain(root) };
    } catch (error) {
      return messageOf(error);
    }
  };
}

/** MathJax's state of a formula that is read and not yet set. */
const compiled = 20;

/** MathJax's tree as plain data. */
function plain(node: MmlNode): MathNode {
  const children = (node.childNodes ?? []).flatMap((child) => {
    if (child === null || child === undefined) return [];
    return [plain(child as MmlNode)];
  });
  if (node.kind === "text") {
    return {
      name: "text",
      text: (node as unknown as { getText: () => string }).getText(),
      attributes: {},
      children: [],
    };
  }
  const attributes: Record<string, string> = {};
  const own = node.attributes?.getAllAttributes() ?? {};
  for (const name of Object.keys(own)) attributes[name] = String(own[name]);
  const { texClass } = node as { texClass?: number | null };
  if (texClass === 4) attributes["class"] = "open";
  else if (texClass === 5) attributes["class"] = "close";
  else if (texClass === 7) attributes["class"] = "inner";
  return { name: node.kind, attributes, children };
}

/** What MathJax throws for a fault of TeX is no Error, and has a message all the same; an Error is a fault of its own, as for a character that it does not know. */
function messageOf(error: unknown): string {
  if (error instanceof TypeError || error instanceof RangeError) return "it is not read as TeX";
  const hasMessage = typeof error === "object" && error !== null && "message" in error;
  return hasMessage ? String(error.message) : String(error);
}

import type { Block, DocumentTree, Section } from "../../document/index.ts";
import { textOf, textsOfBlocks } from "../../document/index.ts";
import type { Setting } from "./contexts.ts";
import { hasSlides } from "./parts.ts";

/** Warns when there are more pages (or slides) than the theme thinks good, and names what could move to an annex. */
export function checkBudget(pages: readonly { readonly annex: boolean }[], setting: Setting): void {
  const { budget } = setting.theme;
  if (budget === undefined) return;
  const counted = pages.filter((page) => budget.annexesCount || !page.annex).length;
  if (counted <= budget.pages) return;
  const longest = longestSections(setting.document).map((name) => `"${name}"`);
  const one = hasSlides(setting.document) ? "slide" : "page";
  const unit = counted === 1 ? one : `${one}s`;
  setting.report({
    rule: "length-within-budget",
    severity: "warning",
    message: `The document has ${counted} ${unit}, more than the ${budget.pages} that "${setting.theme.product}" allows.`,
    hints:
      longest.length === 0
        ? ["Shorten it."]
        : [`The longest sections, which could move to an annex, are: ${longest.join(", ")}.`],
  });
}

function longestSections(document: DocumentTree): readonly string[] {
  const found: { readonly name: string; readonly length: number }[] = [];
  const gather = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.kind === "group") gather(block.children);
      if (block.kind === "section" && block.newPage !== true) found.push(measured(block));
      if (block.kind === "slide" && !block.annex) {
        const length = textsOfBlocks(block.children).join(" ").length;
        found.push({ name: textOf(block.heading.children), length });
      }
    }
  };
  gather(document.content);
  return [...found]
    .sort((one, other) => other.length - one.length)
    .slice(0, 3)
    .map(({ name }) => name);
}

const measured = (section: Section): { readonly name: string; readonly length: number } => ({
  name: textOf(section.heading.children),
  length: textsOfBlocks(section.children).join(" ").length,
});

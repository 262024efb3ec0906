import type { PageRule, Theme } from "../../../theme/index.ts";
import type { RunningLine } from "../running-lines.ts";
import { footerLines, headerLines } from "../running-lines.ts";
import type { ParagraphStyle } from "./style.ts";

type Borders = ParagraphStyle["borders"];

/** A style a line of the header or footer, since each has tab stops of its own. Rules of the page are borders of these lines. */
export function runningStyles(theme: Theme): readonly ParagraphStyle[] {
  const style = (
    line: RunningLine,
    id: string,
    name: string,
    borders: Borders,
  ): ParagraphStyle => ({
    id,
    name,
    basedOn: "Normal",
    role: line.role,
    indent: { left: 0 },
    tabs: line.tabs,
    ...(borders === undefined ? {} : { borders }),
  });
  const headers = headerLines(theme);
  const footers = footerLines(theme);
  const plain: RunningLine = { role: "foot", tabs: [], frames: [] };
  const header = headers[0] ?? plain;
  return [
    style(header, "Header", "header", below(headers, "later", theme)),
    style(header, "HeaderFirst", "Header First Page", below(headers, "first", theme)),
    ...footers.map((line, index) =>
      style(
        line,
        index === 0 ? "Footer" : `Footer${index + 1}`,
        index === 0 ? "footer" : `Footer Line ${index + 1}`,
        index === 0 ? above(line, theme) : undefined,
      ),
    ),
    ...(footers.length === 0 ? [style(plain, "Footer", "footer", undefined)] : []),
  ];
}

/** The rule below the header. */
function below(lines: readonly RunningLine[], pages: "first" | "later", theme: Theme): Borders {
  const rule = theme.pageRules.find((each) => isOn(each, pages) && each.y < theme.page.height / 2);
  const top = topOf(lines[0], theme);
  if (rule === undefined || top === undefined) return undefined;
  const bottom = lines.reduce((y, { role }) => y + leadingOf(role, theme), top);
  return [{ side: "bottom", rule: rule.rule, space: Math.max(0, rule.y - bottom) }];
}

/** The rule above the first line of the footer. */
function above(line: RunningLine, theme: Theme): Borders {
  const rule = theme.pageRules.find(
    (each) => isOn(each, "later") && each.y >= theme.page.height / 2,
  );
  const top = topOf(line, theme);
  if (rule === undefined || top === undefined) return undefined;
  return [{ side: "top", rule: rule.rule, space: Math.max(0, top - rule.y) }];
}

const isOn = (rule: PageRule, pages: "first" | "later"): boolean =>
  rule.pages === "all" || rule.pages === pages;

const topOf = (line: RunningLine | undefined, theme: Theme): number | undefined =>
  theme.frames[line?.frames[0] ?? ""]?.y;

const leadingOf = (role: string, theme: Theme): number =>
  (theme.styles[role] ?? theme.styles["body"])?.leading ?? 0;

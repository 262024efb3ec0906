import type { QuickFacts, Timeline } from "../../../document/index.ts";
import type { Points } from "../../../theme/index.ts";
import type { DocxContext } from "../context.ts";
import type { FileChild } from "../element.ts";
import { element } from "../element.ts";
import { runs } from "../inline.ts";
import { paragraph } from "../paragraph.ts";
import { textWidth } from "../styles/measures.ts";
import { sideFactStyles } from "../styles/side-styles.ts";
import { tabRun } from "../text.ts";
import type { Place } from "./place.ts";
import { styleIn } from "./place.ts";
import { cell, row, tableOf } from "./table-parts.ts";

/** Labels head the rows of a tinted table under its heading: rules between the rows are those of the table's style. */
export function quickFacts(
  node: QuickFacts,
  context: DocxContext,
  place: Place,
): readonly FileChild[] {
  const full = place.width ?? textWidth(context.theme);
  const widths = [full * labelShare, full * (1 - labelShare)];
  const rows = node.facts.map((fact) =>
    row({}, [
      cell({ width: widths[0] ?? 0 }, [
        paragraph("QuickFact", runs(fact.label, context), context, { node: fact.id }),
      ]),
      cell({ width: widths[1] ?? 0 }, [
        paragraph("QuickFact", runs(fact.value, context, "FactValue"), context),
      ]),
    ]),
  );
  return [
    paragraph("QuickFactsHeading", runs(node.heading.children, context), context, {
      node: node.id,
    }),
    ...(rows.length === 0
      ? []
      : [
          tableOf(
            "DossierFacts",
            widths,
            { firstRow: false, firstColumn: true, rightToLeft: context.isRightToLeft },
            rows,
          ),
        ]),
  ];
}

const labelShare = 0.62;

/** Quick facts in a frame in the label column, as in the PDF: paragraphs, since a table would not stand in a frame. */
export function sideFacts(
  node: QuickFacts,
  top: Points,
  context: DocxContext,
): readonly FileChild[] {
  const styles = sideFactStyles(context.theme, top);
  const heading = context.use(styles.heading);
  const fact = context.use(styles.fact);
  return [
    paragraph(heading, runs(node.heading.children, context), context, { node: node.id }),
    ...node.facts.map(({ id, label, value }) =>
      paragraph(
        fact,
        [
          ...runs(label, context),
          element("w:r", undefined, element("w:br")),
          ...runs(value, context, "SideFactValue"),
        ],
        context,
        { node: id },
      ),
    ),
  ];
}

/** The date hangs before its entry; on a slide, where columns are narrow, it stands above. */
export function timeline(node: Timeline, context: DocxContext, place: Place): readonly FileChild[] {
  const parted =
    context.theme.slides === undefined ? tabRun() : element("w:r", undefined, element("w:br"));
  const style = styleIn(place, place.slide?.timeline ?? "Timeline", context);
  return node.entries.map((entry) =>
    paragraph(
      style,
      [...runs(entry.date, context, "TimelineDate"), parted, ...runs(entry.children, context)],
      context,
      { node: entry.id },
    ),
  );
}

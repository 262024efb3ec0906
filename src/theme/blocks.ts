import type { Reader } from "../settings/index.ts";
import type { House } from "./brand.ts";
import { padding } from "./frames.ts";
import type { BlockThemes } from "./theme.ts";

/** Measures of the blocks: the product's, or else the brand's. */
export function resolveBlocks(blocks: Reader, brand: Reader, house: House): BlockThemes {
  const either = (key: string): Reader => (blocks.has(key) ? blocks.map(key) : brand.map(key));
  const box = either("box");
  const callout = either("callout");
  const bullet = either("bullet");
  const decision = blocks.map("decision");
  const masthead = blocks.map("masthead");
  const contents = blocks.map("table-of-contents");
  const contentStyles = contents.texts("styles");
  for (const key of ["box", "callout", "bullet"]) brand.skip(key);
  return {
    box: {
      fill: house.colour(box, "fill", "tint"),
      ruleTop: box.text("rule-top", "box-top"),
      padding: padding(box, [8, 12, 12, 12]),
    },
    callout: {
      fill: house.colour(callout, "fill", "tint"),
      ruleTop: callout.text("rule-top", "note-top"),
      padding: padding(callout, [7, 12, 8, 12]),
    },
    bullet: { size: bullet.number("size", 0.33), hang: bullet.number("hang", 12) },
    table: resolveTable(blocks.map("table"), house),
    keyValues: resolveKeyValues(blocks.map("key-values")),
    quickFacts: resolveQuickFacts(blocks.map("quick-facts")),
    timeline: resolveTimeline(blocks.map("timeline"), house),
    decision: resolveDecision(decision),
    masthead: {
      style: masthead.text("style", "masthead-text"),
      firstStyle: masthead.text("first-style", "masthead"),
      kindStyle: masthead.text("kind-style", "kind"),
      x: masthead.numbers("x", [72, 240, 400]),
    },
    sideHeadingLevel: blocks.number("side-heading-level", 0),
    tableOfContents: {
      styles: contentStyles.length > 0 ? contentStyles : ["toc-1", "toc-2"],
      rule: contents.text("rule", "hair"),
      strip: contents.text("strip", "main"),
      headingStrip: contents.text("heading-strip", "label"),
    },
  };
}

function resolveTable(table: Reader, house: House): BlockThemes["table"] {
  return {
    text: table.text("text", "table-text"),
    head: table.text("head", "table-head"),
    rowHead: table.text("row-head", "table-head"),
    headBelow: table.text("head-below", "section"),
    between: table.text("between", "hair"),
    foot: table.text("foot", "section"),
    padding: padding(table, [3, 12, 3, 0]),
    ...(table.has("stripe") ? { stripe: house.colour(table, "stripe", "tint") } : {}),
    ...(table.has("above") ? { above: table.text("above") } : {}),
    ...(table.has("first-width") ? { firstWidth: table.number("first-width") } : {}),
  };
}

function resolveKeyValues(keyValues: Reader): BlockThemes["keyValues"] {
  return {
    label: keyValues.text("label", "routing-label"),
    value: keyValues.text("value", "routing-value"),
    labelWidth: keyValues.number("label-width", 96),
    rowPadding: keyValues.number("row-padding", 1.5),
    between: keyValues.text("between", "hair"),
    aboveAndBelow: keyValues.text("above-and-below", "section"),
  };
}

function resolveQuickFacts(facts: Reader): BlockThemes["quickFacts"] {
  return {
    columns: facts.number("columns", 1),
    heading: facts.text("heading", "facts-head"),
    label: facts.text("label", "fact-label"),
    value: facts.text("value", "fact-value"),
    gap: facts.number("gap", 5),
  };
}

function resolveTimeline(timeline: Reader, house: House): BlockThemes["timeline"] {
  const dot = timeline.map("dot");
  const line = timeline.map("line");
  return {
    date: timeline.text("date", "timeline-date"),
    text: timeline.text("text", "timeline-text"),
    after: timeline.number("after", 4),
    dot: {
      diameter: dot.number("diameter", 5),
      x: dot.number("x", 0),
      colour: house.colour(dot, "colour", "accent"),
    },
    line: {
      x: line.number("x", 0),
      width: line.number("width", 0.5),
      colour: house.colour(line, "colour", "muted"),
    },
    dateStrip: timeline.text("date-strip", "label"),
    textStrip: timeline.text("text-strip", "main"),
  };
}

function resolveDecision(decision: Reader): BlockThemes["decision"] {
  const choice = decision.map("choice");
  const signature = decision.map("signature");
  return {
    choice: {
      box: choice.number("box", 10),
      line: choice.number("line", 1),
      gap: choice.number("gap", 6),
      step: choice.number("step", 112),
    },
    signature: {
      label: signature.text("label", "signature"),
      labelWidth: signature.number("label-width", 84),
      line: signature.number("line", 0.75),
      lineWidth: signature.number("line-width", 252),
    },
  };
}

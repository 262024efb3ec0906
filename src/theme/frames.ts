import type { Reader } from "../settings/index.ts";
import type { Rectangle } from "./measures.ts";
import type { Master, Padding, PageRule, PageSetup, RunningFrame, Strip } from "./theme.ts";

export function resolvePage(page: Reader): PageSetup {
  const margins = page.map("margins");
  return {
    width: page.number("width", 612),
    height: page.number("height", 792),
    margins: {
      left: margins.number("left", 72),
      right: margins.number("right", 72),
      top: margins.number("top", 72),
      bottom: margins.number("bottom", 72),
    },
    baseline: page.number("baseline", 14),
    ...(page.flag("grid", false) ? { grid: true as const } : {}),
    ...(page.has("binding") ? { binding: page.number("binding") } : {}),
  };
}

export function resolveStrips(strips: Reader): Readonly<Record<string, Strip>> {
  return Object.fromEntries(
    strips
      .keys()
      .map((key) => [
        key,
        { x: strips.map(key).number("x"), width: strips.map(key).number("width") },
      ]),
  );
}

export function resolveMaster(master: Reader): Master {
  const opening = master.map("opening");
  const side = master.map("side");
  const regions = master
    .maps("regions")
    .map((region) => ({ ...rectangle(region), column: region.flag("column", false) }));
  return {
    regions,
    balance: master.flag("balance", false),
    ...(master.has("opening")
      ? {
          opening: {
            x: opening.number("x"),
            y: opening.number("y"),
            width: opening.number("width"),
            gap: opening.number("gap", 0),
          },
        }
      : {}),
    ...(master.has("side") ? { side: resolveSide(side) } : {}),
    ...(master.has("strips") ? { strips: resolveStrips(master.map("strips")) } : {}),
  };
}

function resolveSide(side: Reader): NonNullable<Master["side"]> {
  // A profile that moves the box to a region leaves the measures of the frame behind.
  for (const key of ["x", "y", "width", "region"]) side.skip(key);
  return side.oneOf("kind", ["frame", "region-top"], "frame") === "frame"
    ? { kind: "frame", x: side.number("x"), y: side.number("y"), width: side.number("width") }
    : { kind: "region-top", region: side.number("region", 0) };
}

export function resolveFrames(frames: Reader): Readonly<Record<string, RunningFrame>> {
  return Object.fromEntries(
    frames.keys().map((key): [string, RunningFrame] => {
      const frame = frames.map(key);
      return [
        key,
        {
          ...rectangle(frame),
          style: frame.text("style", "running"),
          align: frame.oneOf("align", ["left", "centre", "right"], "left"),
          kind: frame.oneOf("kind", ["header", "footer"], "header"),
          shorten: frame.flag("shorten", false),
        },
      ];
    }),
  );
}

export function resolvePageRules(rules: readonly Reader[]): readonly PageRule[] {
  return rules.map((rule) => ({
    pages: rule.oneOf("pages", ["first", "later", "all"], "all"),
    x: rule.number("x"),
    y: rule.number("y"),
    width: rule.number("width"),
    rule: rule.text("rule", "hair"),
  }));
}

export function rectangle(reader: Reader): Rectangle {
  return {
    x: reader.number("x"),
    y: reader.number("y"),
    width: reader.number("width"),
    height: reader.number("height"),
  };
}

/** `[top, right, bottom, left]`, as in CSS. */
export function padding(reader: Reader, usual: readonly number[]): Padding {
  const [top = 0, right = 0, bottom = 0, left = 0] = reader.numbers("padding", usual);
  return { top, right, bottom, left };
}

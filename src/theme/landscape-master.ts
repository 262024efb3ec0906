import type { Report } from "../diagnostics/index.ts";
import type { Reader } from "../settings/index.ts";
import { rectangle } from "./frames.ts";
import { landscapeOf } from "./landscape.ts";
import type { Rectangle } from "./measures.ts";
import type { LandscapeMaster, PageSetup, RunningFrame, Theme } from "./theme.ts";

type Frames = Readonly<Record<string, RunningFrame>>;

/** `masters: landscape:` of theme.yaml. */
export function resolveLandscape(
  master: Reader,
  { width, height }: PageSetup,
  frames: Frames,
): LandscapeMaster {
  const regions = master
    .maps("regions")
    .map((region) => ({ ...rectangle(region), column: region.flag("column", false) }));
  return {
    margins: marginsIn(master.map("margins"), { width: height, height: width }),
    ...(regions.length > 0 ? { regions } : {}),
    balance: master.flag("balance", false),
    frames: framesIn(master.map("frames"), frames),
  };
}

/** Tells what reaches beyond pages in landscape, since nobody would see it, and regions without room. */
export function checkLandscape(theme: Theme, master: Reader, report: Report): void {
  const { page, masters, frames } = landscapeOf(theme);
  const tell = (message: string, { place }: Reader): void =>
    report({
      ...{ rule: "settings-are-known", severity: "error", message, place },
      hints: [`A page in landscape is ${page.width} points wide and ${page.height} high.`],
    });
  const readers = master.maps("regions");
  for (const [index, region] of masters.later.regions.entries()) {
    const hasRoom = region.width >= leastRoom && region.height >= leastRoom;
    if (hasRoom && isOn(region, page)) continue;
    const reader = readers[index];
    if (reader === undefined)
      tell("The margins of pages in landscape leave no room for text.", master.map("margins"));
    else tell("A region of pages in landscape is too small, or not on the page.", reader);
  }
  const named = master.map("frames");
  for (const name of Object.keys(theme.masters.landscape?.frames ?? {})) {
    const frame = frames[name];
    if (frame !== undefined && !isOn(frame, page))
      tell(`The frame "${name}" is not on pages in landscape.`, named.map(name));
  }
}

/** An inch, points: less holds no text. */
const leastRoom = 72;

function isOn({ x, y, width, height }: Rectangle, page: Omit<Rectangle, "x" | "y">): boolean {
  const isForward = width >= 0 && height >= 0;
  return isForward && x >= 0 && y >= 0 && x + width <= page.width && y + height <= page.height;
}

function marginsIn(
  margins: Reader,
  { width, height }: Omit<Rectangle, "x" | "y">,
): LandscapeMaster["margins"] {
  const sides = { left: width, right: width, top: height, bottom: height };
  const given = Object.entries(sides).filter(([side]) => margins.has(side));
  return Object.fromEntries(
    given.map(([side, most]) => [side, margins.number(side, 0, [0, most])]),
  );
}

/** Only what is given; the rest follows from the frame of the same name. */
function framesIn(reader: Reader, known: Frames): LandscapeMaster["frames"] {
  const names = Object.keys(known).filter((name) => reader.has(name));
  // All are known, so that a misspelt one is told with its neighbours.
  for (const name of Object.keys(known)) reader.skip(name);
  return Object.fromEntries(
    names.map((name) => {
      const frame = reader.map(name);
      const measures = (["x", "y", "width", "height"] as const).filter((key) => frame.has(key));
      const { style, align, shorten } = known[name] as RunningFrame;
      const given: Partial<RunningFrame> = {
        ...Object.fromEntries(measures.map((key) => [key, frame.number(key)])),
        ...(frame.has("style") ? { style: frame.text("style", style) } : {}),
        ...(frame.has("align")
          ? { align: frame.oneOf("align", ["left", "centre", "right"], align) }
          : {}),
        ...(frame.has("shorten") ? { shorten: frame.flag("shorten", shorten) } : {}),
      };
      return [name, given];
    }),
  );
}

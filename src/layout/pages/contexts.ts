import type { Report } from "../../diagnostics/index.ts";
import type { DocumentTree, NodeId } from "../../document/index.ts";
import type { Master, Points, Strip, Theme } from "../../theme/index.ts";
import type { Assets } from "../assets.ts";
import { flowSequence } from "../blocks/index.ts";
import type { FlowContext } from "../flow.ts";
import type { Watched } from "../memo/index.ts";
import { directionOfLanguage } from "../text/index.ts";

export type Setting = {
  readonly document: DocumentTree;
  readonly theme: Theme;
  /** Of pages that show a slide and what is said to it; absent: slides have the whole page. */
  readonly notesTheme?: Theme;
  readonly assets: Assets;
  readonly report: Report;
  /** Page labels as far as they are known. */
  readonly pageOf?: ReadonlyMap<NodeId, string>;
  /** Document, assets, report and labels again, as what is set in the flow asks for them. */
  readonly world: Watched;
};

/** A place to set flow in. `left`: where its x counts from, on the page. */
export type Stage = { readonly context: FlowContext; readonly left: Points };

/** A stage between two edges of the page, in which strips are those of the page, clipped. */
export function stageBetween(
  setting: Setting,
  left: Points,
  width: Points,
  strips: Readonly<Record<string, Strip>> | undefined,
  sideHeadings: boolean,
): Stage {
  const { theme } = setting;
  const whole: Strip = { x: 0, width };
  const known = new Map<string, Strip>();
  const strip = (name: string): Strip => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const wanted = own(strips, name) ?? own(theme.strips, name) ?? own(theme.strips, "main");
    const found = wanted === undefined ? whole : clipped(wanted, left, width);
    known.set(name, found);
    return found;
  };
  return { context: contextWith(setting, width, strip, sideHeadings), left };
}

const own = (
  strips: Readonly<Record<string, Strip>> | undefined,
  name: string,
): Strip | undefined =>
  strips !== undefined && Object.hasOwn(strips, name) ? strips[name] : undefined;

function clipped(strip: Strip, left: Points, width: Points): Strip {
  const x = Math.min(Math.max(0, strip.x - left), width);
  const right = Math.min(width, strip.x + strip.width - left);
  // A strip that lies outside of the region is of no use in it.
  return right - x < 1 ? { x: 0, width } : { x, width: right - x };
}

function contextWith(
  setting: Setting,
  width: Points,
  strip: (name: string) => Strip,
  sideHeadings: boolean,
): FlowContext {
  const { document, theme } = setting;
  return {
    ...worldIn(setting),
    theme,
    language: document.language,
    ...(directionOfLanguage(document.language) === "rtl" ? { mirrored: true } : {}),
    width,
    strip,
    sideHeadings,
    flow: flowSequence,
  };
}

/** What a context asks of others. */
function worldIn({
  world,
}: Setting): Pick<FlowContext, "document" | "assets" | "report" | "retold" | "textSet" | "pageOf"> {
  const { document, assets, report, retold, textSet, pageOf } = world;
  return { document, assets, report, retold, textSet, pageOf };
}

/** The same stage of another setting of the same document and theme. */
export function stageIn({ context, left }: Stage, setting: Setting): Stage {
  return { context: { ...context, ...worldIn(setting) }, left };
}

/** Where the text of a master is set. */
export function stageOf(setting: Setting, master: Master): Stage {
  const region = master.regions[0];
  if (region === undefined) {
    const { width, margins } = setting.theme.page;
    return stageBetween(setting, margins.left, width - margins.left - margins.right, {}, false);
  }
  if (region.column) {
    const width = Math.min(...master.regions.map((each) => each.width));
    const whole: Strip = { x: 0, width };
    return { context: contextWith(setting, width, () => whole, false), left: region.x };
  }
  const beside = master.side?.kind === "frame";
  const sideHeadings = setting.theme.blocks.sideHeadingLevel > 0 && !beside;
  const stage = stageBetween(setting, region.x, region.width, master.strips, sideHeadings);
  if (!beside) return stage;
  return { ...stage, context: { ...stage.context, restyle: stylesBeside(setting.theme) } };
}

/** Beside the side box the style `h2-beside`, if the theme has it, stands for `h2`; so for any other. */
function stylesBeside(theme: Theme): Readonly<Record<string, string>> {
  const ending = "-beside";
  return Object.fromEntries(
    Object.keys(theme.styles)
      .filter((name) => name.endsWith(ending))
      .map((name) => [name.slice(0, -ending.length), name]),
  );
}

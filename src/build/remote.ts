import type { Host } from "../host/index.ts";
import type { TargetResult } from "./result.ts";
import type { Session } from "./session.ts";
import type { Target } from "./target.ts";

/** Others who make documents in place of this process. */
export type Remote = {
  /** How many may be asked for at one time; at least 1. */
  readonly most: number;
  readonly make: (target: Target) => Promise<Remade>;
  readonly close: () => Promise<void>;
};

/**
 * Opened with all targets of a run, so that their files are known for what they are, and with the files and folders that have to go to
 * others although they lie outside the project, or are named in another way than what documents are made of usually is.
 */
export type OpenRemote = (targets: readonly Target[], named: readonly string[]) => Promise<Remote>;

/** What settings name: a house style that several projects share, and the fonts of all looks. */
function namedFiles(
  targets: readonly Target[],
  { project, theme }: Pick<Session, "project" | "theme">,
  host: Host,
): readonly string[] {
  const {
    templates = "templates",
    brand = `${templates}/brand.yaml`,
    wordTemplates,
  } = project ?? {};
  const word = [wordTemplates?.usual, ...(wordTemplates?.kinds.values() ?? [])];
  const looks = new Map(targets.map((target) => [`${target.product} ${target.profile}`, target]));
  const fonts = [...looks.values()].flatMap(({ product, profile }) =>
    Object.values(theme(product, profile).value?.fonts ?? {}).flatMap(({ faces }) =>
      faces.map(({ file }) => file),
    ),
  );
  const settings = [templates, brand].filter((path) => liesOutside(path, host));
  return [...new Set([...settings, ...word.flatMap((one) => one?.file ?? []), ...fonts])];
}

/** By its name, or by a link. */
function liesOutside(path: string, host: Host): boolean {
  return /^(\/|(\.\/)*\.\.(\/|$))/.test(path) || host.leadsOutside?.(path) === true;
}

/** Undefined where there is nothing to make, or nobody else to make it. */
export async function openRemote(
  open: OpenRemote | undefined,
  targets: readonly Target[],
  session: Pick<Session, "project" | "theme">,
  host: Host,
): Promise<Remote | undefined> {
  if (open === undefined || targets.length === 0) return undefined;
  return open(targets, namedFiles(targets, session, host));
}

/** What others made. What it was made of is absent where the files of here are not, or no longer, the same; then it is not kept. */
export type Remade = Pick<TargetResult, "pages" | "diagnostics" | "bytes" | "reads">;

/** Works on each item, on at most so many at one time. Rejects with the first fault. */
export async function inParallel<Item>(
  items: readonly Item[],
  most: number,
  work: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) await work(item, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, lane));
}

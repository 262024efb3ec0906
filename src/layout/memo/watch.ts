import type { Report } from "../../diagnostics/index.ts";
import type { DocumentTree, NodeId } from "../../document/index.ts";
import type { Assets, ImageAsset } from "../assets.ts";

/** What was asked while something was set, besides its own text and its place. */
export type Rests = {
  /** Page labels by node; undefined: none was known. */
  readonly labels: readonly (readonly [NodeId, string | undefined])[];
  readonly images: readonly (readonly [string, ImageAsset | undefined])[];
  /** It read other parts of the document. */
  readonly document: boolean;
  /** It had something to tell, which has to be told for each document. */
  readonly told: boolean;
};

type World = {
  readonly document: DocumentTree;
  readonly assets: Assets;
  readonly report: Report;
  readonly pageOf?: ReadonlyMap<NodeId, string>;
};

/** The same world, which hears what is asked of it. */
export type Watched = Required<World> & {
  /** Called for what is not told, since it was told before. */
  readonly retold: () => void;
  /** Called for each text that is set. */
  readonly textSet: () => void;
  /** Calls a function, gives what it asked and how many texts it set. Stretches do not nest. */
  readonly during: <Value>(make: () => Value) => Heard<Value>;
  /** Whether the answers are now what they were then. */
  readonly holds: (rests: Rests) => boolean;
  /** Whether page labels were asked for outside of such stretches. */
  readonly askedElsewhere: () => boolean;
};

type Heard<Value> = { readonly value: Value; readonly rests: Rests; readonly texts: number };

export function watched(world: World): Watched {
  const { assets, pageOf } = world;
  let labels = new Map<NodeId, string | undefined>();
  let images = new Map<string, ImageAsset | undefined>();
  let document = false;
  let told = false;
  let texts = 0;
  let inside = false;
  let elsewhere = false;
  const tell = (): void => {
    told = true;
  };
  return {
    document: heardDocument(world.document, () => {
      document = true;
    }),
    assets: {
      ...assets,
      image(source) {
        const found = assets.image(source);
        images.set(source, found);
        return found;
      },
    },
    report(diagnostic) {
      tell();
      world.report(diagnostic);
    },
    retold: tell,
    textSet() {
      texts += 1;
    },
    pageOf: heardLabels(pageOf, (node, label) => {
      labels.set(node, label);
      elsewhere ||= !inside;
    }),
    during(make) {
      if (labels.size > 0) labels = new Map();
      if (images.size > 0) images = new Map();
      document = false;
      told = false;
      texts = 0;
      inside = true;
      const value = make();
      inside = false;
      const rests = { labels: [...labels], images: [...images], document, told };
      return { value, rests, texts };
    },
    holds: (rests) =>
      rests.labels.every(([node, label]) => pageOf?.get(node) === label) &&
      rests.images.every(([source, image]) => isSame(assets.image(source), image)),
    askedElsewhere: () => elsewhere,
  };
}

function heardDocument(document: DocumentTree, hear: () => void): DocumentTree {
  const heard: Record<string, unknown> = {};
  for (const key of Object.keys(document)) {
    const get = (): unknown => {
      hear();
      return document[key as keyof DocumentTree];
    };
    Object.defineProperty(heard, key, { enumerable: true, get });
  }
  return heard as DocumentTree;
}

function heardLabels(
  labels: ReadonlyMap<NodeId, string> | undefined,
  hear: (node: NodeId, label: string | undefined) => void,
): ReadonlyMap<NodeId, string> {
  const heard = new Map(labels);
  const get = heard.get.bind(heard);
  heard.get = (node) => {
    const label = get(node);
    hear(node, label);
    return label;
  };
  return heard;
}

/** Whether two pictures take the same room. */
function isSame(one: ImageAsset | undefined, other: ImageAsset | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  const drawn = one.drawing;
  const before = other.drawing;
  return (
    one.width === other.width &&
    one.height === other.height &&
    one.density === other.density &&
    drawn?.width === before?.width &&
    drawn?.height === before?.height &&
    drawn?.depth === before?.depth
  );
}

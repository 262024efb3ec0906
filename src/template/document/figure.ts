import type { Image, Paragraph, PhrasingContent } from "mdast";
import type { Block, Caption } from "../../document/index.ts";
import type { Building, Spot } from "./building.ts";
import { imageOf } from "./images.ts";
import { running } from "./inline.ts";
import { hasClass, markUnnumbered, placed, roled, settingOf } from "./place.ts";

/** An image that stands alone in its paragraph; undefined for any other paragraph. `written`: a caption with markup. */
export function figureOf(
  building: Building,
  node: Paragraph,
  spot: Spot,
  written?: readonly PhrasingContent[],
): readonly Block[] | undefined {
  const image = onlyImage(node);
  if (image === undefined) return undefined;
  const id = building.ids.idOf(
    image.data?.attributes?.id === undefined ? node : image,
    spot.parent,
    "figure",
  );
  for (const marked of [node, image]) markUnnumbered(building, marked, id);
  const reference = imageOf(building, image, node);
  const caption = captionOf(building, node, image, id, written);
  if (reference !== undefined) {
    const fixed = hasClass(image, "here") || hasClass(node, "here");
    const figure = { kind: "figure", id, ...placed(building, image), image: reference } as const;
    const more = { ...(caption && { caption }), ...(fixed && { fixed: true as const }) };
    return [{ ...figure, ...roled(building, node), ...more }];
  }
  const alternative = running(building, [{ type: "text", value: image.alt ?? "" }], id);
  const texts = [alternative, caption?.children ?? []].filter((text) => text.length > 0);
  return texts.map((children, index) => ({
    kind: "paragraph",
    id: index === 0 ? id : building.ids.idOf(undefined, spot.parent, "p"),
    ...placed(building, image),
    children,
  }));
}

function onlyImage(node: Paragraph): Image | undefined {
  const [image, ...others] = node.children.filter(
    (child) => child.type !== "text" || child.value.trim() !== "",
  );
  return image?.type === "image" && others.length === 0 ? image : undefined;
}

/** `![alt](file.png "caption")`, or `{caption="…"}` after it. */
function captionOf(
  building: Building,
  node: Paragraph,
  image: Image,
  parent: string,
  written: readonly PhrasingContent[] | undefined,
): Caption | undefined {
  const text =
    settingOf(image, "caption") ?? settingOf(node, "caption") ?? (image.title || undefined);
  const nodes = written ?? (text === undefined ? [] : [{ type: "text", value: text } as const]);
  if (nodes.length === 0) return undefined;
  const id = building.ids.idOf(undefined, parent, "caption");
  const children = running(building, nodes, id);
  return { kind: "caption", id, ...placed(building, image), children };
}

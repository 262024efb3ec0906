import type { ImageReference } from "./inline.ts";

type Size = { readonly width: number; readonly height: number };

/**
 * How large an image stands, in the unit of its room: as its author asks, or else in its own size, and always in its own proportions
 * and no larger than its room.
 * @param own the size that its file asks for; positive
 * @param room the most that there is
 */
export function imageSize(reference: ImageReference, own: Size, room: Size): Size {
  const { share, width = Number.POSITIVE_INFINITY, height = Number.POSITIVE_INFINITY } = reference;
  const wide = share === undefined ? width : share * room.width;
  const asked = Math.min(wide / own.width, height / own.height);
  const wanted = Number.isFinite(asked) ? asked : 1;
  const scale = Math.min(wanted, room.width / own.width, room.height / own.height);
  return { width: own.width * scale, height: own.height * scale };
}

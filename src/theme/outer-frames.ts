import type { Theme } from "./theme.ts";

/** The frames of even pages that are bound: what stands at the outer edge of odd ones stands at theirs. */
export function outerFrames({ frames, page }: Theme): Theme["frames"] {
  const aligned = { left: "right", centre: "centre", right: "left" } as const;
  return Object.fromEntries(
    Object.entries(frames).map(([name, frame]) => [
      name,
      { ...frame, x: page.width - frame.x - frame.width, align: aligned[frame.align] },
    ]),
  );
}

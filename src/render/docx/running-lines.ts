import type { RunningFrame, Theme } from "../../theme/index.ts";

/** Frames of the theme that stand on one line of the header or footer, from left to right. */
export type RunningLine = {
  readonly role: string;
  readonly frames: readonly string[];
  /** Stops after the first frame, points from the left margin. */
  readonly tabs: readonly { readonly at: number; readonly align: "left" | "center" | "right" }[];
};

export function headerLines(theme: Theme): readonly RunningLine[] {
  return lines(theme, "header");
}

export function footerLines(theme: Theme): readonly RunningLine[] {
  return lines(theme, "footer");
}

function lines(theme: Theme, kind: RunningFrame["kind"]): readonly RunningLine[] {
  const frames = Object.entries(theme.frames).filter(([, frame]) => frame.kind === kind);
  const tops = [...new Set(frames.map(([, frame]) => frame.y))].sort((a, b) => a - b);
  return tops.map((top) => {
    const here = frames
      .filter(([, frame]) => frame.y === top)
      .sort(([, a], [, b]) => edge(a) - edge(b));
    return {
      role: here[0]?.[1].style ?? "foot",
      frames: here.map(([name]) => name),
      tabs: here.flatMap(([, frame], index) =>
        index === 0 && isAtMargin(frame, theme) ? [] : [stop(frame, theme)],
      ),
    };
  });
}

/** Whether a line begins with it without a stop. */
function isAtMargin({ align, x }: RunningFrame, { page }: Theme): boolean {
  return align === "left" && Math.abs(x - page.margins.left) < 1;
}

/** Where the text of a frame is aligned. */
function edge(frame: RunningFrame): number {
  if (frame.align === "left") return frame.x;
  return frame.align === "right" ? frame.x + frame.width : frame.x + frame.width / 2;
}

function stop(frame: RunningFrame, theme: Theme): RunningLine["tabs"][number] {
  const align = frame.align === "centre" ? "center" : frame.align;
  return { at: edge(frame) - theme.page.margins.left, align };
}

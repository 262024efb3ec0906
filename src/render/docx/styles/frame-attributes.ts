import { twips } from "../units.ts";
import type { SideFrame } from "./style.ts";

/** A height of 0 would be read as a place in the flow, so a frame level with its text stands a twentieth of a point lower. */
export function frameAttributes(
  { width, gap, top }: SideFrame,
  rightToLeft: boolean,
): Readonly<Record<string, string | number>> {
  return {
    "w:w": twips(width),
    "w:hSpace": twips(gap),
    "w:wrap": "around",
    "w:vAnchor": top === undefined ? "text" : "margin",
    "w:hAnchor": "margin",
    "w:xAlign": rightToLeft ? "right" : "left",
    "w:y": Math.max(1, twips(top ?? 0)),
  };
}

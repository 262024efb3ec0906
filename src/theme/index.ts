/** Brand, theme file and profile become points, colours and faces. */

export { landscapeOf } from "./landscape.ts";
export type { Points, Rectangle } from "./measures.ts";
export { outerFrames } from "./outer-frames.ts";
export { profilesOf, resolveTheme, type ThemeRequest } from "./resolve.ts";
export type { NotesPages, SlideLayout, SlideTheme } from "./slide-theme.ts";
export type {
  BlockThemes,
  BreakPolicy,
  Colour,
  Face,
  FaceKey,
  FontFamily,
  Master,
  Padding,
  PageRule,
  PageSetup,
  RuleStyle,
  RunningFrame,
  Strip,
  TextStyle,
  Theme,
  WordTheme,
} from "./theme.ts";

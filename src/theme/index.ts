/** Brand, theme file and profile become points, colours and faces. */
export { profilesOf, resolveTheme, type ThemeRequest } from "./resolve.ts";
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
  Points,
  Rectangle,
  RuleStyle,
  RunningFrame,
  SlideLayout,
  SlideTheme,
  Strip,
  TextStyle,
  Theme,
  WordTheme,
} from "./theme.ts";

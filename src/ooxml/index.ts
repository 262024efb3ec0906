// Word files of any maker: opened within limits, read with the place of each element, changed by cutting and pasting, packed again.
export { contrast } from "./contrast.ts";
export {
  dropAttribute,
  type Edit,
  edited,
  escapeXml,
  insertAt,
  putAttribute,
  replaceElement,
  setAttribute,
} from "./edit.ts";
export { tellingFaults, WordFileFault } from "./fault.ts";
export { type PackMemo, packZip } from "./pack.ts";
export { type Relation, relationsPath, targetFrom } from "./relations.ts";
export {
  type Look,
  type Property,
  readStyleSheet,
  type StyleSheet,
  type StyleType,
  type WordStyle,
} from "./style-sheet.ts";
export { readThemeColours, themeColourOf } from "./theme-colours.ts";
export { childOf, childrenOf, descendants, eachWithin, flagOf, valOf } from "./walk.ts";
export { openWordFile, type WordFile } from "./word-file.ts";
export { parseXml, type XmlElement, type XmlPart } from "./xml.ts";

/** The output-neutral document: its kinds, how to walk them, what must hold. */

export { annexIds } from "./annexes.ts";
export type {
  Alignment,
  Block,
  Callout,
  Caption,
  Card,
  Cards,
  CodeBlock,
  Column,
  Columns,
  Decision,
  DecisionField,
  DecisionRow,
  DefinitionEntry,
  DefinitionList,
  Divider,
  Figure,
  Group,
  Heading,
  KeyValue,
  KeyValues,
  List,
  ListItem,
  ListOfCaptions,
  Masthead,
  PageBreak,
  Paragraph,
  QuickFact,
  QuickFacts,
  Quote,
  Section,
  Slide,
  SlideOverflow,
  Table,
  TableCell,
  TableColumn,
  TableOfContents,
  TableRow,
  Timeline,
  TimelineEntry,
  Title,
} from "./blocks.ts";
export type { CaptionedBlock } from "./captions.ts";
export { captionsOf } from "./captions.ts";
export type { CodeRole, CodeToken } from "./code.ts";
export type {
  DocumentTree,
  Metadata,
  Note,
  PageFacts,
  PageNumbers,
  Running,
  TableColumns,
} from "./document.ts";
export type { Clip, Drawing, Fill, Shape, Stroke } from "./drawing.ts";
export { imageSize } from "./image-size.ts";
export type {
  CurrentSection,
  Emphasis,
  Enumerator,
  Formula,
  ImageReference,
  Inline,
  InlineCode,
  InlineImage,
  Language,
  LineBreak,
  Link,
  LinkTarget,
  MathNode,
  NodeId,
  NoteReference,
  PageCount,
  PageNumber,
  Placeholder,
  Reference,
  Series,
  Span,
  Strikethrough,
  Strong,
  Text,
} from "./inline.ts";
export { holdsId, holdsKind, isBlock, kindSet } from "./kinds-in.ts";
export { letterOf } from "./letter-of.ts";
export type { AnyNode } from "./map-nodes.ts";
export { isCodeBlock, isFormula, mapNodes, someNode, visitNodes } from "./map-nodes.ts";
export type { Fits } from "./parted.ts";
export { continuedTable, isContinuedTable, mostThatFit, partedWhere } from "./parted.ts";
export type { Part } from "./parts.ts";
export { partsOf } from "./parts.ts";
export { programVersion } from "./program-version.ts";
export { checkDocument } from "./rules/index.ts";
export { isSameContent, isSameNode } from "./same-content.ts";
export type { PlacedCell } from "./table-grid.ts";
export { gridColumns, placedCells, rowsFrom } from "./table-grid.ts";
export { textOf, textsOf, textsOfBlocks } from "./text-of.ts";
export { joined, trimmed } from "./trimmed.ts";
export type { BlockVisitor, InlineVisitor } from "./visit.ts";
export { visitBlock, visitInline } from "./visit.ts";

export type {
  Attributes,
  Blocks,
  Container,
  DefinitionDescription,
  DefinitionList,
  DefinitionTerm,
  Phrasing,
  PhrasingContent,
  Root,
  RootContent,
  Source,
} from "./tree.ts";

/**
 * The library: what the command `dossier` does, for programs. A build reads and writes through a `Host` alone; faults of
 * sources, templates and settings come back as diagnostics.
 */
export {
  type BuildOptions,
  type BuildRequest,
  type BuildResult,
  build,
  check,
  type Format,
  type Target,
  type TargetResult,
} from "./build/index.ts";
export {
  type Diagnostic,
  explain,
  formatPretty,
  type Outcome,
  type Place,
  type Severity,
} from "./diagnostics/index.ts";
export type { DocumentTree } from "./document/index.ts";
export {
  type Host,
  type MemoryHost,
  type MemoryHostOptions,
  memoryHost,
  type NodeHostOptions,
  nodeHost,
} from "./host/index.ts";
export type { LayoutTrace } from "./layout/index.ts";

// Build: plans the targets of a request and takes each the whole way from source to file.
export { attachments } from "../settings/index.ts";
export { type BeginOptions, type Begun, begin } from "./begin.ts";
export { type BuildOptions, build, check, foresee } from "./build.ts";
export { type Foreseen, foreseeTarget } from "./foresee.ts";
export { inputsOf, overInput } from "./inputs.ts";
export type { BuildRequest } from "./plan.ts";
export { inParallel, type OpenRemote, openRemote, type Remade, type Remote } from "./remote.ts";
export type { BuildResult, TargetResult } from "./result.ts";
export { identityFor, runTarget } from "./run-target.ts";
export { type Format, formats, type Target } from "./target.ts";
export { writeTarget } from "./write-target.ts";

import { join } from "node:path";
import { setEngine } from "../keep/engine.ts";
import { leaveEarly } from "../keep/leave-early.ts";

/** Set by the bundler: changes with any part of the program. */
declare const __PROGRAM_DIGEST__: string;

// The file that `dossier` names. The launcher, which loads what loading takes, is asked for only when there is something to do.
if (!leaveEarly(process.argv.slice(2), join(__dirname, ".."), setEngine(__PROGRAM_DIGEST__)))
  require("./launch.cjs");

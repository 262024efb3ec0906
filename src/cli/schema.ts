import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import type { World } from "./world.ts";

/** As a project calls it that `dossier new project` began. */
export const schemaName = "dossier.schema.json";

/** Of the program's folder: its text is shipped, not loaded. */
export function schemaBytes({ program }: World): Uint8Array {
  return new Uint8Array(readFileSync(join(dirname(program), "../schema", schemaName)));
}

export function addSchema(program: Command, world: World): void {
  program
    .command("schema")
    .summary("print the JSON Schema of dossier.yaml")
    .description(
      `Prints the JSON Schema of dossier.yaml, with which editors complete and check it: dossier schema > ${schemaName}, and in dossier.yaml the first line "# yaml-language-server: $schema=${schemaName}".`,
    )
    .action(() => world.out(new TextDecoder().decode(schemaBytes(world))));
}

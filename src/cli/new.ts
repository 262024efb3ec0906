import type { Command } from "commander";
import { readProject } from "../settings/index.ts";
import { newProject, newTemplate } from "../template/index.ts";
import { schemaBytes, schemaName } from "./schema.ts";
import type { World } from "./world.ts";
import { faultExit, usageExit } from "./world.ts";

export function addNew(program: Command, world: World): void {
  const command = program
    .command("new")
    .summary("start a project or a template")
    .description(
      "Starts a project or a template of your own. Files that are there already are left alone.",
    );
  command
    .command("project")
    .description("A folder with a source, dossier.yaml and one template, which builds at once.")
    .argument("[FOLDER]", "where", ".")
    .action((folder: string) =>
      create(
        new Map([...newProject(world.host), [schemaName, schemaBytes(world)]]),
        folder,
        `Now run: ${folder === "." ? "" : `cd ${folder} && `}dossier build`,
        world,
      ),
    );
  command
    .command("template")
    .description("A template folder of your own, to be changed at will.")
    .argument("<NAME>", "small letters, digits and hyphens")
    .action((name: string) => {
      if (!/^[a-z][a-z0-9-]{0,63}$/.test(name)) {
        world.error(
          `"${name}" cannot be a template: a name is small letters, digits and hyphens, and begins with a letter.\n`,
        );
        return world.exit(usageExit);
      }
      create(
        newTemplate(world.host, name, readProject(world.host).value?.templates),
        ".",
        `Now run: dossier build SOURCE --kind ${name}`,
        world,
      );
    });
}

function create(
  files: ReadonlyMap<string, Uint8Array>,
  folder: string,
  next: string,
  world: World,
): void {
  const { host } = world;
  const prefix = folder === "." ? "" : `${folder.replace(/\/+$/, "")}/`;
  const there = [...files.keys()].filter((path) => host.exists(prefix + path));
  if (there.length > 0) {
    world.error(
      `Nothing was written, since these files are there already: ${there.map((path) => prefix + path).join(", ")}.\n`,
    );
    world.exit(faultExit);
    return;
  }
  try {
    for (const [path, bytes] of files) {
      host.write(prefix + path, bytes);
      world.out(`${prefix}${path}\n`);
    }
    world.error(`${next}\n`);
  } catch (error) {
    world.error(`${error instanceof Error ? error.message : "A file cannot be written."}\n`);
    world.exit(faultExit);
  }
}

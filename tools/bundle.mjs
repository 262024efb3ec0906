// Makes dist/: the program in parts, the assets that it reads, and (with --library) the library with its types.
// A part is loaded when a command needs it: main.part goes the way of a document up to its pages, pdf.part and docx.part write files.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { copyFonts } from "./bundle/fonts.mjs";
import { put } from "./bundle/put.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");
const require = createRequire(import.meta.url);
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** pdfkit asks for these at the top of its file; none is used, since fonts and text are ours and nothing is encrypted. */
const stubs = {
  fontkit: /^fontkit$/,
  linebreak: /^linebreak$/,
  ciphers: /^@noble\/ciphers/,
  "png-js": /^png-js$/,
};
const withoutUnused = {
  name: "without-unused",
  setup(builder) {
    for (const [name, filter] of Object.entries(stubs)) {
      builder.onResolve({ filter }, ({ importer }) => {
        const stub = join(root, "tools", "stubs", `${name}.cjs`);
        return importer.includes("pdfkit") && existsSync(stub) ? { path: stub } : undefined;
      });
    }
  },
};

const parts = {
  main: "src/cli/main.ts",
  pdf: "src/render/pdf/index.ts",
  docx: "src/render/docx/index.ts",
  highlight: "src/highlight/index.ts",
  store: "src/cache/store/index.ts",
};
/** What one part loads of another stays outside of it. */
const betweenParts = {
  name: "between-parts",
  setup(builder) {
    builder.onResolve({ filter: /\/index\.ts$/ }, ({ kind, path, resolveDir }) => {
      const wanted = resolve(resolveDir, path);
      const part = Object.entries(parts).find(([, entry]) => join(root, entry) === wanted)?.[0];
      return kind === "dynamic-import" && part !== undefined
        ? { path: `./${part}.part`, external: true }
        : undefined;
    });
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  keepNames: false,
  legalComments: "none",
  platform: "node",
  format: "cjs",
  target: "node20",
  supported: { "dynamic-import": false }, // becomes `require`: the launcher loads parts, and nothing else is imported late
  logLevel: "warning",
  metafile: true,
  write: false,
};

/** Each is a function for the launcher, so that nothing has to be put around its text. */
async function makePart(name, entry) {
  const result = await build({
    ...common,
    entryPoints: [entry],
    banner: {
      js: `(function(exports,require,module,__filename,__dirname){const __bundleUrl=require("node:url").pathToFileURL(__filename).href;`,
    },
    footer: { js: "})" },
    define: { "import.meta.url": "__bundleUrl", __DOSSIER_VERSION__: JSON.stringify(version) },
    external: ["#standard-fonts/*"],
    plugins: [withoutUnused, betweenParts],
  });
  return { name, bytes: result.outputFiles[0].contents, metafile: result.metafile };
}

async function makeProgram() {
  const made = await Promise.all(
    Object.entries(parts).map(([name, entry]) => makePart(name, entry)),
  );
  const digest = createHash("sha256");
  for (const { name, bytes } of made) {
    put(join(dist, "program", `${name}.part`), bytes);
    digest.update(bytes);
  }
  const launcher = await build({
    ...common,
    entryPoints: ["src/cli/launch/launch.ts"],
    banner: { js: "#!/usr/bin/env node" },
    define: { __PROGRAM_DIGEST__: JSON.stringify(digest.digest("hex")) },
  });
  put(join(dist, "dossier.cjs"), launcher.outputFiles[0].contents, true);
  chmodSync(join(dist, "dossier.cjs"), 0o755);
  return Object.fromEntries(made.map(({ name, metafile }) => [name, metafile]));
}

/** Reads the shipped templates once with the program's own code, so that no run has to. */
async function prepareTemplates() {
  const result = await build({
    ...common,
    stdin: {
      contents: `export { prepareTemplates } from "./src/build/prepare.ts"; export { nodeHost } from "./src/host/index.ts";`,
      resolveDir: root,
    },
    define: { "import.meta.url": JSON.stringify(import.meta.url) },
    plugins: [withoutUnused, betweenParts],
    external: ["#standard-fonts/*"],
  });
  const module = { exports: {} };
  new Function("module", "exports", "require", result.outputFiles[0].text)(
    module,
    module.exports,
    require,
  );
  const { prepareTemplates: prepare, nodeHost } = module.exports;
  const projectFolder = join(dist, "no project");
  for (const [path, json] of prepare(
    nodeHost({ projectFolder, programFolder: root, environment: {} }),
  ))
    put(join(dist, "assets", path), new TextEncoder().encode(json));
}

const started = process.hrtime.bigint();
rmSync(join(dist, "cache"), { recursive: true, force: true });
mkdirSync(join(dist, "program"), { recursive: true });
copyFonts(join(dist, "assets/fonts"), require);
put(
  join(dist, "assets/harfbuzz.wasm"),
  readFileSync(join(dirname(require.resolve("harfbuzzjs")), "harfbuzz.wasm")),
);
const metafiles = await makeProgram();
await prepareTemplates();
if (process.argv.includes("--metafile"))
  writeFileSync(join(dist, "metafile.json"), JSON.stringify(metafiles));
if (process.argv.includes("--library"))
  execFileSync(
    process.execPath,
    [require.resolve("typescript/bin/tsc"), "-p", "tsconfig.build.json"],
    { cwd: root, stdio: "inherit" },
  );
process.stdout.write(`dist/ made in ${(process.hrtime.bigint() - started) / 1_000_000n} ms\n`);

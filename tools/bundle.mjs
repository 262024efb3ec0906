// Makes dist/: the program in parts, the assets that it reads, and (with --library) the library with its types.
// A part is loaded when a command needs it: main.part goes the way of a document up to its pages, render-pdf.part writes PDF.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { copyFonts } from "./bundle/fonts.mjs";
import { makePairTables } from "./bundle/pairs.mjs";
import { put } from "./bundle/put.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "dist");
const require = createRequire(import.meta.url);

/**
 * Packages ask for these at the top of their files, and we use none: fonts and text are ours, nothing is encrypted, and no command
 * is a program of its own.
 */
const stubs = [
  ["pdfkit", /^fontkit$/, "fontkit"],
  ["pdfkit", /^linebreak$/, "linebreak"],
  ["pdfkit", /^@noble\/ciphers/, "ciphers"],
  ["commander", /^node:child_process$/, "child-process"],
];
const withoutUnused = {
  name: "without-unused",
  setup(builder) {
    for (const [user, filter, name] of stubs)
      builder.onResolve({ filter }, ({ importer }) =>
        importer.includes(`node_modules/${user}/`)
          ? { path: join(root, "tools", "stubs", `${name}.cjs`) }
          : undefined,
      );
  },
};

/**
 * Own modules that most runs can do without: they are imported as any other, and the program loads them, as a part, when one
 * of their functions is called first. They keep no state that others need.
 */
const late = new Map([
  ["src/source/parse.ts", { name: "markdown", functions: ["parse"] }],
  ["src/source/html-tree.ts", { name: "html", functions: ["resolveHtml"] }],
  [
    "src/diagnostics/explanations.ts",
    { name: "explanations", functions: ["explain", "explainedRules", "ruleList", "similarRules"] },
  ],
]);

/** What stands for a late module in the other parts. */
function lateModule({ name, functions }) {
  return functions
    .map((own) => `export const ${own} = (...given) => require("./${name}.part").${own}(...given);`)
    .join("\n");
}

/**
 * What our own code loads late, by `import()` or `require()`, is a part of its own: its text is not even read before. Parts share
 * no state, so what two of them need is in both.
 */
function createParts() {
  const entries = new Map([["main", join(root, "src/cli/main.ts")]]);
  const nameOf = (path, wanted) =>
    path.startsWith(".")
      ? relative(join(root, "src"), dirname(wanted)).replaceAll(sep, "-")
      : path.replace(/^@/, "").replace(/\.js$/, "").replaceAll("/", "-");
  const plugin = {
    name: "parts",
    setup(builder) {
      builder.onResolve({ filter: /\.part$/ }, ({ path }) => ({ path, external: true }));
      builder.onResolve({ filter: /^\..*\.ts$/ }, ({ kind, path, resolveDir }) => {
        const file = relative(root, join(resolveDir, path)).replaceAll(sep, "/");
        const wanted = late.get(file);
        if (wanted === undefined || kind !== "import-statement") return undefined;
        entries.set(wanted.name, join(root, file));
        return { path: file, namespace: "late", sideEffects: false };
      });
      builder.onLoad({ filter: /./, namespace: "late" }, ({ path }) => ({
        contents: lateModule(late.get(path)),
      }));
      builder.onResolve(
        { filter: /./ },
        async ({ kind, path, importer, resolveDir, pluginData }) => {
          const asked = kind === "dynamic-import" || kind === "require-call";
          const ours = importer.startsWith(join(root, "src"));
          if (!asked || !ours || pluginData === plugin || isBuiltin(path)) return undefined;
          const found = await builder.resolve(path, {
            kind,
            importer,
            resolveDir,
            pluginData: plugin,
          });
          if (found.errors.length > 0) return { errors: found.errors };
          const name = nameOf(path, found.path);
          entries.set(name, found.path);
          return { path: `./${name}.part`, external: true };
        },
      );
    },
  };
  return { entries, plugin };
}

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
async function makePart(entry, plugin) {
  const result = await build({
    ...common,
    entryPoints: [entry],
    banner: {
      js: `(function(exports,require,module,__filename,__dirname){const __bundleUrl=require("node:url").pathToFileURL(__filename).href;`,
    },
    footer: { js: "})" },
    define: { "import.meta.url": "__bundleUrl" },
    external: ["#standard-fonts/*"],
    plugins: [withoutUnused, plugin],
  });
  return { bytes: result.outputFiles[0].contents, metafile: result.metafile };
}

async function makeProgram() {
  const { entries, plugin } = createParts();
  const digest = createHash("sha256");
  const metafiles = {};
  // Grows while it is walked: a part may load others.
  for (const [name, entry] of entries) {
    const { bytes, metafile } = await makePart(entry, plugin);
    put(join(dist, "program", `${name}.part`), bytes);
    digest.update(bytes);
    metafiles[name] = metafile;
  }
  for (const file of readdirSync(join(dist, "program")))
    if (!entries.has(file.replace(/\.part$/, ""))) rmSync(join(dist, "program", file));
  const define = { __PROGRAM_DIGEST__: JSON.stringify(digest.digest("hex")) };
  const launcher = [
    ["launch", "launch.cjs", ""],
    ["start", "dossier.cjs", "#!/usr/bin/env node"],
  ];
  for (const [entry, file, js] of launcher) {
    const entryPoints = [`src/cli/launch/${entry}.ts`];
    const external = ["./launch.cjs"];
    const { outputFiles } = await build({
      ...common,
      entryPoints,
      banner: { js },
      define,
      external,
    });
    put(join(dist, file), outputFiles[0].contents, true);
  }
  chmodSync(join(dist, "dossier.cjs"), 0o755);
  return metafiles;
}

/** Runs a part of the program's own code here. */
async function ownCode(contents) {
  const result = await build({
    ...common,
    stdin: { contents, resolveDir: root },
    define: { "import.meta.url": JSON.stringify(import.meta.url) },
    plugins: [withoutUnused],
    external: ["#standard-fonts/*"],
  });
  const { text } = result.outputFiles[0];
  const module = { exports: {} };
  new Function("module", "exports", "require", text)(module, module.exports, require);
  return { text, exports: module.exports };
}

/** Reads the shipped templates once with the program's own code, so that no run has to. */
async function prepareTemplates() {
  const { prepareTemplates: prepare, nodeHost } = (
    await ownCode(
      `export { prepareTemplates } from "./src/build/prepare.ts"; export { nodeHost } from "./src/host/index.ts";`,
    )
  ).exports;
  const projectFolder = join(dist, "no project");
  for (const [path, json] of prepare(
    nodeHost({ projectFolder, programFolder: root, environment: {} }),
  ))
    put(join(dist, "assets", path), new TextEncoder().encode(json));
}

async function preparePairs() {
  const code = await ownCode(
    `export { openFace } from "./src/layout/text/face.ts"; export { openShaper } from "./src/layout/text/shaper.ts";
     export { measurePairs, writePairTable } from "./src/layout/text/pair-tables/index.ts";`,
  );
  const wasm = readFileSync(join(dist, "assets/harfbuzz.wasm"));
  makePairTables(join(dist, "assets/fonts"), join(root, "node_modules/.cache/dossier"), code, wasm);
}

const started = process.hrtime.bigint();
rmSync(join(dist, "cache"), { recursive: true, force: true });
mkdirSync(join(dist, "program"), { recursive: true });
copyFonts(join(dist, "assets/fonts"), require, process.argv.includes("--library"));
put(
  join(dist, "assets/harfbuzz.wasm"),
  readFileSync(join(dirname(require.resolve("harfbuzzjs")), "harfbuzz.wasm")),
);
put(
  join(dist, "assets/resvg.wasm"),
  readFileSync(join(dirname(require.resolve("@resvg/resvg-wasm")), "index_bg.wasm")),
);
const metafiles = await makeProgram();
await prepareTemplates();
await preparePairs();
if (process.argv.includes("--metafile"))
  writeFileSync(join(dist, "metafile.json"), JSON.stringify(metafiles));
if (process.argv.includes("--library"))
  execFileSync(
    process.execPath,
    [require.resolve("typescript/bin/tsc"), "-p", "tsconfig.build.json"],
    { cwd: root, stdio: "inherit" },
  );
process.stdout.write(`dist/ made in ${(process.hrtime.bigint() - started) / 1_000_000n} ms\n`);

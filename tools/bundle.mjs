// Makes dist/: the bundled program, the assets that it reads, and (with --library) the library with its types.
// The program is one file that loads fast: what a command does not need stays behind a lazy import inside it.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
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

async function bundle() {
  const result = await build({
    absWorkingDir: root,
    entryPoints: ["src/cli/main.ts"],
    outfile: "dist/dossier.cjs",
    bundle: true,
    minify: true,
    keepNames: false,
    legalComments: "none",
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "warning",
    metafile: true,
    banner: {
      js: `#!/usr/bin/env node\nconst __bundleUrl=require("node:url").pathToFileURL(__filename).href;`,
    },
    define: { "import.meta.url": "__bundleUrl", __DOSSIER_VERSION__: JSON.stringify(version) },
    external: ["#standard-fonts/*"],
    plugins: [withoutUnused],
  });
  chmodSync(join(root, "dist/dossier.cjs"), 0o755);
  return result.metafile;
}

const families = {
  "source-sans-3": ["SourceSans3", ["400", "400-italic", "600", "600-italic", "700", "700-italic"]],
  "source-serif-4": ["SourceSerif4", ["400", "400-italic", "600", "700", "700-italic"]],
  arimo: ["Arimo", ["400", "400-italic", "700", "700-italic"]],
  "source-code-pro": ["SourceCodePro", ["400", "400-italic", "700"]],
};
const names = { 400: "Regular", 600: "SemiBold", 700: "Bold" };

function copyFonts() {
  for (const [family, [prefix, faces]] of Object.entries(families)) {
    const folder = dirname(require.resolve(`@expo-google-fonts/${family}/package.json`));
    const into = join(root, "dist/assets/fonts", family);
    mkdirSync(into, { recursive: true });
    cpSync(join(folder, "LICENSE_FONT"), join(into, "LICENSE"));
    for (const face of faces) {
      const [weight, slope] = face.split("-");
      const name = `${weight}${names[weight]}${slope ? "_Italic" : ""}`;
      cpSync(join(folder, name, `${prefix}_${name}.ttf`), join(into, `${face}.ttf`));
    }
  }
}

function copyBinaries() {
  cpSync(
    join(dirname(require.resolve("harfbuzzjs")), "harfbuzz.wasm"),
    join(root, "dist/assets/harfbuzz.wasm"),
  );
}

const started = process.hrtime.bigint();
const wantsLibrary = process.argv.includes("--library");
rmSync(join(root, "dist/assets"), { recursive: true, force: true });
mkdirSync(join(root, "dist"), { recursive: true });
copyFonts();
copyBinaries();
const metafile = await bundle();
if (process.argv.includes("--metafile"))
  writeFileSync(join(root, "dist/metafile.json"), JSON.stringify(metafile));
if (wantsLibrary)
  execFileSync(
    process.execPath,
    [require.resolve("typescript/bin/tsc"), "-p", "tsconfig.build.json"],
    { cwd: root, stdio: "inherit" },
  );
process.stdout.write(`dist/ made in ${(process.hrtime.bigint() - started) / 1_000_000n} ms\n`);

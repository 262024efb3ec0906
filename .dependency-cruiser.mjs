/**
 * Import directions. Folders in the way of the data; each may import only what is listed.
 * Keep in step with the map in docs/architecture.md.
 */
const may = {
  diagnostics: [],
  host: [],
  source: ["diagnostics"],
  data: ["diagnostics", "source"],
  settings: ["diagnostics", "host", "model"], // model: the head and the record types are its types
  document: ["diagnostics"],
  model: ["diagnostics", "source"],
  typography: ["diagnostics", "document"],
  highlight: ["document"],
  svg: ["document"],
  math: ["diagnostics", "document", "svg"], // svg: what MathJax draws is SVG
  template: ["diagnostics", "host", "source", "settings", "model", "document", "typography"], // source: it parses what the template wrote
  theme: ["diagnostics", "settings", "document"],
  layout: ["diagnostics", "document", "theme"],
  render: ["diagnostics", "host", "document", "theme", "layout", "ooxml"], // ooxml: Word files are packed and escaped in one way
  ooxml: ["diagnostics"],
  "word-template": ["diagnostics", "ooxml"],
  accessibility: ["diagnostics", "ooxml"],
  review: ["diagnostics", "host", "source", "model", "document"],
  cache: ["diagnostics", "host"],
  merge: ["diagnostics", "source", "data", "settings", "model"],
  build: [
    "cache",
    "merge",
    "data",
    "diagnostics",
    "host",
    "settings",
    "source",
    "model",
    "template",
    "document",
    "typography",
    "highlight",
    "svg",
    "math",
    "theme",
    "layout",
    "render",
    "word-template",
    "review",
  ],
  batch: ["cache", "merge", "diagnostics", "host", "build"],
  watch: ["cache", "diagnostics", "host", "build"],
  queue: ["batch", "cache", "diagnostics", "host", "build"],
  preview: ["diagnostics", "host", "build"],
  cli: [
    "diagnostics",
    "host",
    "document",
    "settings",
    "template",
    "build",
    "accessibility",
    "review",
    "preview",
    "cache",
    "batch",
    "watch",
    "queue",
  ], // template and settings: `dossier new`,
};

/** Packages that only one folder may know. */
const owners = {
  "unified|remark-[a-z]+|micromark[a-z-]*|mdast-util-[a-z-]+": "source",
  papaparse: "data",
  "yaml|zod": "settings",
  "harfbuzzjs|linebreak|hyphen|bidi-js": "layout/text",
  handlebars: "template",
  "lowlight|highlight.js": "highlight",
  "@resvg/resvg-wasm": "svg",
  "mathjax-full": "math",
  "pdfkit|jpeg-js": "render/pdf",
  cacache: "cache",
  chokidar: "watch",
  "bullmq|ioredis|aws4fetch": "queue",
};

const foldersOtherThan = (names) =>
  Object.keys(may)
    .filter((name) => !names.includes(name))
    .join("|");

export default {
  forbidden: [
    ...Object.entries(may).map(([folder, allowed]) => ({
      name: `${folder}-imports`,
      comment: `src/${folder} may import only: ${allowed.join(", ") || "nothing"}.`,
      severity: "error",
      from: { path: `^src/${folder}/` },
      to: { path: `^src/(${foldersOtherThan([folder, ...allowed])})/` },
    })),
    {
      name: "through-the-front-door",
      comment: "Import another folder through its index.ts.",
      severity: "error",
      from: { path: "^src/([^/]+)/" },
      to: {
        path: "^src/[^/]+/.+",
        pathNot: ["^src/$1/", "^src/[^/]+/index\\.ts$", "^src/render/[^/]+/index\\.ts$"],
      },
    },
    {
      name: "renderers-are-strangers",
      comment: "A renderer never imports another renderer.",
      severity: "error",
      from: { path: "^src/render/([^/]+)/" },
      to: { path: "^src/render/[^/]+/", pathNot: "^src/render/$1/" },
    },
    {
      name: "only-pdf-and-slides-lay-out",
      comment: "Word and HTML flow by themselves; only paged formats import layout.",
      severity: "error",
      from: { path: "^src/render/", pathNot: "^src/render/(pdf|slides)/" },
      to: { path: "^src/layout/", dependencyTypesNot: ["type-only"] },
    },
    ...Object.entries(owners).map(([packages, owner]) => ({
      name: `${owner.replace("/", "-")}-owns-its-library`,
      comment: `Only src/${owner} knows this library.`,
      severity: "error",
      from: { path: "^src/", pathNot: `^src/${owner}/` },
      to: { path: `^node_modules/(${packages})/`, dependencyTypesNot: ["type-only"] },
    })),
    {
      name: "the-world-is-behind-host",
      comment:
        "Only src/host, src/cache, src/batch/workers, src/queue, src/watch, src/preview and src/cli touch files, the network or the process.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(host|cache|batch/workers|queue|watch|preview|cli)/" },
      to: {
        path: "^(node:)?(fs|fs/promises|os|child_process|http|https|net|process|worker_threads)$",
        dependencyTypes: ["core"],
      },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "no-orphans", severity: "error", from: { orphan: true, path: "^src/" }, to: {} },
    {
      name: "src-never-imports-test",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^test/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types"],
      extensions: [".ts", ".js", ".mjs", ".d.ts"],
    },
    progress: { type: "none" },
  },
};

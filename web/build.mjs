// Builds the explorer into app/pages/static/explorer: hashed files, and manifest.json that names the ones to begin with.
import { build } from "esbuild";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "app", "pages", "static", "explorer");

const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: { explorer: "src/main.tsx", style: "src/style/main.css" },
  bundle: true,
  splitting: true,
  minify: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  jsxImportSource: "preact",
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  outdir: out,
  metafile: true,
  legalComments: "none",
});

const built = Object.entries(metafile.outputs).map(([path, made]) => ({
  name: path.slice(path.lastIndexOf("/") + 1),
  entry: made.entryPoint,
}));
const named = (entry) => built.find((file) => file.entry === entry).name;
const manifest = {
  script: named("src/main.tsx"),
  style: named("src/style/main.css"),
  files: built.map((file) => file.name).sort(),
};

// What an earlier build left is taken away only now, so that a server never lacks its files.
mkdirSync(out, { recursive: true });
writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
for (const name of readdirSync(out)) {
  if (name !== "manifest.json" && !manifest.files.includes(name)) rmSync(join(out, name));
}
console.log(`explorer: ${manifest.files.join(", ")}`);

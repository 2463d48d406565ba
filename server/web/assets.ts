/** Style sheets, scripts and fonts: put together once, named by their content, compressed at build. */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { icon } from "./icons.ts";
import { languages } from "./languages.ts";
import { scriptTexts } from "./offline-texts.ts";

/** From the plain name in the code (`app.css`) to the address with its hash. */
export type AssetNames = Record<string, string>;

const require = createRequire(import.meta.url);

const akselGlobal = ["reset", "tokens", "baseline", "print"];
const akselComponents = [
  "theme",
  "typography",
  "button",
  "form",
  "chips",
  "alert",
  "link",
  "linkanchor",
  "linkcard",
  "tag",
  "table",
  "accordion",
  "readmore",
  "process",
  "tabs",
  "list",
  "internalheader",
  "primitives",
  "inlinemessage",
  "pagination",
];
const fonts = ["source-sans-3-latin-wght-normal.woff2", "source-sans-3-latin-ext-wght-normal.woff2"];

/**
 * Aksel's dark tokens once more, for pages marked `auto` on a device set to dark: Aksel itself
 * changes by class only, which would need a script.
 */
function darkByDevice(tokens: string): string {
  const blocks = [...tokens.matchAll(/\.dark(?:,\.dark-theme)?\{([^{}]*)\}/g)].map((m) => m[1]);
  return `@layer aksel.theming{@media screen and (prefers-color-scheme:dark){.auto{${blocks.join(";")}}}}`;
}

/** The dark of whoever chose it stays on the screen: on paper its pictures had white words on white. */
const onScreenOnly = (css: string) =>
  css.replace(/(?<=[{}])\.dark(?:,\.dark-theme)?\{[^{}]*\}/g, (rule) => `@media screen{${rule}}`);

function akselCss(): string {
  const files = [
    ...akselGlobal.map((name) => `global/${name}.min.css`),
    ...akselComponents.map((name) => `component/${name}.min.css`),
  ];
  const read = (file: string) => readFileSync(require.resolve(`@navikt/ds-css/dist/${file}`), "utf8");
  return [...files.map(read).map(onScreenOnly), darkByDevice(read("global/tokens.min.css"))].join("\n");
}

/** Words that are said where no server can be asked, by language, and the sign beside them. */
function scriptWords(): string {
  const inOne = (language: "nb" | "nn" | "en") =>
    Object.fromEntries(Object.entries(scriptTexts).map(([key, forms]) => [key, forms[language]]));
  const byLanguage = Object.fromEntries(languages.map((language) => [language, inOne(language)]));
  const sign = icon("ExclamationmarkTriangleFill", "aksel-alert__icon");
  return `const words = ${JSON.stringify({ ...byLanguage, icon: sign })};`;
}

/** Of a script that goes to every phone: whole lines of comment, and what they are indented by. */
const withoutComments = (script: string) =>
  script.replace(/^\s*(\/\/.*|\/\*\*.*\*\/)?\n/gm, "").replace(/^ +/gm, "");

/** The script of every page, in the order its parts use each other. */
const partsOfApp = ["app.js", "offline.js", "drafts.js"];
/** What is no asset by itself: part of another, or served from an address of its own. */
const putTogether = new Set(["app.css", "worker.js", "ring-worker.js", ...partsOfApp]);

function hashedName(name: string, bytes: Buffer): string {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  return name.replace(/\.(\w+)$/, `.${hash}.$1`);
}

/**
 * Writes every asset into `folder`, emptied first, with brotli and gzip beside those that gain by it.
 * @param quality brotli's 0–11: 11 for a release, low while developing
 */
export function buildAssets(root: string, folder: string, quality: number): AssetNames {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const names: AssetNames = {};
  const put = (name: string, bytes: Buffer) => {
    const hashed = hashedName(name, bytes);
    writeFileSync(join(folder, hashed), bytes);
    if (!/\.(woff2|png)$/.test(name)) {
      const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
      writeFileSync(join(folder, `${hashed}.br`), brotliCompressSync(bytes, { params }));
      writeFileSync(join(folder, `${hashed}.gz`), gzipSync(bytes));
    }
    names[name] = `/assets/${hashed}`;
  };

  for (const font of fonts) {
    put(font, readFileSync(require.resolve(`@fontsource-variable/source-sans-3/files/${font}`)));
  }
  const own = join(root, "views/assets");
  const withFonts = (css: string) =>
    css.replace(/url\(font:([\w.-]+)\)/g, (_, font: string) => `url(${names[font]})`);
  const appCss = readFileSync(join(own, "app.css"), "utf8");
  put("app.css", Buffer.from(`${akselCss()}\n${withFonts(appCss)}`));
  const ownScript = (name: string) => readFileSync(join(own, name), "utf8");
  const appParts = [scriptWords(), ...partsOfApp.map(ownScript).map(withoutComments)].join("\n");
  put("app.js", Buffer.from(`(() => {"use strict";\n${appParts}})();\n`));
  for (const file of readdirSync(own).filter((name) => !putTogether.has(name))) {
    put(file, readFileSync(join(own, file)));
  }
  writeFileSync(join(folder, "names.json"), JSON.stringify(names));
  return names;
}

/** The names of the assets that `npm run build` wrote; made now when there are none. */
export function loadAssets(root: string): AssetNames {
  const folder = join(root, "build/assets");
  try {
    if (process.env["NODE_ENV"] !== "development") {
      return JSON.parse(readFileSync(join(folder, "names.json"), "utf8")) as AssetNames;
    }
  } catch {
    // not built yet: build below
  }
  return buildAssets(root, folder, 4);
}

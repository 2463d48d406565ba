/**
 * How well themes are suggested: `npm run themes:evaluate -- FILE.tsv` (learning-loop.md section 3).
 * The last two lines are `cold top1=… top3=…` and `trained top1=… top3=…`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readConfig } from "../config.ts";
import { accuracyByTheme, evaluate, parseStatements } from "./evaluation.ts";
import { loadThemes } from "./themes.ts";

const [file] = process.argv.slice(2);
if (!file) {
  console.error("Usage: npm run themes:evaluate -- FILE.tsv");
  process.exit(1);
}
try {
  const themes = loadThemes(join(readConfig({}).root, "content"));
  const statements = parseStatements(readFileSync(file, "utf8"), themes);
  const { cold, trained, milliseconds } = evaluate(statements, themes);
  console.log(`${statements.length} statements from ${file}; ${milliseconds.toFixed(2)} ms per suggestion`);
  console.log("Hits among three, by primary theme (statements, cold, trained):");
  for (const line of accuracyByTheme(statements, cold, trained)) console.log(line);
  const shares = ({ top1, top3 }: typeof cold) => `top1=${top1.toFixed(3)} top3=${top3.toFixed(3)}`;
  console.log(`cold ${shares(cold)}`);
  console.log(`trained ${shares(trained)}`);
} catch (error) {
  console.error(error instanceof Error ? `${file}: ${error.message}` : error);
  process.exitCode = 1;
}

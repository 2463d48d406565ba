import { existsSync } from "node:fs";
import { join } from "node:path";
import { buildAssets } from "../server/web/assets.ts";

/** The pages need their assets; a low quality is enough to test with. */
export default function setup(): void {
  const root = new URL("..", import.meta.url).pathname;
  const folder = join(root, "build/assets");
  if (!existsSync(join(folder, "names.json"))) buildAssets(root, folder, 1);
}

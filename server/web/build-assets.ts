/** The build step for assets: full compression. */
import { join } from "node:path";
import { readConfig } from "../config.ts";
import { buildAssets } from "./assets.ts";

const { root } = readConfig({});
buildAssets(root, join(root, "build/assets"), 11);

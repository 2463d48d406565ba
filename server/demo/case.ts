/** The demo's draft of a case: written by one adviser, waiting for another. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Temporal } from "temporal-polyfill";
import { slugFrom, startCase } from "../cases/draft.ts";
import { faultCounter } from "../cases/draft-check.ts";
import { knownThemes } from "../cases/library.ts";
import type { Tx } from "../store/store.ts";
import { type Ids, idOf } from "./people.ts";

/** Puts it into the store, as if Tore had written it. */
export async function addDemoCase(tx: Tx, root: string, ids: Ids, now: Temporal.Instant): Promise<void> {
  const content = join(root, "content");
  const markdown = readFileSync(join(content, "demo/case.md"), "utf8");
  await startCase(
    tx,
    {
      slug: slugFrom("Plassen ved vinduet"),
      texts: [{ language: "nb", markdown }],
      byId: idOf(ids, "tore"),
      countFaults: faultCounter(knownThemes(content)),
    },
    now.subtract({ hours: 24 * 3 }),
  );
}

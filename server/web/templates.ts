/** The one Eta engine that renders pages and mails. */
import { join } from "node:path";
import { Eta } from "eta";
import type { Config } from "../config.ts";

/**
 * Available in every view: `part` renders a view part with its own props only, `icon` an Aksel icon, `times`
 * words with clock times that stay on one line.
 */
const functionHeader = `
const part = (name, props) => this.render('/parts/' + name, { common: it.common, ...props }, options);
const icon = (name, className) => it.common.icon(name, className);
const times = (words) => it.common.times(words);
`;

/** Outside production an undefined value in a view throws instead of being printed as "undefined". */
function refuseUndefined(value: unknown): string {
  if (value === undefined) throw new Error("a view printed undefined");
  return value === null ? "" : String(value);
}

/** A view has one file however often it is used; Eta works it out anew for each use, which costs more than the view. */
function rememberPaths(eta: Eta): Eta {
  const known = new Map<string, string>();
  const resolve = eta.resolvePath as NonNullable<Eta["resolvePath"]>;
  eta.resolvePath = (view, options) => {
    if (!view.startsWith("/")) return resolve.call(eta, view, options);
    const path = known.get(view) ?? resolve.call(eta, view, options);
    known.set(view, path);
    return path;
  };
  return eta;
}

/** Makes the engine. Templates are compiled once; at each use only under `npm run dev`. */
export function makeTemplates({ root, isProduction }: Pick<Config, "root" | "isProduction">): Eta {
  return rememberPaths(
    new Eta({
      views: join(root, "views"),
      cache: process.env["NODE_ENV"] !== "development",
      functionHeader,
      ...(isProduction ? {} : { autoFilter: true, filterFunction: refuseUndefined }),
    }),
  );
}

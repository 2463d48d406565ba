/** Who sees what: those in a network see its gatherings, those who lead it see half-years, nobody sees both. */
import { advisedNetworkIds, ledNetworksOf, networksFor } from "../networks/queries.ts";
import type { Reader } from "../store/store.ts";
import type { Viewer } from "../web/access.ts";

export interface Sight {
  /** Networks whose single gatherings the viewer may see. */
  gatheringsOf: { id: string; name: string }[];
  /** Networks whose half-years the viewer may see. */
  poolsOf: { id: string; name: string; centreName: string }[];
  advises: Set<string>;
}

/**
 * What a viewer may see. Whoever leads a network sees its half-years and never a single gathering, in it
 * as they may be: the one less the other would tell of a gathering too small to be shown.
 */
export async function sightOf(read: Reader, viewer: Viewer): Promise<Sight> {
  const poolsOf = await ledNetworksOf(read, viewer);
  const led = new Set(poolsOf.map(({ id }) => id));
  const isOnlyAdministrator = viewer.roles.every((role) => role === "administrator");
  const mine = isOnlyAdministrator
    ? []
    : await networksFor(read, {
        ...viewer,
        roles: viewer.roles.filter((role) => ["mentor", "adviser", "counsellor"].includes(role)),
      });
  return {
    gatheringsOf: mine.filter(({ id }) => !led.has(id)),
    poolsOf,
    advises: await advisedNetworkIds(read, viewer.id),
  };
}

/** Whether the viewer leads this network and so sees no single gathering of it. */
export async function leads(read: Reader, viewer: Viewer, networkId: string): Promise<boolean> {
  return (await ledNetworksOf(read, viewer)).some(({ id }) => id === networkId);
}

/** Whether a gathering can still be planned: pages for it are not open by their address either. */
import type { Temporal } from "temporal-polyfill";
import type { NoticeKey } from "../web/notices.ts";
import type { gatherings } from "./tables.ts";
import { isAhead } from "./waiting-list.ts";

/** Why a gathering is no longer changed, as a notice; null when it can be. */
export function noLongerEdited(
  gathering: Pick<typeof gatherings.$inferSelect, "cancelledAt" | "startsAt">,
  now: Temporal.Instant,
): Extract<NoticeKey, "gatheringIsCancelled" | "gatheringHasBegun"> | null {
  if (gathering.cancelledAt) return "gatheringIsCancelled";
  return isAhead(gathering, now) ? null : "gatheringHasBegun";
}

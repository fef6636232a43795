import { editionDate, storedAtMs } from "../../../formats/offline/stored-copy.ts";
import type { PageOrigin } from "../../../formats/offline/worker-messages.ts";

/** Pages ask as soon as they have loaded: no more are ever loading at the same time. */
const MAX_ORIGINS = 100;

const origins = new Map<string, PageOrigin>();

/** Remembers the origin of the page that a client is about to show. */
export function rememberOrigin(clientId: string, response: Response): void {
  origins.set(clientId, originOfResponse(response));
  const [oldest] = origins.keys();
  if (origins.size > MAX_ORIGINS && oldest !== undefined) origins.delete(oldest);
}

export function originOfResponse(response: Response): PageOrigin {
  const [date, storedAt] = [editionDate(response), storedAtMs(response)];
  if (date !== undefined) return { from: "edition", date };
  return storedAt === undefined ? { from: "network" } : { from: "kept", keptAtMs: storedAt };
}

/** The origin of a client's page; the network for an unknown client, which cannot have been given a copy. */
export function originOf(clientId: string): PageOrigin {
  return origins.get(clientId) ?? { from: "network" };
}

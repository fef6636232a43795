import { editionDate, keptAtMs } from "../../../formats/offline/stored-copy.ts";
import type { PageOrigin } from "../../../formats/offline/worker-messages.ts";

/** Pages ask as soon as they have loaded: no more are ever on their way at once. */
const REMEMBERED = 100;

const origins = new Map<string, PageOrigin>();

/** Takes down where the page that a client is about to show came from. */
export function rememberOrigin(clientId: string, response: Response): void {
  origins.set(clientId, originOfResponse(response));
  const [oldest] = origins.keys();
  if (origins.size > REMEMBERED && oldest !== undefined) origins.delete(oldest);
}

export function originOfResponse(response: Response): PageOrigin {
  const [date, keptAt] = [editionDate(response), keptAtMs(response)];
  if (date !== undefined) return { from: "edition", date };
  return keptAt === undefined ? { from: "network" } : { from: "kept", keptAtMs: keptAt };
}

/** Of a client that is not known it can be said only that no copy was given to it. */
export function originOf(clientId: string): PageOrigin {
  return origins.get(clientId) ?? { from: "network" };
}

import { routeOf } from "./routes.ts";
import { scope, serviceWorker } from "./service-worker.ts";
import { strategyOf } from "./strategies.ts";

/** Keeps the pages that are open already: the worker was not there when they were fetched. */
export async function keepOpenPages(event: ExtendableEvent): Promise<void> {
  const open = await serviceWorker.clients.matchAll({ type: "window", includeUncontrolled: true });
  for (const { url } of open) {
    const request = new Request(url);
    const { headers, cache } = request;
    if (routeOf({ url, method: "GET", mode: "navigate", headers, cache }, scope) !== "pages") continue;
    const [answered, settled] = strategyOf("pages").handleAll({ event, request });
    // A line that fails now costs the copy of one page, and nothing else.
    await Promise.all([answered, settled]).catch(() => {});
  }
}

import type { Surroundings } from "../surroundings.ts";

/** How much more the browser gives room for; undefined where it does not say. */
export async function freeBytes({ storage }: Pick<Surroundings, "storage">): Promise<number | undefined> {
  const { quota, usage } = (await storage?.estimate?.().catch(() => undefined)) ?? {};
  return quota === undefined || usage === undefined ? undefined : Math.max(0, quota - usage);
}

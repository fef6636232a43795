import type { OfferGroup } from "../../../_includes/components/search/search-offers.ts";

const STEPS: ReadonlyMap<string, number> = new Map([
  ["ArrowDown", 1],
  ["ArrowUp", -1],
]);

/** Whether a key leads from offer to offer; any other belongs to the text. */
export function isStep(key: string): boolean {
  return STEPS.has(key);
}

/** The address of the offer that an arrow key leads to, round and round. */
export function stepFrom(active: string | undefined, key: string, groups: readonly OfferGroup[]): string | undefined {
  const addresses = groups.flatMap(({ offers }) => offers.map(({ href }) => href));
  const step = STEPS.get(key) ?? 0;
  const from = active === undefined ? -1 : addresses.indexOf(active);
  if (from < 0) return addresses.at(step > 0 ? 0 : -1);
  return addresses[(from + step + addresses.length) % addresses.length];
}

import type { SerwistPlugin } from "serwist";

/** The address that a page is kept at: a query changes nothing in it, and folders are asked for with and without their slash. */
export function pageKey(address: string): string {
  const { origin, pathname } = new URL(address);
  const path = pathname.replace(/\/index\.html$/, "/").replace(/\/[^/.]+$/, "$&/");
  return origin + path;
}

export const oneKeyPerPage: SerwistPlugin = {
  cacheKeyWillBeUsed: async ({ request }) => pageKey(request.url),
};

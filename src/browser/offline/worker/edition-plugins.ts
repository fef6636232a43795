import type { SerwistPlugin } from "serwist";
import { editionResponse, fallbackImage } from "./edition-responses.ts";
import { isNetworkStalled } from "./stalled-network.ts";

/** Prefers the stored edition to cached copies, so that all pages are of one date. */
export const preferEdition: SerwistPlugin = {
  cachedResponseWillBeUsed: async ({ request, event, cachedResponse }) =>
    (await editionResponse(request.url, clientOf(event), false)) ?? cachedResponse,
};

/** Falls back to any stored edition, for files whose names are hashes of their contents. */
export const fallBackToEdition: SerwistPlugin = {
  cachedResponseWillBeUsed: async ({ request, event, cachedResponse }) =>
    cachedResponse ?? editionResponse(request.url, clientOf(event), true),
};

/** Falls back to a picture's offline variant where the requested file cannot be fetched, or would probably time out. */
export const fallBackToOfflineVariant: SerwistPlugin = {
  cachedResponseWillBeUsed: async ({ request, event, cachedResponse }) =>
    cachedResponse ?? (isNetworkStalled() ? fallbackImage(request.url, clientOf(event)) : undefined),
  handlerDidError: ({ request, event }) => fallbackImage(request.url, clientOf(event)),
};

/** A navigation opens a new page: some browsers give it the id of the page that it comes from. */
function clientOf(event: ExtendableEvent): string {
  return event instanceof FetchEvent && event.request.mode !== "navigate" ? event.clientId : "";
}

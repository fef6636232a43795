import type { SerwistPlugin } from "serwist";
import { isLineHanging } from "./hanging-line.ts";
import { fromEdition, standInFor } from "./kept-edition.ts";

/** Gives what the edition has before any copy that was kept when it was read, so that all of it is of one date. */
export const editionFirst: SerwistPlugin = {
  cachedResponseWillBeUsed: async ({ request, event, cachedResponse }) =>
    (await fromEdition(request.url, clientOf(event), false)) ?? cachedResponse,
};

/** Gives what any edition has of what is named after its content, where no copy was kept. */
export const editionElse: SerwistPlugin = {
  cachedResponseWillBeUsed: async ({ request, event, cachedResponse }) =>
    cachedResponse ?? fromEdition(request.url, clientOf(event), true),
};

/** Shows a picture in another width than was asked for, where that one cannot be had, or would be waited for in vain. */
export const anyWidth: SerwistPlugin = {
  cachedResponseWillBeUsed: async ({ request, event, cachedResponse }) =>
    cachedResponse ?? (isLineHanging() ? standInFor(request.url, clientOf(event)) : undefined),
  handlerDidError: ({ request, event }) => standInFor(request.url, clientOf(event)),
};

/** A visit is the beginning of a page, even where browsers tell which page the reader comes from. */
function clientOf(event: ExtendableEvent): string {
  return event instanceof FetchEvent && event.request.mode !== "navigate" ? event.clientId : "";
}

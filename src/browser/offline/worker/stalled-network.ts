import type { SerwistPlugin } from "serwist";

/** How long a stall is remembered, so that the reader does not wait for every file anew. */
const STALL_MEMORY_MS = 15_000;
/** Answers and errors within this time are prompt. Shorter than the network timeout of pages. */
const PROMPT_MS = 2000;

let stalledUntilMs = 0;

/** Whether a request was lately neither answered nor refused, so that the next would probably time out too. */
export function isNetworkStalled(): boolean {
  return performance.now() < stalledUntilMs;
}

/** Detects stalls. A late answer does not end a stall, and a fallback that is used at once does not begin one. */
export const stallDetection: SerwistPlugin = {
  cachedResponseWillBeUsed: async ({ event, cachedResponse }) => {
    if (!isPrompt(event)) stalledUntilMs = performance.now() + STALL_MEMORY_MS;
    return cachedResponse;
  },
  fetchDidSucceed: async ({ event, response }) => {
    if (isPrompt(event)) stalledUntilMs = 0;
    return response;
  },
};

function isPrompt({ timeStamp }: Event): boolean {
  return performance.now() - timeStamp < PROMPT_MS;
}

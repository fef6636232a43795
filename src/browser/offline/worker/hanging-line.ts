import type { SerwistPlugin } from "serwist";

/** How long a reader who has just waited in vain is not made to wait again. */
const REMEMBERED_MS = 15_000;
/** What is answered or refused sooner than this is not waited for in vain. It is less than the patience for a page. */
const PROMPT_MS = 2000;

let hangsUntilMs = 0;

/** Whether requests were lately neither answered nor refused, so that the next would be waited for in vain as well. */
export function isLineHanging(): boolean {
  return performance.now() < hangsUntilMs;
}

/** Takes down whether the line hangs. An answer that comes late says nothing good of it, and a copy at once nothing bad. */
export const lineWatch: SerwistPlugin = {
  cachedResponseWillBeUsed: async ({ event, cachedResponse }) => {
    if (!isPrompt(event)) hangsUntilMs = performance.now() + REMEMBERED_MS;
    return cachedResponse;
  },
  fetchDidSucceed: async ({ event, response }) => {
    if (isPrompt(event)) hangsUntilMs = 0;
    return response;
  },
};

function isPrompt({ timeStamp }: Event): boolean {
  return performance.now() - timeStamp < PROMPT_MS;
}

import type { Page } from "playwright-core";
import type { FromWorker, ToWorker } from "../../src/browser/search/search-messages.ts";
import type { SearchAnswer } from "../../src/formats/search/search-answer.ts";
import type { SearchRequest } from "../../src/formats/search/search-request.ts";

const STORIES = 20;

/** Exposes the search worker of pages opened from now on to `searchInWorker`. */
export async function exposeSearchWorker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Native = globalThis.Worker;
    globalThis.Worker = class extends Native {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        Object.assign(globalThis, { exposedSearchWorker: this });
      }
    };
  });
}

/** The complete answers of the page's search worker to one request after the other. The page must have searched before. */
export async function searchInWorker(page: Page, requests: readonly SearchRequest[]): Promise<readonly SearchAnswer[]> {
  return page.evaluate(
    async ([requests, shown]) => {
      const worker: unknown = Reflect.get(globalThis, "exposedSearchWorker");
      if (!(worker instanceof Worker)) throw new Error("The page has not searched.");
      const search = (request: SearchRequest, searchId: number): Promise<SearchAnswer> =>
        new Promise((resolve, reject) => {
          const listen = ({ data }: MessageEvent<FromWorker>): void => {
            if (data.searchId !== searchId || (data.kind === "answer" && !data.answer.isComplete)) return;
            worker.removeEventListener("message", listen);
            if (data.kind === "answer") resolve(data.answer);
            else reject(new Error(`No answer to ${JSON.stringify(request)}`));
          };
          worker.addEventListener("message", listen);
          const message: ToWorker = { kind: "search", searchId, request, shown, counts: true };
          worker.postMessage(message);
        });
      const answers: SearchAnswer[] = [];
      for (const [index, request] of requests.entries()) answers.push(await search(request, 1_000_000 + index));
      return answers;
    },
    [requests, STORIES] as const,
  );
}

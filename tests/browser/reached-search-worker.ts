import type { Page } from "playwright-core";
import type { FromWorker, ToWorker } from "../../src/browser/search/search-messages.ts";
import type { SearchAnswer } from "../../src/formats/search/search-answer.ts";
import type { SearchRequest } from "../../src/formats/search/search-request.ts";

const STORIES = 20;

/** Lets tests ask the search worker of a page's own, from the next page on that the window opens. */
export async function reachSearchWorker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Native = globalThis.Worker;
    globalThis.Worker = class extends Native {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        Object.assign(globalThis, { reachedSearchWorker: this });
      }
    };
  });
}

/** The whole answers of the page's search worker, which the page has begun to search with, one request after the other. */
export async function askSearchWorker(page: Page, requests: readonly SearchRequest[]): Promise<readonly SearchAnswer[]> {
  return page.evaluate(
    async ([asked, shown]) => {
      const worker: unknown = Reflect.get(globalThis, "reachedSearchWorker");
      if (!(worker instanceof Worker)) throw new Error("The page has not searched.");
      const ask = (request: SearchRequest, turn: number): Promise<SearchAnswer> =>
        new Promise((resolve, reject) => {
          const listen = ({ data }: MessageEvent<FromWorker>): void => {
            if (data.turn !== turn || (data.kind === "answer" && !data.answer.isComplete)) return;
            worker.removeEventListener("message", listen);
            if (data.kind === "answer") resolve(data.answer);
            else reject(new Error(`No answer to ${JSON.stringify(request)}`));
          };
          worker.addEventListener("message", listen);
          const message: ToWorker = { kind: "search", turn, request, shown, counts: true };
          worker.postMessage(message);
        });
      const answers: SearchAnswer[] = [];
      for (const [index, request] of asked.entries()) answers.push(await ask(request, 1_000_000 + index));
      return answers;
    },
    [requests, STORIES] as const,
  );
}

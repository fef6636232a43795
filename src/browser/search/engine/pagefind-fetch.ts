import { PromiseCache } from "../../../lib/promise-cache.ts";

/** Pagefind's WebAssembly, which it requests beside each index. */
const WASM = /\/(wasm\.[^/]+\.pagefind)$/;

/**
 * The `fetch` of Pagefind. It serves the WebAssembly of every shard from the one file beside them, fetched once. And since
 * Pagefind treats an index file that fails to load as one without matches, it counts failures, so that a missing shard is
 * not mistaken for an empty one.
 */
export class PagefindFetch {
  readonly #index: string;
  readonly #fetch: typeof fetch;
  readonly #failures = new Map<string, number>();
  readonly #wasm = new PromiseCache<ArrayBuffer>();

  /** @param index the URL of the folder with the engine and all shards; ends in a slash */
  constructor(index: string, fetch: typeof globalThis.fetch) {
    this.#index = index;
    this.#fetch = fetch;
  }

  /** Replaces the global `fetch` where Pagefind runs. */
  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, this.#index).href;
    const wasm = WASM.exec(url)?.[1];
    if (wasm !== undefined && url.startsWith(this.#index)) {
      return new Response(await this.#wasm.get(wasm, () => this.#fetchWasm(wasm)));
    }
    try {
      const response = await this.#fetch(input, init);
      if (!response.ok) this.#countFailure(url);
      return response;
    } catch (error) {
      this.#countFailure(url);
      throw error;
    }
  };

  /** The number of failed fetches below a folder's URL. */
  failuresBelow(folder: string): number {
    return [...this.#failures].reduce((sum, [url, count]) => sum + (url.startsWith(folder) ? count : 0), 0);
  }

  #countFailure(url: string): void {
    this.#failures.set(url, (this.#failures.get(url) ?? 0) + 1);
  }

  async #fetchWasm(name: string): Promise<ArrayBuffer> {
    const response = await this.#fetch(new URL(name, this.#index));
    if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
    return response.arrayBuffer();
  }
}

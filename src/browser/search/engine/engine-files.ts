/** Pagefind's WebAssembly, which it looks for beside each index. */
const ASSEMBLY = /\/(wasm\.[^/]+\.pagefind)$/;

/**
 * The door through which Pagefind gets its files. Pagefind asks for its WebAssembly with every volume, but it stands once,
 * beside them, and is fetched once. And Pagefind takes an index file that cannot be fetched for one without the words: the
 * door counts what has failed, so that nobody takes a missing volume for an empty one.
 */
export class EngineFiles {
  readonly #index: string;
  readonly #fetch: typeof fetch;
  readonly #failures = new Map<string, number>();
  readonly #assemblies = new Map<string, Promise<ArrayBuffer>>();

  /** @param index the folder of the engine and of all volumes; its address ends in a slash */
  constructor(index: string, fetch: typeof globalThis.fetch) {
    this.#index = index;
    this.#fetch = fetch;
  }

  /** Stands in for `fetch` where Pagefind runs. */
  readonly fetch: typeof fetch = async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input, this.#index).href;
    const assembly = ASSEMBLY.exec(address)?.[1];
    if (assembly !== undefined && address.startsWith(this.#index)) return new Response(await this.#assembly(assembly));
    try {
      const response = await this.#fetch(input, init);
      if (!response.ok) this.#fail(address);
      return response;
    } catch (error) {
      this.#fail(address);
      throw error;
    }
  };

  /** How many fetches below an address have failed so far. */
  failuresBelow(folder: string): number {
    return [...this.#failures].reduce((sum, [address, times]) => sum + (address.startsWith(folder) ? times : 0), 0);
  }

  #fail(address: string): void {
    this.#failures.set(address, (this.#failures.get(address) ?? 0) + 1);
  }

  #assembly(name: string): Promise<ArrayBuffer> {
    const known = this.#assemblies.get(name) ?? this.#fetchAssembly(name);
    this.#assemblies.set(name, known);
    known.catch(() => this.#assemblies.delete(name));
    return known;
  }

  async #fetchAssembly(name: string): Promise<ArrayBuffer> {
    const response = await this.#fetch(new URL(name, this.#index));
    if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
    return response.arrayBuffer();
  }
}

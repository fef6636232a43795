/** LRU cache of promises. Rejections are not cached: the next call loads again. */
export class PromiseCache<T> {
  readonly #promises = new Map<string, Promise<T>>();
  readonly #capacity: number;

  /** @param capacity the number of entries beyond which the least recently used one is evicted */
  constructor(capacity = Number.POSITIVE_INFINITY) {
    this.#capacity = capacity;
  }

  /** The cached promise for `key`, or that of `load`. Calls for a key that is still loading share one promise. */
  get(key: string, load: () => Promise<T>): Promise<T> {
    const cached = this.#promises.get(key);
    const promise = cached ?? load();
    this.#promises.delete(key);
    this.#promises.set(key, promise);
    if (!cached) this.#forgetOnRejection(key, promise);
    const [oldest] = this.#promises.keys();
    if (this.#promises.size > this.#capacity && oldest !== undefined) this.#promises.delete(oldest);
    return promise;
  }

  #forgetOnRejection(key: string, promise: Promise<T>): void {
    promise.catch(() => {
      if (this.#promises.get(key) === promise) this.#promises.delete(key);
    });
  }
}

/** Memoizes a function without arguments: `load` runs at the first call. A rejection is not cached. */
export function lazy<T>(load: () => Promise<T>): () => Promise<T> {
  let promise: Promise<T> | undefined;
  return () => {
    promise ??= load().catch((error: unknown) => {
      promise = undefined;
      throw error;
    });
    return promise;
  };
}

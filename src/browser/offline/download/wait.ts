/**
 * Lets some time pass, or less where the line is there again before.
 *
 * @param line tells `online`
 * @throws the reason of `signal` where that is aborted
 */
export function wait(ms: number, signal: AbortSignal, line?: EventTarget): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const end = () => {
      clearTimeout(timer);
      line?.removeEventListener("online", end);
      signal.removeEventListener("abort", end);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(end, ms);
    line?.addEventListener("online", end);
    signal.addEventListener("abort", end);
  });
}

/** Yields to the event loop, so that waiting messages, such as the next letter typed, are handled first. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

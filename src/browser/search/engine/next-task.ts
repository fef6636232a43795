/** Lets whatever waits go first, such as the next letter of a reader who types on. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

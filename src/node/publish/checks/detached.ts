/** A text of its own memory: V8 keeps the whole page for as long as a piece of its text is kept. */
export function detached(text: string): string {
  return Buffer.from(text).toString();
}

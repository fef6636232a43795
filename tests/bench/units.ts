import { resolve } from "node:path";

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, "../..");

export function grouped(count: number): string {
  return count.toLocaleString("en");
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

export function milliseconds(ms: number): string {
  return `${ms.toFixed(3)} ms`;
}

export function mebibytes(bytes: number | undefined): string {
  return bytes === undefined ? "unknown" : `${grouped(Math.round(bytes / 2 ** 20))} MiB`;
}

export function kibibytes(bytes: number): string {
  return `${grouped(Math.round(bytes / 1024))} KiB`;
}

/** The middle one of some values, or the lower one of the two in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length / 2) - 1] ?? 0;
}

/** Rows in columns: the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const cell = (text: string, at: number) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0));
  return rows.map((row) => row.map(cell).join("   ").trimEnd()).join("\n");
}

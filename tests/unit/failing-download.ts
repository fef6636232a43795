import type { DownloadFailure } from "../../src/formats/offline/download.ts";
import { deviceWith, EVERYTHING } from "./fake-device.ts";
import { EditionHost, type Failure } from "./fake-host.ts";

/** A story of the edition, and its address. */
export const TALKS = "2026/11/01/talks/index.html";
export const TALKS_ADDRESS = "2026/11/01/talks/";

export function times(count: number, failure: Failure): readonly Failure[] {
  return Array.from({ length: count }, () => failure);
}

/** The state of a download that has failed. */
export function stopped(fault: DownloadFailure) {
  return { phase: "stopped", selection: EVERYTHING, fault };
}

/** A download from a failing host, and its result. */
export async function downloadWith(path: string, ...failures: Failure[]) {
  const host = new EditionHost();
  host.fail(path, ...failures);
  const { device, tab } = await deviceWith(EVERYTHING, host);
  return { device, host, tab, state: tab.state };
}

/** The number of requests for a path. */
export function requestCount({ requested }: EditionHost, path: string): number {
  return requested.filter((other) => other === path).length;
}

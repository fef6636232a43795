import type { SaveFault } from "../../src/formats/offline/download.ts";
import { deviceWith, EVERYTHING } from "./edition-device.ts";
import { EditionHost, type Trouble } from "./edition-host.ts";

/** A story of the edition, and where it is asked for. */
export const TALKS = "2026/11/01/talks/index.html";
export const TALKS_ADDRESS = "2026/11/01/talks/";

export function times(count: number, trouble: Trouble): readonly Trouble[] {
  return Array.from({ length: count }, () => trouble);
}

/** What readers are told of a save that cannot go on. */
export function stopped(fault: SaveFault) {
  return { phase: "stopped", selection: EVERYTHING, fault };
}

/** A save with some trouble on the host, and what it came to. */
export async function saveWith(path: string, ...troubles: Trouble[]) {
  const host = new EditionHost();
  host.trouble(path, ...troubles);
  const { device, tab } = await deviceWith(EVERYTHING, host);
  return { device, host, tab, state: tab.state };
}

/** How often a path was asked for. */
export function asksFor({ asked }: EditionHost, path: string): number {
  return asked.filter((other) => other === path).length;
}

import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { openBrowser } from "./open-browser.ts";

const SAMPLE_EVERY_MS = 250;
/** Consecutive samples within the tolerance, after which the memory has settled. */
const STABLE_SAMPLES = 4;
const TOLERANCE_BYTES = 2 ** 19;

/**
 * The memory of a page after its search, beyond that of an empty page: private to renderer processes (proc(5),
 * `smaps_rollup`), after garbage collection. Browser APIs leave WebAssembly out. Undefined without /proc.
 *
 * @param until the performance mark that the page sets when it is done
 */
export async function pageMemory(empty: string, address: string, until: string): Promise<number | undefined> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const processes = await browser.newBrowserCDPSession();
    const devTools = await page.context().newCDPSession(page);
    const measure = async (): Promise<number | undefined> => {
      await devTools.send("HeapProfiler.collectGarbage");
      return settled(async () => {
        const { processInfo } = await processes.send("SystemInfo.getProcessInfo");
        const bytes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => privateBytes(id));
        return bytes.reduce<number | undefined>(
          (sum, each) => (each === undefined || sum === undefined ? undefined : sum + each),
          0,
        );
      });
    };
    await page.goto(empty);
    const before = await measure();
    await page.goto(address);
    await page.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, until);
    const after = await measure();
    return before === undefined || after === undefined ? undefined : after - before;
  } finally {
    await browser.close();
  }
}

/** The first of several stable samples. */
async function settled(sample: () => Promise<number | undefined>): Promise<number | undefined> {
  let [first, stable] = [await sample(), 0];
  while (stable < STABLE_SAMPLES) {
    await setTimeout(SAMPLE_EVERY_MS);
    const next = await sample();
    if (first === undefined || next === undefined) return undefined;
    if (Math.abs(next - first) < TOLERANCE_BYTES) stable += 1;
    else [first, stable] = [next, 0];
  }
  return first;
}

function privateBytes(pid: number): number | undefined {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    return Number(/^Private_Dirty:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) * 1024;
  } catch {
    return undefined;
  }
}

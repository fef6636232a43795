import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type UpdateOptions, type UpdateReport, updateMarkets } from "../../src/node/ingest/markets/update/update-markets.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { readTree, writeTree } from "./build-site.ts";
import { type FiguresServer, fredCsv, type Responder, text } from "./figures-server.ts";

/** The clock of the updates. */
export const NOW = Date.parse("2026-11-22T12:00:00Z");

export const BRENT = "date,value\n2026-03,103.13\n2026-04,117.29\n2026-05,107.14\n2026-06,85.4\n";
const FRED_BRENT = { "2026-02": "70.89", "2026-03": "103.13", "2026-04": "117.29", "2026-05": "107.14", "2026-06": "85.40" };
const CPI = "date,value\n2025-08,323.976\n2025-09,324.8\n2025-10,\n2025-11,324.122\n2025-12,324.054\n";
const FRED_CPI = { "2025-08": "323.976", "2025-09": "324.800", "2025-10": "", "2025-11": "324.122", "2025-12": "324.054" };

export const BRENT_FETCH = "{ from: fred, code: MCOILBRENTEU }";
const CPI_FETCH = "{ from: fred, code: CPIAUCNS }";

/** FRED's response with the months of `BRENT`, and more or other ones. */
export function fredBrent(
  more: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
): Responder {
  return text(fredCsv("MCOILBRENTEU", { ...FRED_BRENT, ...more }), headers);
}

export function fredCpi(more: Readonly<Record<string, string>> = {}): Responder {
  return text(fredCsv("CPIAUCNS", { ...FRED_CPI, ...more }));
}

interface Sample {
  /** The YAML of `fetch`; empty for a series edited by hand. */
  readonly fetch: string;
  /** The file of figures, if there is one. */
  readonly csv?: string;
}

/** An entry of `series.yaml`. */
export function entry(id: string, fetch: string): string {
  return `- id: ${id}
  name: ${id}
  group: energy
  unit: US dollars a barrel
  decimals: 2
  frequency: monthly
  source: { name: A source, url: https://example.org/ }
  licence: US government public domain
  rise: neither
  method: An average.
  order: 1
${fetch && `  fetch: ${fetch}\n`}`;
}

/** A folder of figures that is updated from a local server, with mocked timers. */
export function marketsFolder(server: FiguresServer, series: Readonly<Record<string, Sample>>) {
  const root = temporaryFolder();
  const [folder, cacheFolder] = [join(root, "markets"), join(root, ".cache/markets")];
  const entries = Object.entries(series);
  writeTree(folder, [["series.yaml", entries.map(([id, { fetch }]) => entry(id, fetch)).join("")]]);
  writeTree(
    folder,
    entries.flatMap(([id, { csv }]) => (csv === undefined ? [] : [[`${id}.csv`, csv] as const])),
  );
  const waits: number[] = [];
  const progress: string[] = [];
  let controller = new AbortController();
  const timeoutsMs: number[] = [];
  const options: UpdateOptions = {
    folder,
    cacheFolder,
    wanted: [],
    keys: {},
    bases: { fred: server.base(), eia: server.base(), ecb: server.base() },
    effects: {
      now: () => NOW,
      random: () => 0.5,
      wait: async (ms) => void waits.push(ms),
      timeoutSignal: (ms) => {
        timeoutsMs.push(ms);
        controller = new AbortController();
        return controller.signal;
      },
    },
    progress: {
      start: (total) => void progress.push(`of ${total}`),
      advance: () => void progress.push("one"),
      stop: () => void progress.push("stop"),
    },
  };
  return {
    options,
    waits,
    timeoutsMs,
    progress,
    update: (more: Partial<UpdateOptions> = {}): Promise<UpdateReport> => updateMarkets({ ...options, ...more }),
    figures: (id: string): string => readFileSync(join(folder, `${id}.csv`), "utf8"),
    write: (id: string, csv: string): void => writeFileSync(join(folder, `${id}.csv`), csv),
    tree: () => readTree(folder),
    rootTree: () => readTree(root),
    /** Times out the current request. */
    timeOut: (): void => controller.abort(new DOMException("The operation timed out.", "TimeoutError")),
  };
}

/** A folder with two series, so that one can succeed while the other fails. */
export function brentAndCpi(server: FiguresServer) {
  return marketsFolder(server, { brent: { fetch: BRENT_FETCH, csv: BRENT }, cpi: { fetch: CPI_FETCH, csv: CPI } });
}

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type UpdateOptions, type UpdateReport, updateMarkets } from "../../src/node/ingest/markets/update/update-markets.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { readTree, writeTree } from "./build-site.ts";
import { type Answer, type FiguresServer, fredCsv, text } from "./figures-server.ts";

/** What time it is at the desk. */
export const NOW = Date.parse("2026-11-22T12:00:00Z");

export const BRENT = "date,value\n2026-03,103.13\n2026-04,117.29\n2026-05,107.14\n2026-06,85.4\n";
const FRED_BRENT = { "2026-02": "70.89", "2026-03": "103.13", "2026-04": "117.29", "2026-05": "107.14", "2026-06": "85.40" };
const CPI = "date,value\n2025-08,323.976\n2025-09,324.8\n2025-10,\n2025-11,324.122\n2025-12,324.054\n";
const FRED_CPI = { "2025-08": "323.976", "2025-09": "324.800", "2025-10": "", "2025-11": "324.122", "2025-12": "324.054" };

export const BRENT_FETCH = "{ from: fred, code: MCOILBRENTEU }";
const CPI_FETCH = "{ from: fred, code: CPIAUCNS }";

/** FRED's answer for what `BRENT` has, with more or other months. */
export function fredBrent(more: Readonly<Record<string, string>> = {}, headers: Readonly<Record<string, string>> = {}): Answer {
  return text(fredCsv("MCOILBRENTEU", { ...FRED_BRENT, ...more }), headers);
}

export function fredCpi(more: Readonly<Record<string, string>> = {}): Answer {
  return text(fredCsv("CPIAUCNS", { ...FRED_CPI, ...more }));
}

interface Sample {
  /** In YAML; nothing for a series that is written by hand. */
  readonly fetch: string;
  /** The file of figures, where there is one. */
  readonly csv?: string;
}

/** What `series.yaml` says of a series. */
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

/** A folder of figures that is updated from a server on this machine, without waiting. */
export function desk(server: FiguresServer, series: Readonly<Record<string, Sample>>) {
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
  let deadline = new AbortController();
  const deadlines: number[] = [];
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
      deadline: (ms) => {
        deadlines.push(ms);
        deadline = new AbortController();
        return deadline.signal;
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
    deadlines,
    progress,
    update: (more: Partial<UpdateOptions> = {}): Promise<UpdateReport> => updateMarkets({ ...options, ...more }),
    figures: (id: string): string => readFileSync(join(folder, `${id}.csv`), "utf8"),
    write: (id: string, csv: string): void => writeFileSync(join(folder, `${id}.csv`), csv),
    tree: () => readTree(folder),
    rootTree: () => readTree(root),
    /** The time for the request under way is over. */
    timeOut: (): void => deadline.abort(new DOMException("The operation timed out.", "TimeoutError")),
  };
}

/** A desk with two series, so that one can succeed where the other fails. */
export function brentAndCpi(server: FiguresServer) {
  return desk(server, { brent: { fetch: BRENT_FETCH, csv: BRENT }, cpi: { fetch: CPI_FETCH, csv: CPI } });
}

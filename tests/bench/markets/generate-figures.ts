import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { roundTo } from "../../../src/markets/figures.ts";
import { seededRandom } from "../archive/random.ts";

const FIRST_DAY_MS = Date.UTC(1999, 0, 4);
const DAY_MS = 24 * 60 * 60 * 1000;
const GROUPS = ["currencies", "energy", "rates", "prices"];
const DECIMALS = 2;
/** As many stand on the strip as would there be by hand. */
const LABELLED = 7;

/** When figures that begin on the first day have all been published. */
export function lastDay(observations: number): Date {
  return new Date(FIRST_DAY_MS + observations * DAY_MS);
}

/** Writes so many series of so many days into a folder such as `_data/markets`, each a random walk. */
export async function generateFigures(series: number, observations: number, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const days = Array.from({ length: observations }, (_, day) => new Date(FIRST_DAY_MS + day * DAY_MS).toISOString().slice(0, 10));
  const list = Array.from({ length: series }, (_, at) => describe(at));
  for (const { id } of list) await writeFile(join(folder, `${id}.csv`), walk(id, days));
  await writeFile(join(folder, "series.yaml"), stringify(list));
}

function describe(at: number) {
  const group = GROUPS[at % GROUPS.length];
  return {
    id: `series-${at + 1}`,
    name: `Series ${at + 1}`,
    ...(at < LABELLED && { label: `S ${at + 1}` }),
    group,
    unit: group === "rates" ? "per cent a year" : "US dollars a barrel",
    decimals: DECIMALS,
    frequency: "daily",
    source: { name: "A generator of random walks", url: "https://www.example.org/" },
    licence: "CC0",
    rise: "neither",
    method: "A number that goes up or down a little every day.",
    order: at,
  };
}

function walk(seed: string, days: readonly string[]): string {
  const random = seededRandom(seed);
  let value = 100;
  const lines = days.map((day) => {
    value = Math.max(1, value + random() - 0.5);
    return `${day},${roundTo(value, DECIMALS)}`;
  });
  return `date,value\n${lines.join("\n")}\n`;
}

/** A folder of content with no story in it. */
export async function generateEmptyContent(folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const file of ["authors.yaml", "topics.yaml"]) await writeFile(join(folder, file), "{}\n");
  return folder;
}

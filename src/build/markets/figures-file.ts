import { join } from "node:path";
import { csvParse } from "d3-dsv";
import { parseObservations } from "../../markets/observations.ts";
import type { Observation } from "../../markets/series.ts";
import { digitsOf } from "../../markets/sources/compare-readings.ts";
import type { ContentFault } from "../content/content-fault.ts";
import { displayPath, readSource } from "../content/source-file.ts";
import type { FetchedSeries } from "./chosen-series.ts";

/** A file of figures as it is before an update. */
export interface FiguresFile {
  readonly path: string;
  /** Empty where there is no file yet. */
  readonly text: string;
  readonly observations: readonly Observation[];
  /** The most digits after the point that a figure is written with; undefined where there is none. */
  readonly digits: number | undefined;
}

/** Reads the figures of a series; a series that is new has no file yet. Whatever is wrong is added to `faults`. */
export async function readFiguresFile(
  folder: string,
  { id, frequency }: FetchedSeries,
  nowMs: number,
  faults: ContentFault[],
): Promise<FiguresFile> {
  const path = join(folder, `${id}.csv`);
  const nothing: FiguresFile = { path, text: "", observations: [], digits: undefined };
  const source = await readSource(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!source) return nothing;
  if ("problem" in source) {
    faults.push(source);
    return nothing;
  }
  const { observations, problems } = parseObservations(source.text, { frequency, nowMs });
  faults.push(...problems.map((problem) => ({ file: source.file, ...problem })));
  const digits = csvParse(source.text).map(({ value = "" }) => digitsOf(value));
  return { path, text: source.text, observations, digits: digits.reduce((most, each) => Math.max(most, each), 0) };
}

/** What is wrong with the text of a file of figures that is about to be written. */
export function faultsOf(
  path: string,
  text: string,
  circumstances: Parameters<typeof parseObservations>[1],
): readonly ContentFault[] {
  return parseObservations(text, circumstances).problems.map((problem) => ({ file: displayPath(path), ...problem }));
}

import { join } from "node:path";
import { csvParse, csvParseRows } from "d3-dsv";
import type { Diagnostic } from "../../../../lib/diagnostic.ts";
import { parseObservations } from "../../../../markets/observations.ts";
import type { Observation } from "../../../../markets/series.ts";
import { type Comparison, digitsOf, type Revision } from "../../../../markets/sources/compare-readings.ts";
import { displayPath, readSource } from "../../../files/source-file.ts";
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
  faults: Diagnostic[],
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
): readonly Diagnostic[] {
  return parseObservations(text, circumstances).problems.map((problem) => ({ file: displayPath(path), ...problem }));
}

interface Line {
  readonly date: string;
  readonly text: string;
}

/**
 * The text of a file of figures with what a source says beyond it. New periods are lines of their own; a revised figure
 * keeps its first line and gets another below, with the day of fetching as its vintage. Nothing else changes.
 *
 * @param text empty for a new file
 * @param today in ISO 8601
 */
export function revisedText(text: string, { added, revised }: Pick<Comparison, "added" | "revised">, today: string): string {
  const [header = "date,value", ...written] = text.split("\n").filter((line) => line !== "");
  const known = withVintages(written.map(lineOf), new Map(revised.map((revision) => [revision.date, revision])), today);
  const fresh = added.map(({ date, value = "" }): Line => ({ date, text: `${date},${value}` }));
  const lines = [...known, ...fresh].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  const columns = revised.length > 0 ? "date,value,vintage" : header;
  return `${[columns, ...lines.map((line) => line.text)].join("\n")}\n`;
}

function lineOf(text: string): Line {
  return { date: cells(text)[0] ?? "", text };
}

function cells(text: string): readonly string[] {
  return csvParseRows(text)[0] ?? [];
}

/** What has been revised twice on a day has one line of that day: two of them would have no order. */
function withVintages(lines: readonly Line[], revisions: ReadonlyMap<string, Revision>, today: string): readonly Line[] {
  return lines.flatMap((line, index) => {
    const revision = revisions.get(line.date);
    if (!revision || lines[index + 1]?.date === line.date) return [line];
    const vintage: Line = { date: line.date, text: `${line.date},${revision.to},${today}` };
    return cells(line.text)[2] === today ? [vintage] : [line, vintage];
  });
}

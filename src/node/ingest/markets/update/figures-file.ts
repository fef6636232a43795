import { join } from "node:path";
import { csvParse, csvParseRows } from "d3-dsv";
import type { Diagnostic } from "../../../../lib/diagnostic.ts";
import { parseObservations } from "../../../../markets/observations.ts";
import type { Observation } from "../../../../markets/series.ts";
import { type Comparison, decimalsOf, type Revision } from "../../../../markets/sources/compare-observations.ts";
import { displayPath, readSource } from "../../../files/source-file.ts";
import type { FetchedSeries } from "./choose-series.ts";

/** The CSV file of a series before an update. */
export interface FiguresFile {
  readonly path: string;
  /** Empty if there is no file yet. */
  readonly text: string;
  readonly observations: readonly Observation[];
  /** The largest number of decimals in the file; undefined if it has no figure. */
  readonly digits: number | undefined;
}

/** Reads the figures of a series, which has no file yet if it is new. */
export async function readFiguresFile(
  folder: string,
  { id, frequency }: FetchedSeries,
  nowMs: number,
  diagnostics: Diagnostic[],
): Promise<FiguresFile> {
  const path = join(folder, `${id}.csv`);
  const empty: FiguresFile = { path, text: "", observations: [], digits: undefined };
  const source = await readSource(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!source) return empty;
  if ("message" in source) {
    diagnostics.push(source);
    return empty;
  }
  const parsed = parseObservations(source.text, { frequency, nowMs });
  diagnostics.push(...parsed.diagnostics.map((diagnostic) => ({ file: source.file, ...diagnostic })));
  const digits = csvParse(source.text).map(({ value = "" }) => decimalsOf(value));
  return {
    path,
    text: source.text,
    observations: parsed.observations,
    digits: digits.reduce((max, each) => Math.max(max, each), 0),
  };
}

/** Validates the text of a CSV file before it is written. */
export function checkFigures(
  path: string,
  text: string,
  context: Parameters<typeof parseObservations>[1],
): readonly Diagnostic[] {
  return parseObservations(text, context).diagnostics.map((diagnostic) => ({ file: displayPath(path), ...diagnostic }));
}

interface Line {
  readonly date: string;
  readonly text: string;
}

/**
 * Adds new and revised figures to a CSV file. A new period gets a line; a revised figure gets another line below its
 * first, with today as its vintage. All other lines stay unchanged.
 *
 * @param text empty for a new file
 * @param today in ISO 8601
 */
export function revisedText(text: string, { added, revised }: Pick<Comparison, "added" | "revised">, today: string): string {
  const [header = "date,value", ...rows] = text.split("\n").filter((line) => line !== "");
  const known = withVintages(rows.map(lineOf), new Map(revised.map((revision) => [revision.date, revision])), today);
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

/** A second revision on the same day replaces the first: two vintages of one day would have no order. */
function withVintages(lines: readonly Line[], revisions: ReadonlyMap<string, Revision>, today: string): readonly Line[] {
  return lines.flatMap((line, index) => {
    const revision = revisions.get(line.date);
    if (!revision || lines[index + 1]?.date === line.date) return [line];
    const vintage: Line = { date: line.date, text: `${line.date},${revision.to},${today}` };
    return cells(line.text)[2] === today ? [vintage] : [line, vintage];
  });
}

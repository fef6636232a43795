import { csvParseRows } from "d3-dsv";
import type { Comparison, Revision } from "../../markets/sources/compare-readings.ts";

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

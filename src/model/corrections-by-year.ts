import type { Article } from "./article.ts";
import { type Correction, correctionId } from "./correction.ts";
import { CORRECTIONS, type SitePath } from "./urls.ts";

/** A correction and the story that it belongs to. */
export interface FiledCorrection extends Correction {
  readonly article: Pick<Article, "title" | "path" | "section" | "authors">;
  /** Its place on the story's page. */
  readonly path: SitePath;
}

/** The corrections of one calendar year. */
export interface CorrectionsYear {
  readonly year: number;
  readonly path: SitePath;
  readonly corrections: readonly FiledCorrection[];
}

/** Every correction of what is published. Corrections and years newest first. */
export interface FiledCorrections {
  readonly all: readonly FiledCorrection[];
  readonly years: readonly CorrectionsYear[];
}

/** Files the corrections of stories. Those of one instant are in order of address. */
export function fileCorrections(articles: readonly Article[]): FiledCorrections {
  const all = articles
    .flatMap((article) =>
      article.corrections.map(({ date, text }): FiledCorrection => {
        return Object.freeze({ date, text, article, path: `${article.path}#${correctionId(date)}` });
      }),
    )
    .sort((a, b) => b.date.toMillis() - a.date.toMillis() || (a.path < b.path ? -1 : 1));
  const years = [...Map.groupBy(all, ({ date }) => date.year)].map(([year, corrections]) =>
    Object.freeze({ year, path: correctionsOf(year), corrections: Object.freeze(corrections) }),
  );
  return Object.freeze({ all: Object.freeze(all), years: Object.freeze(years) });
}

function correctionsOf(year: number): SitePath {
  return `${CORRECTIONS}${String(year).padStart(4, "0")}/`;
}

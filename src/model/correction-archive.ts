import type { Article } from "./article.ts";
import { type Correction, correctionId } from "./correction.ts";
import { CORRECTIONS } from "./fixed-pages.ts";
import type { SitePath } from "./urls.ts";

/** A correction with its story. */
export interface CorrectionEntry extends Correction {
  readonly article: Pick<Article, "title" | "path" | "section" | "authors">;
  /** Its address: a fragment of the story's page. */
  readonly path: SitePath;
}

/** The corrections of one calendar year. */
export interface CorrectionsYear {
  readonly year: number;
  readonly path: SitePath;
  readonly corrections: readonly CorrectionEntry[];
}

/** Every correction of the published stories, in all and by year. Newest first. */
export interface CorrectionArchive {
  readonly all: readonly CorrectionEntry[];
  readonly years: readonly CorrectionsYear[];
}

/** Collects the corrections of stories. Those with the same date are in order of address. */
export function correctionArchive(articles: readonly Article[]): CorrectionArchive {
  const all = articles
    .flatMap((article) =>
      article.corrections.map(({ date, text }): CorrectionEntry => {
        return Object.freeze({ date, text, article, path: `${article.path}#${correctionId(date)}` });
      }),
    )
    .sort((a, b) => b.date.toMillis() - a.date.toMillis() || (a.path < b.path ? -1 : 1));
  const years = [...Map.groupBy(all, ({ date }) => date.year)].map(([year, corrections]) =>
    Object.freeze({ year, path: correctionsPath(year), corrections: Object.freeze(corrections) }),
  );
  return Object.freeze({ all: Object.freeze(all), years: Object.freeze(years) });
}

function correctionsPath(year: number): SitePath {
  return `${CORRECTIONS}${String(year).padStart(4, "0")}/`;
}

import type { Catalog } from "../../../src/model/catalog.ts";

/** One choice of a filter: its value in the address, and its name for readers. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** What the filters of a search can be set to. */
export interface SearchChoices {
  readonly sections: readonly Choice[];
  readonly topics: readonly Choice[];
  readonly authors: readonly Choice[];
  /** Those that have stories, newest first. */
  readonly years: readonly Choice[];
}

export function searchChoices({ sections, topics, authors, publication }: Catalog): SearchChoices {
  const years = [...new Set(publication.months.map(({ year }) => String(year)))];
  return { sections, topics, authors, years: years.map((year) => ({ id: year, name: year })) };
}

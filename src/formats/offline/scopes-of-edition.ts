import type { Catalog } from "../../model/catalog.ts";
import { type Calendar, monthName } from "../../model/dates.ts";
import type { EditionPart } from "./scopes.ts";

/**
 * What can be taken along of an edition, in the order in which readers are offered it: all of it, its newest month, its
 * sections, and its years from the newest on. Nothing is offered that has no story.
 */
export function partsOf(
  { articles, sections }: Pick<Catalog, "articles" | "sections">,
  calendar: Calendar,
): readonly Pick<EditionPart, "id" | "name">[] {
  const [newest] = articles;
  if (!newest) return [];
  const years = [...new Set(articles.map(({ published }) => published.year))].sort((a, b) => b - a);
  return [
    { id: "everything", name: "Everything" },
    { id: "new", name: `New in ${monthName(newest.published, calendar)}` },
    ...sections.filter((section) => section.articles.length > 0).map(({ id, name }) => ({ id: `section:${id}` as const, name })),
    ...years.map((year) => ({ id: `year:${year}` as const, name: String(year) })),
  ];
}

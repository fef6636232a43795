import type { FilterCounts } from "../../../formats/search/search-answer.ts";
import type { SearchRequest } from "../../../formats/search/search-request.ts";
import type { Facets, StoryId } from "./shard.ts";
import type { ShardMatches } from "./shard-matches.ts";

/** A filter that stories are counted by. The months of a request are one filter, counted by year. */
type Filter = keyof FilterCounts;

const TESTS: Readonly<Record<Filter, (facets: Facets, request: SearchRequest) => boolean>> = {
  section: ({ section }, request) => request.section === undefined || section === request.section,
  topic: ({ topic }, request) => request.topic === undefined || topic.has(request.topic),
  author: ({ author }, request) => request.author === undefined || author.has(request.author),
  year: ({ month }, { from, to }) => (from === undefined || month >= from) && (to === undefined || month <= to),
};
const FILTERS = Object.keys(TESTS) as readonly Filter[];

export function hasFilters({ section, topic, author, from, to }: SearchRequest): boolean {
  return [section, topic, author, from, to].some((choice) => choice !== undefined);
}

/** Whether the months of a request include any of a year. */
export function includesYear({ from, to }: SearchRequest, year: number): boolean {
  const first = from === undefined ? year : Number(from.slice(0, 4));
  const last = to === undefined ? year : Number(to.slice(0, 4));
  return first <= year && year <= last;
}

/** Whether a story passes all filters of a request. */
export function passes(facets: Facets, request: SearchRequest): boolean {
  return FILTERS.every((filter) => TESTS[filter](facets, request));
}

/** The stories of a shard to be counted, with their facets. */
export interface FacetedMatches {
  readonly matches: ShardMatches;
  readonly found: ReadonlySet<StoryId>;
  readonly facets: ReadonlyMap<StoryId, Facets>;
}

/** Facet counts: the stories for each choice of a filter, with all other filters applied. */
export function countFilters(shards: readonly FacetedMatches[], request: SearchRequest): FilterCounts {
  const counts: Record<Filter, Record<string, number>> = { section: {}, topic: {}, author: {}, year: {} };
  for (const { matches, found, facets } of shards) {
    for (const id of found) {
      const ofStory = facets.get(id);
      if (!ofStory) continue;
      const failed = FILTERS.filter((filter) => !TESTS[filter](ofStory, request));
      const counted = failed.length === 0 ? FILTERS : failed.length === 1 ? failed : [];
      for (const filter of counted) {
        for (const value of valuesOf(filter, ofStory, matches)) counts[filter][value] = (counts[filter][value] ?? 0) + 1;
      }
    }
  }
  return counts;
}

function valuesOf(filter: Filter, { section, topic, author }: Facets, { shard }: ShardMatches): Iterable<string> {
  const values = { section: [section], topic, author, year: [String(shard.year)] };
  return values[filter];
}

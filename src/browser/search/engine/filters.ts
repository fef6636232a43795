import type { FilterCounts } from "../../../formats/search/search-answer.ts";
import type { SearchRequest } from "../../../formats/search/search-request.ts";
import type { Filing, StoryId } from "./volume.ts";
import type { VolumeMatches } from "./volume-matches.ts";

/** The filters that stories are counted by. The months of a request are one filter, counted by year. */
type Filter = keyof FilterCounts;

const TESTS: Readonly<Record<Filter, (filing: Filing, request: SearchRequest) => boolean>> = {
  section: ({ section }, request) => request.section === undefined || section === request.section,
  topic: ({ topic }, request) => request.topic === undefined || topic.has(request.topic),
  author: ({ author }, request) => request.author === undefined || author.has(request.author),
  year: ({ month }, { from, to }) => (from === undefined || month >= from) && (to === undefined || month <= to),
};
const FILTERS = Object.keys(TESTS) as readonly Filter[];

/** Whether a request leaves stories out for anything but their words. */
export function hasFilters({ section, topic, author, from, to }: SearchRequest): boolean {
  return [section, topic, author, from, to].some((choice) => choice !== undefined);
}

/** Whether a volume may hold stories that the request is for. */
export function mayHold(year: number, { from, to }: SearchRequest): boolean {
  const first = from === undefined ? year : Number(from.slice(0, 4));
  const last = to === undefined ? year : Number(to.slice(0, 4));
  return first <= year && year <= last;
}

/** Whether a story passes all filters of a request. */
export function passes(filing: Filing, request: SearchRequest): boolean {
  return FILTERS.every((filter) => TESTS[filter](filing, request));
}

/** The filings of a volume, with the stories to be counted in it. */
export interface FiledMatches {
  readonly matches: VolumeMatches;
  readonly found: ReadonlySet<StoryId>;
  readonly filings: ReadonlyMap<StoryId, Filing>;
}

/** Counts the stories for each choice of a filter, with all other filters applied as they are. */
export function countFilters(volumes: readonly FiledMatches[], request: SearchRequest): FilterCounts {
  const counts: Record<Filter, Record<string, number>> = { section: {}, topic: {}, author: {}, year: {} };
  for (const { matches, found, filings } of volumes) {
    for (const id of found) {
      const filing = filings.get(id);
      if (!filing) continue;
      const failed = FILTERS.filter((filter) => !TESTS[filter](filing, request));
      const counted = failed.length === 0 ? FILTERS : failed.length === 1 ? failed : [];
      for (const filter of counted) {
        for (const value of valuesOf(filter, filing, matches)) counts[filter][value] = (counts[filter][value] ?? 0) + 1;
      }
    }
  }
  return counts;
}

function valuesOf(filter: Filter, { section, topic, author }: Filing, { volume }: VolumeMatches): Iterable<string> {
  const values = { section: [section], topic, author, year: [String(volume.year)] };
  return values[filter];
}

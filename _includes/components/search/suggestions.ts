import type { FoundStory, SearchAnswer, SpellingCorrection } from "../../../src/formats/search/search-answer.ts";
import type { NamedPage, SearchManifest } from "../../../src/formats/search/search-manifest.ts";
import { NO_REQUEST } from "../../../src/formats/search/search-request.ts";
import { foldWord, wordsOf } from "../../../src/formats/search/words.ts";
import { TOPICS } from "../../../src/model/fixed-pages.ts";
import type { Href } from "../../../src/model/urls.ts";
import { NEEDS_CONNECTION, searchedQuery, storyCount } from "./answer-text.ts";
import { searchAddress, storyAddress } from "./search-addresses.ts";

/** A page that the search dialog suggests. No two have the same address. */
export interface Suggestion {
  readonly href: string;
  readonly text: string;
  readonly detail?: string;
  /** The query to remember as a recent search when the suggestion is selected. */
  readonly query?: string;
}

export interface SuggestionGroup {
  readonly name: string | undefined;
  readonly kind: "stories" | "places" | "searches";
  readonly suggestions: readonly Suggestion[];
}

export interface SuggestionSources {
  readonly manifest: SearchManifest | undefined;
  /** Recent queries. */
  readonly recent: readonly string[];
  readonly answer: SearchAnswer | undefined;
}

const MAX_PAGES_PER_LIST = 4;
const MAX_TOPICS = 24;
const LISTS = [
  ["Sections", "sections"],
  ["Topics", "topics"],
  ["Authors", "authors"],
  ["Market figures", "series"],
] as const;

/** The suggestions for a query, in groups without empty ones. */
export function suggestionsFor(query: string, sources: SuggestionSources, href: Href): readonly SuggestionGroup[] {
  const groups = query === "" ? withoutQuery(sources, href) : whileTyping(query, sources, href);
  return groups.filter(({ suggestions }) => suggestions.length > 0);
}

function withoutQuery({ manifest, recent }: SuggestionSources, href: Href): SuggestionGroup[] {
  const topics = manifest?.topics ?? [];
  const allTopics = topics.length > MAX_TOPICS ? [{ href: href(TOPICS), text: "All topics" }] : [];
  return [
    { name: "Recent searches", kind: "searches", suggestions: recent.map((query) => suggestQuery(query, query, href)) },
    {
      name: "Newest stories",
      kind: "stories",
      suggestions: (manifest?.newest ?? []).map(({ title, path, date }) => ({ href: href(path), text: title, detail: date })),
    },
    { name: "Topics", kind: "places", suggestions: [...suggestPages(topics.slice(0, MAX_TOPICS), href), ...allTopics] },
  ];
}

/** Until there is an answer, the stories of the query before stay. */
function whileTyping(query: string, { manifest, answer }: SuggestionSources, href: Href): SuggestionGroup[] {
  const current = answer?.request.query === query ? answer : undefined;
  const correction = current?.correction;
  const searched = current ? searchedQuery(current) : query;
  return [
    {
      name: "Did you mean",
      kind: "searches",
      suggestions: correction && !correction.isApplied ? [suggestQuery(correction.query, correction.query, href)] : [],
    },
    {
      name: storiesName(answer, correction),
      kind: "stories",
      suggestions: (answer?.stories ?? []).map((story) => suggestStory(story, query, href)),
    },
    ...LISTS.map(([name, list]): SuggestionGroup => {
      const pages = (manifest?.[list] ?? []).filter((page) => hasWordPrefix(page.name, query));
      return { name, kind: "places", suggestions: suggestPages(pages.slice(0, MAX_PAGES_PER_LIST), href) };
    }),
    {
      name: undefined,
      kind: "searches",
      suggestions: [
        ...(current?.isComplete && current.total === 0 ? [] : [suggestAllResults(searched, current?.total, href)]),
        ...(correction?.isApplied ? [suggestVerbatim(query, href)] : []),
      ],
    },
  ];
}

function storiesName(answer: SearchAnswer | undefined, correction: SpellingCorrection | undefined): string {
  if (correction?.isApplied) return `Showing results for “${correction.query}”`;
  return answer?.matching === "some" ? "Stories matching some of these words" : "Stories";
}

function suggestAllResults(query: string, total: number | undefined, href: Href): Suggestion {
  return { ...suggestQuery(query, `All results for “${query}”`, href), ...(total && { detail: storyCount(total) }) };
}

function suggestQuery(query: string, text: string, href: Href): Suggestion {
  return { href: searchAddress({ ...NO_REQUEST, query }, href), text, query };
}

/** The query as typed, where the stories are those of its correction. */
function suggestVerbatim(query: string, href: Href): Suggestion {
  return { href: searchAddress({ ...NO_REQUEST, query, verbatim: true }, href), text: `Search instead for “${query}”`, query };
}

function suggestStory(story: FoundStory, query: string, href: Href): Suggestion {
  const detail = [story.section.name, story.date, ...(story.needsConnection ? [NEEDS_CONNECTION] : [])].join(" · ");
  return { href: storyAddress(story, href), text: story.title, detail, query };
}

function suggestPages(pages: readonly NamedPage[], href: Href): readonly Suggestion[] {
  return pages.map(({ name, path }) => ({ href: href(path), text: name }));
}

/** Whether a query is a prefix of a name from any of its words on: `data` and `market d` are of Market Data. */
export function hasWordPrefix(name: string, query: string): boolean {
  const prefix = folded(query);
  const words = wordsOf(name);
  return prefix !== "" && words.some((_, at) => folded(words.slice(at).join(" ")).startsWith(prefix));
}

function folded(text: string): string {
  return wordsOf(text).map(foldWord).join(" ");
}

const STEPS: ReadonlyMap<string, number> = new Map([
  ["ArrowDown", 1],
  ["ArrowUp", -1],
]);

/** Whether a key moves the selection. */
export function isStep(key: string): boolean {
  return STEPS.has(key);
}

/** The address of the suggestion that an arrow key selects, from the last to the first and back. */
export function nextSuggestion(active: string | undefined, key: string, groups: readonly SuggestionGroup[]): string | undefined {
  const addresses = groups.flatMap(({ suggestions }) => suggestions.map(({ href }) => href));
  const step = STEPS.get(key) ?? 0;
  const from = active === undefined ? -1 : addresses.indexOf(active);
  if (from < 0) return addresses.at(step > 0 ? 0 : -1);
  return addresses[(from + step + addresses.length) % addresses.length];
}

import type { FoundStory, SearchAnswer } from "../../../src/formats/search/search-answer.ts";
import type { SearchManifest } from "../../../src/formats/search/search-manifest.ts";
import { NO_REQUEST } from "../../../src/formats/search/search-request.ts";
import { foldWord, wordsOf } from "../../../src/formats/search/words.ts";
import { type Href, TOPICS } from "../../../src/model/urls.ts";
import { NEEDS_CONNECTION, storyCount } from "./answer-words.ts";
import { searchAddress } from "./QueryLink.tsx";
import { storyAddress } from "./story-address.ts";

/** A page that the search's dialog offers. No two of its offers have one address. */
export interface Offer {
  readonly href: string;
  readonly text: string;
  readonly detail?: string;
  /** The query that a reader who takes the offer has searched for. */
  readonly query?: string;
}

export interface OfferGroup {
  readonly name: string | undefined;
  readonly kind: "stories" | "places" | "searches";
  readonly offers: readonly Offer[];
}

/** What offers are made from. */
export interface OfferSources {
  readonly manifest: SearchManifest | undefined;
  readonly recent: readonly string[];
  readonly answer: SearchAnswer | undefined;
}

const MOST_PLACES = 4;
const MOST_TOPICS = 24;
const PLACES = [
  ["Sections", "sections"],
  ["Topics", "topics"],
  ["Authors", "authors"],
  ["Market figures", "series"],
] as const;

/** What to offer a reader who has written `query`, in order. Groups without offers are left out. */
export function offersFor(query: string, sources: OfferSources, href: Href): readonly OfferGroup[] {
  const groups = query === "" ? offersAtRest(sources, href) : offersWhileTyping(query, sources, href);
  return groups.filter(({ offers }) => offers.length > 0);
}

function offersAtRest({ manifest, recent }: OfferSources, href: Href): OfferGroup[] {
  const topics = manifest?.topics ?? [];
  const allTopics = topics.length > MOST_TOPICS ? [{ href: href(TOPICS), text: "All topics" }] : [];
  return [
    { name: "Recent searches", kind: "searches", offers: recent.map((query) => searchOffer(query, query, href)) },
    {
      name: "Newest stories",
      kind: "stories",
      offers: (manifest?.newest ?? []).map(({ title, path, date }) => ({ href: href(path), text: title, detail: date })),
    },
    { name: "Topics", kind: "places", offers: [...topics.slice(0, MOST_TOPICS).map(placeOffer(href)), ...allTopics] },
  ];
}

function offersWhileTyping(query: string, { manifest, answer }: OfferSources, href: Href): OfferGroup[] {
  // Until there is an answer, the stories of the query before stay.
  const own = answer?.request.query === query ? answer : undefined;
  return [
    {
      name: "Did you mean",
      kind: "searches",
      offers: own?.suggestion ? [searchOffer(own.suggestion, own.suggestion, href)] : [],
    },
    {
      name: answer?.holds === "some" ? "Stories with some of these words" : "Stories",
      kind: "stories",
      offers: (answer?.stories ?? []).map((story) => storyOffer(story, query, href)),
    },
    ...PLACES.map(([name, list]): OfferGroup => {
      const places = (manifest?.[list] ?? []).filter((context) => hasWordLike(context.name, query));
      return { name, kind: "places", offers: places.slice(0, MOST_PLACES).map(placeOffer(href)) };
    }),
    {
      name: undefined,
      kind: "searches",
      offers: own?.isComplete && own.total === 0 ? [] : [allResults(query, own?.total, href)],
    },
  ];
}

function allResults(query: string, total: number | undefined, href: Href): Offer {
  return { ...searchOffer(query, `All results for “${query}”`, href), ...(total && { detail: storyCount(total) }) };
}

/** Whether the words of a name, from one of them on, begin with what is written: `data` and `market d` do in Market Data. */
export function hasWordLike(name: string, query: string): boolean {
  const beginning = folded(query);
  const words = wordsOf(name);
  return beginning !== "" && words.some((_, at) => folded(words.slice(at).join(" ")).startsWith(beginning));
}

function folded(text: string): string {
  return wordsOf(text).map(foldWord).join(" ");
}

function searchOffer(query: string, text: string, href: Href): Offer {
  return { href: searchAddress({ ...NO_REQUEST, query }, href), text, query };
}

function storyOffer(story: FoundStory, query: string, href: Href): Offer {
  const detail = [story.section.name, story.date, ...(story.needsConnection ? [NEEDS_CONNECTION] : [])].join(" · ");
  return { href: storyAddress(story, href), text: story.title, detail, query };
}

function placeOffer(href: Href): (context: SearchManifest["topics"][number]) => Offer {
  return ({ name, path }) => ({ href: href(path), text: name });
}

import type { SearchShard } from "../../../formats/search/search-manifest.ts";
import { readStoryLengths, type StoryLength } from "../../../formats/search/story-lengths.ts";
import { partitionOf, readVocabulary, type Vocabulary } from "../../../formats/search/vocabulary.ts";
import { foldWord } from "../../../formats/search/words.ts";
import { lazy, PromiseCache } from "../../../lib/promise-cache.ts";
import { nextTask } from "./next-task.ts";
import type { PagefindAnswer, PagefindIndex, PagefindResult, PagefindStory } from "./pagefind.ts";
import type { PagefindFetch } from "./pagefind-fetch.ts";
import { idfOfPagefind, isOfTheWord, METADATA_ONLY_WEIGHT, prefixWeight, wordWeight } from "./ranking.ts";
import type { Facets, Posting, Postings, Shard, StoryId } from "./shard.ts";

/** Too many words begin with a shorter prefix. */
const MIN_PREFIX_LENGTH = 3;
/** How many words a prefix is expanded to: the shortest ones, which are closest to it. */
const MAX_EXPANSIONS = 60;
const MAX_EXPANSIONS_OF_SHORTEST = 24;
/** Expansions searched before other tasks may run; each takes Pagefind a millisecond. */
const EXPANSIONS_PER_TASK = 12;
/** Facet values read before other tasks may run; each takes Pagefind a millisecond or two. */
const FACET_VALUES_PER_TASK = 8;
/** Results cached of each kind: while a query is being typed, most of its words are searched for again. */
const CACHE_CAPACITY = 256;

/** A shard indexed by Pagefind. */
export class PagefindShard implements Shard {
  readonly id: string;
  readonly year: number;
  readonly #folder: string;
  readonly #entry: SearchShard;
  readonly #openIndex: () => PagefindIndex;
  readonly #index: PagefindIndex;
  readonly #fetch: PagefindFetch;
  readonly #universalTerms: ReadonlySet<string>;
  readonly #fetched = new Set<StoryId>();
  #lastRead: Promise<unknown> = Promise.resolve();
  readonly #storyCache = new PromiseCache<PagefindStory>();
  readonly #vocabularyCache = new PromiseCache<Vocabulary>();
  readonly #wordCache = new PromiseCache<Postings>(CACHE_CAPACITY);
  readonly #prefixCache = new PromiseCache<Postings>(CACHE_CAPACITY);
  readonly #phraseCache = new PromiseCache<ReadonlySet<StoryId>>(CACHE_CAPACITY);
  readonly #scoreCache = new PromiseCache<PagefindAnswer>(CACHE_CAPACITY);
  readonly #positionCache = new PromiseCache<readonly number[]>(CACHE_CAPACITY);

  /** @param universalTerms the folded words that every story of the archive has */
  constructor(
    entry: SearchShard,
    folder: string,
    openIndex: () => PagefindIndex,
    fetch: PagefindFetch,
    universalTerms: ReadonlySet<string>,
  ) {
    this.id = entry.id;
    this.year = entry.year;
    this.#entry = entry;
    this.#folder = folder;
    this.#openIndex = openIndex;
    this.#index = openIndex();
    this.#fetch = fetch;
    this.#universalTerms = universalTerms;
  }

  async stories(): Promise<readonly StoryId[]> {
    return [...(await this.#results()).keys()];
  }

  find(word: string, isPrefix: boolean): Promise<Postings> {
    if (this.#universalTerms.has(foldWord(word))) return this.#everyStory();
    if (isPrefix && word.length >= MIN_PREFIX_LENGTH) return this.#prefixCache.get(word, () => this.#findPrefix(word));
    return this.#wordCache.get(word, () => this.#findWord(word));
  }

  findPhrase(words: readonly string[]): Promise<ReadonlySet<StoryId>> {
    const phrase = words.join(" ");
    return this.#phraseCache.get(phrase, async () => new Set((await this.#firstPositions(phrase)).keys()));
  }

  positions(id: StoryId, word: string): Promise<readonly number[]> {
    return this.#positionCache.get(`${id} ${word}`, () => this.#readPositions(id, word));
  }

  story(id: StoryId): Promise<PagefindStory> {
    return this.#storyCache.get(id, () => this.#fetchStory(id));
  }

  hasFetched(id: StoryId): boolean {
    return this.#fetched.has(id);
  }

  /** Read from an index of their own: one that has loaded its filters counts all their values with every search. */
  readonly facets = lazy(async (): Promise<ReadonlyMap<StoryId, Facets>> => {
    const facets = new Map<StoryId, { section: string; topic: Set<string>; author: Set<string>; month: string }>();
    for (const id of await this.stories()) facets.set(id, { section: "", topic: new Set(), author: new Set(), month: "" });
    const index = this.#openIndex();
    const filters = await this.#orThrow(() => index.filters());
    const values = Object.entries(filters).flatMap(([name, counts]) => Object.keys(counts).map((value) => ({ name, value })));
    for (const [at, { name, value }] of values.entries()) {
      for (const { id } of (await this.#orThrow(() => index.search(null, { filters: { [name]: value } }))).results) {
        const ofStory = facets.get(id);
        if (!ofStory) continue;
        if (name === "topic" || name === "author") ofStory[name].add(value);
        else if (name === "section" || name === "month") ofStory[name] = value;
      }
      if (at % FACET_VALUES_PER_TASK === 0) await nextTask();
    }
    return facets;
  });

  readonly vocabulary = lazy(async (): Promise<Vocabulary> => {
    const partitions = await Promise.all(this.#entry.vocabulary.map((name) => this.#partition(name)));
    return new Map(partitions.flatMap((partition) => [...partition]));
  });

  async vocabularyLike(word: string): Promise<Vocabulary> {
    const name = partitionOf(word, this.#entry.vocabulary);
    return this.#entry.vocabulary.includes(name) ? this.#partition(name) : new Map();
  }

  /** Every story, newest first. One without a sort key comes last, since Pagefind leaves it out of what is sorted. */
  readonly #results = lazy(async (): Promise<ReadonlyMap<StoryId, PagefindResult>> => {
    const sorted = await this.#search(null, { sort: { order: "desc" } });
    const unsorted = await this.#search(null);
    return new Map([...sorted.results, ...unsorted.results].map((result) => [result.id, result]));
  });

  readonly #lengths = lazy(async (): Promise<ReadonlyMap<StoryId, StoryLength>> => {
    const newestFirst = readStoryLengths(await this.#fetchText("lengths")).toReversed();
    const stories = await this.stories();
    return new Map(stories.map((id, at) => [id, newestFirst[at] ?? { headline: 0, whole: 0 }]));
  });

  /** The postings of a universal term, which ranks no story above another. */
  readonly #everyStory = lazy(
    async (): Promise<Postings> => new Map((await this.stories()).map((id): [StoryId, Posting] => [id, { weight: 0 }])),
  );

  /** One word at a time: Pagefind returns the same object for a story each time, and overwrites its locations. */
  async #readPositions(id: StoryId, word: string): Promise<readonly number[]> {
    const { results } = await this.#searchScored(word);
    const result = results.find((each) => each.id === id);
    const locations = this.#lastRead.then(async () => [...((await result?.data())?.weighted_locations ?? [])]);
    this.#lastRead = locations.catch(() => {});
    return (await locations).filter(isOfTheWord).map(({ location }) => location);
  }

  async #fetchStory(id: StoryId): Promise<PagefindStory> {
    const result = (await this.#results()).get(id);
    if (!result) throw new Error(`Shard ${this.id} has no story ${id}.`);
    const story = await result.data();
    this.#fetched.add(id);
    return story;
  }

  /** An exact search says which stories have the word; a scored one, which finds longer words too, its weight in them. */
  async #findWord(word: string): Promise<Postings> {
    const stories = await this.#firstPositions(word);
    if (stories.size === 0) return new Map();
    const [{ results, unfilteredResultCount }, lengths] = [await this.#searchScored(word), await this.#lengths()];
    const idf = idfOfPagefind(lengths.size, unfilteredResultCount);
    const scores = new Map(results.map(({ id, score }) => [id, score]));
    return new Map(
      [...stories].map(([id, position]): [StoryId, Posting] => {
        const [score, length] = [scores.get(id), lengths.get(id)];
        return [id, { weight: score && length ? wordWeight(score / idf, position, length) : METADATA_ONLY_WEIGHT }];
      }),
    );
  }

  /** Expands the prefix by the vocabulary: Pagefind itself knows only the words that it happens to have loaded. */
  async #findPrefix(word: string): Promise<Postings> {
    const exact = await this.find(word, false);
    const found = new Map(exact);
    for (const [at, longer] of (await this.#expand(foldWord(word))).entries()) {
      for (const [id, position] of await this.#firstPositions(longer)) {
        if (exact.has(id)) continue;
        found.set(id, { weight: Math.max(found.get(id)?.weight ?? 0, prefixWeight(position)) });
      }
      if (at % EXPANSIONS_PER_TASK === EXPANSIONS_PER_TASK - 1) await nextTask();
    }
    return found;
  }

  async #expand(prefix: string): Promise<readonly string[]> {
    return [...(await this.vocabularyLike(prefix)).keys()]
      .filter((word) => word.startsWith(prefix) && word !== prefix)
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
      .slice(0, prefix.length > MIN_PREFIX_LENGTH ? MAX_EXPANSIONS : MAX_EXPANSIONS_OF_SHORTEST);
  }

  /**
   * Within quotation marks Pagefind finds exactly these words, stemmed, whatever else it has loaded.
   *
   * @returns the position of the first match in each story; undefined where only its metadata matches
   */
  async #firstPositions(words: string): Promise<ReadonlyMap<StoryId, number | undefined>> {
    const { results } = await this.#search(`"${words}"`);
    return new Map(results.map(({ id, words: [first] }) => [id, first]));
  }

  #searchScored(word: string): Promise<PagefindAnswer> {
    return this.#scoreCache.get(word, () => this.#search(word));
  }

  #partition(name: string): Promise<Vocabulary> {
    return this.#vocabularyCache.get(name, () => this.#fetchPartition(name));
  }

  async #fetchPartition(name: string): Promise<Vocabulary> {
    return readVocabulary(await this.#fetchText(`vocabulary/${name}`));
  }

  async #fetchText(name: string): Promise<string> {
    const response = await fetch(`${this.#folder}${name}.txt?ts=${this.#entry.fingerprint}`);
    if (!response.ok) throw this.#loadError();
    return response.text();
  }

  #search(...query: Parameters<PagefindIndex["search"]>): Promise<PagefindAnswer> {
    return this.#orThrow(() => this.#index.search(...query));
  }

  /** @throws where a file that Pagefind requested meanwhile failed to load: its answer would lack matches */
  async #orThrow<T>(run: () => Promise<T>): Promise<T> {
    const before = this.#fetch.failuresBelow(this.#folder);
    const answer = await run();
    if (this.#fetch.failuresBelow(this.#folder) > before) throw this.#loadError();
    return answer;
  }

  #loadError(): Error {
    return new Error(`Shard ${this.id} could not be loaded.`);
  }
}

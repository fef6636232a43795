import { indexSpelling } from "../../../formats/search/indexed-words.ts";
import type { SearchShard } from "../../../formats/search/search-manifest.ts";
import { readStoryLengths, type StoryLength } from "../../../formats/search/story-lengths.ts";
import { partitionOf, readVocabulary, type Vocabulary } from "../../../formats/search/vocabulary.ts";
import { lazy, PromiseCache } from "../../../lib/promise-cache.ts";
import { indexedPositions } from "./indexed-positions.ts";
import { nextTask } from "./next-task.ts";
import type { PagefindAnswer, PagefindIndex, PagefindResult, PagefindStory } from "./pagefind.ts";
import type { PagefindFetch } from "./pagefind-fetch.ts";
import { idfOfPagefind, isOfTheWord, METADATA_ONLY_WEIGHT, prefixWeight, wordWeight } from "./ranking.ts";
import { readFacets } from "./read-facets.ts";
import type { Facets, Posting, Postings, Shard, StoryId } from "./shard.ts";

/** Too many words begin with a shorter prefix. */
const MIN_PREFIX_LENGTH = 3;
/** How many words a prefix is expanded to: the shortest ones, which are closest to it. */
const MAX_EXPANSIONS = 60;
const MAX_EXPANSIONS_OF_SHORTEST = 24;
/** Expansions searched before other tasks may run; each takes Pagefind a millisecond. */
const EXPANSIONS_PER_TASK = 12;
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
  readonly #indexedCache = new PromiseCache<readonly number[]>(CACHE_CAPACITY);
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
    if (this.#universalTerms.has(word)) return this.#everyStory();
    if (isPrefix && word.length >= MIN_PREFIX_LENGTH) return this.#prefixCache.get(word, () => this.#findPrefix(word));
    return this.#wordCache.get(word, () => this.#findWord(word));
  }

  findPhrase(words: readonly string[], isPrefix = false): Promise<ReadonlySet<StoryId>> {
    const find = isPrefix ? () => this.#findPrefixPhrase(words) : async () => new Set((await this.#firstPositions(words)).keys());
    return this.#phraseCache.get(`${words.join(" ")}${isPrefix ? "…" : ""}`, find);
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

  readonly facets = lazy(
    async (): Promise<ReadonlyMap<StoryId, Facets>> =>
      readFacets(await this.stories(), this.#openIndex(), (run) => this.#orThrow(run)),
  );

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
    const found = (await locations).filter(isOfTheWord);
    const positions = found.length > 0 ? await this.#indexedPositions(id) : [];
    return found.flatMap(({ location }) => positions[location] ?? []);
  }

  async #fetchStory(id: StoryId): Promise<PagefindStory> {
    const result = (await this.#results()).get(id);
    if (!result) throw new Error(`Shard ${this.id} has no story ${id}.`);
    const story = await result.data();
    this.#fetched.add(id);
    const positions = indexedPositions(story.content);
    const anchors = story.anchors.map((anchor) => ({ ...anchor, location: positions[anchor.location] ?? anchor.location }));
    return { ...story, anchors };
  }

  #indexedPositions(id: StoryId): Promise<readonly number[]> {
    return this.#indexedCache.get(id, async () => indexedPositions((await this.story(id)).content));
  }

  /** An exact search says which stories have the word; a scored one, which finds longer words too, its weight in them. */
  async #findWord(word: string): Promise<Postings> {
    const stories = await this.#firstPositions([word]);
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
    for await (const positions of this.#expansions([], word)) {
      for (const [id, position] of positions) {
        if (exact.has(id)) continue;
        found.set(id, { weight: Math.max(found.get(id)?.weight ?? 0, prefixWeight(position)) });
      }
    }
    return found;
  }

  async #findPrefixPhrase(words: readonly string[]): Promise<ReadonlySet<StoryId>> {
    const found = new Set(await this.findPhrase(words));
    const last = words.at(-1) ?? "";
    if (last.length < MIN_PREFIX_LENGTH) return found;
    for await (const positions of this.#expansions(words.slice(0, -1), last)) {
      for (const id of positions.keys()) found.add(id);
    }
    return found;
  }

  /** The first positions of each longer word with that prefix, behind the words before it. */
  async *#expansions(before: readonly string[], prefix: string): AsyncGenerator<ReadonlyMap<StoryId, number | undefined>> {
    for (const [at, longer] of (await this.#expand(prefix)).entries()) {
      yield await this.#firstPositions([...before, longer]);
      if (at % EXPANSIONS_PER_TASK === EXPANSIONS_PER_TASK - 1) await nextTask();
    }
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
  async #firstPositions(words: readonly string[]): Promise<ReadonlyMap<StoryId, number | undefined>> {
    const { results } = await this.#search(`"${words.map(indexSpelling).join(" ")}"`);
    return new Map(results.map(({ id, words: [first] }) => [id, first]));
  }

  #searchScored(word: string): Promise<PagefindAnswer> {
    return this.#scoreCache.get(word, () => this.#search(indexSpelling(word)));
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

import type { SearchVolume } from "../../../formats/search/search-manifest.ts";
import { partFor, readVocabulary, type Vocabulary } from "../../../formats/search/vocabulary.ts";
import { foldWord } from "../../../formats/search/words.ts";
import type { EngineFiles } from "./engine-files.ts";
import { idfOfPagefind } from "./idf.ts";
import { Kept } from "./kept.ts";
import { nextTask } from "./next-task.ts";
import { once } from "./once.ts";
import type { PagefindAnswer, PagefindIndex, PagefindResult, PagefindStory } from "./pagefind.ts";
import { isOfTheWord } from "./pagefind-ranking.ts";
import type { Filing, Posting, Postings, StoryId, Volume } from "./volume.ts";

/** Shorter beginnings are those of too many words. */
const SHORTEST_BEGINNING = 3;
/** As many words as a beginning may be of: the shortest first, which the reader is closest to. */
const MOST_WORDS = 60;
const MOST_WORDS_OF_THE_SHORTEST = 24;
/** Of those that begin so, each a millisecond for Pagefind. */
const WORDS_AT_ONCE = 12;
/** What a word weighs in a story that has it in no text, but in a name. */
const WEIGHT_OF_A_NAME = 0.5;
/** Of the filters' choices, whose stories take Pagefind a millisecond or two each. */
const CHOICES_AT_ONCE = 8;

/** A volume that Pagefind has indexed. */
export class PagefindVolume implements Volume {
  readonly id: string;
  readonly year: number;
  readonly #folder: string;
  readonly #about: SearchVolume;
  readonly #openIndex: () => PagefindIndex;
  readonly #index: PagefindIndex;
  readonly #files: EngineFiles;
  readonly #everywhere: ReadonlySet<string>;
  readonly #stories = new Map<StoryId, Promise<PagefindStory>>();
  readonly #fetched = new Set<StoryId>();
  #turn: Promise<unknown> = Promise.resolve();
  readonly #whole = new Kept<Postings>();
  readonly #beginnings = new Kept<Postings>();
  readonly #loose = new Kept<PagefindAnswer>();
  readonly #positions = new Kept<readonly number[]>();
  readonly #parts = new Map<string, () => Promise<Vocabulary>>();

  /** @param everywhere the folded words that every story of the archive has */
  constructor(
    about: SearchVolume,
    folder: string,
    openIndex: () => PagefindIndex,
    files: EngineFiles,
    everywhere: ReadonlySet<string>,
  ) {
    this.id = about.id;
    this.year = about.year;
    this.#about = about;
    this.#folder = folder;
    this.#openIndex = openIndex;
    this.#index = openIndex();
    this.#files = files;
    this.#everywhere = everywhere;
    for (const part of about.vocabulary)
      this.#parts.set(
        part,
        once(() => this.#fetchPart(part)),
      );
  }

  async stories(): Promise<readonly StoryId[]> {
    return [...(await this.#all()).keys()];
  }

  find(word: string, isBeginning: boolean): Promise<Postings> {
    if (this.#everywhere.has(foldWord(word))) return this.#everyStory();
    if (isBeginning && word.length >= SHORTEST_BEGINNING) return this.#beginnings.get(word, () => this.#findBeginning(word));
    return this.#whole.get(word, () => this.#findWhole(word));
  }

  async findPhrase(words: readonly string[]): Promise<ReadonlySet<StoryId>> {
    return new Set((await this.#firstPlaces(words.join(" "))).keys());
  }

  positions(id: StoryId, word: string): Promise<readonly number[]> {
    return this.#positions.get(`${id} ${word}`, () => this.#readPositions(id, word));
  }

  async story(id: StoryId): Promise<PagefindStory> {
    const known = this.#stories.get(id) ?? this.#fetchStory(id);
    this.#stories.set(id, known);
    known.catch(() => this.#stories.delete(id));
    return known;
  }

  hasFetched(id: StoryId): boolean {
    return this.#fetched.has(id);
  }

  /** Asked of an index of its own: one that has loaded its filters counts all their choices with every search. */
  readonly filings = once(async (): Promise<ReadonlyMap<StoryId, Filing>> => {
    const filings = new Map<StoryId, { section: string; topic: Set<string>; author: Set<string>; month: string }>();
    for (const id of await this.stories()) filings.set(id, { section: "", topic: new Set(), author: new Set(), month: "" });
    const index = this.#openIndex();
    const values = await this.#noFailure(() => index.filters());
    const choices = Object.entries(values).flatMap(([name, counts]) => Object.keys(counts).map((value) => ({ name, value })));
    for (const [asked, { name, value }] of choices.entries()) {
      for (const { id } of (await this.#noFailure(() => index.search(null, { filters: { [name]: value } }))).results) {
        const filing = filings.get(id);
        if (!filing) continue;
        if (name === "topic" || name === "author") filing[name].add(value);
        else if (name === "section" || name === "month") filing[name] = value;
      }
      if (asked % CHOICES_AT_ONCE === 0) await nextTask();
    }
    return filings;
  });

  readonly vocabulary = once(async (): Promise<Vocabulary> => {
    const parts = await Promise.all([...this.#parts.values()].map((fetchPart) => fetchPart()));
    return new Map(parts.flatMap((part) => [...part]));
  });

  /** Every story, newest first. One without a sort key stands last, since Pagefind leaves it out of what is sorted. */
  readonly #all = once(async (): Promise<ReadonlyMap<StoryId, PagefindResult>> => {
    const sorted = await this.#search(null, { sort: { order: "desc" } });
    const unsorted = await this.#search(null);
    return new Map([...sorted.results, ...unsorted.results].map((result) => [result.id, result]));
  });

  /** For a word that all of them have, which tells no story from another. */
  readonly #everyStory = once(
    async (): Promise<Postings> => new Map((await this.stories()).map((id): [StoryId, Posting] => [id, { weight: 0 }])),
  );

  /** Pagefind hands out one object for a story, and writes into it where the words stand: one word at a time. */
  async #readPositions(id: StoryId, word: string): Promise<readonly number[]> {
    const { results } = await this.#findLoosely(word);
    const result = results.find((each) => each.id === id);
    const locations = this.#turn.then(async () => [...((await result?.data())?.weighted_locations ?? [])]);
    this.#turn = locations.catch(() => {});
    return (await locations).filter(isOfTheWord).map(({ location }) => location);
  }

  async #fetchStory(id: StoryId): Promise<PagefindStory> {
    const result = (await this.#all()).get(id);
    if (!result) throw new Error(`The volume ${this.id} has no story ${id}.`);
    const story = await result.data();
    this.#fetched.add(id);
    return story;
  }

  async #findWhole(word: string): Promise<Postings> {
    const holders = await this.#firstPlaces(word);
    if (holders.size === 0) return new Map();
    const [{ results, unfilteredResultCount }, { size }] = [await this.#findLoosely(word), await this.#all()];
    const rarity = idfOfPagefind(size, unfilteredResultCount);
    const weights = new Map(results.map(({ id, score }) => [id, score / rarity]));
    return new Map([...holders.keys()].map((id): [StoryId, Posting] => [id, { weight: weights.get(id) || WEIGHT_OF_A_NAME }]));
  }

  /** The vocabulary says what begins so. Pagefind knows only the words that it happens to have loaded. */
  async #findBeginning(word: string): Promise<Postings> {
    const whole = await this.find(word, false);
    const found = new Map(whole);
    for (const [asked, longer] of (await this.#wordsThatBegin(foldWord(word))).entries()) {
      for (const [id, position] of await this.#firstPlaces(longer)) {
        if (whole.has(id)) continue;
        found.set(id, { weight: Math.max(found.get(id)?.weight ?? 0, weightOfABeginning(position)) });
      }
      if (asked % WORDS_AT_ONCE === WORDS_AT_ONCE - 1) await nextTask();
    }
    return found;
  }

  async #wordsThatBegin(beginning: string): Promise<readonly string[]> {
    const part = await this.#parts.get(partFor(beginning, this.#about.vocabulary))?.();
    return [...(part?.keys() ?? [])]
      .filter((word) => word.startsWith(beginning) && word !== beginning)
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
      .slice(0, beginning.length > SHORTEST_BEGINNING ? MOST_WORDS : MOST_WORDS_OF_THE_SHORTEST);
  }

  /**
   * Within quotation marks Pagefind finds exactly these words, endings aside, whatever else it has loaded. It tells where
   * they first stand; nowhere, if only in a name.
   */
  async #firstPlaces(words: string): Promise<ReadonlyMap<StoryId, number | undefined>> {
    const { results } = await this.#search(`"${words}"`);
    return new Map(results.map(({ id, words: [first] }) => [id, first]));
  }

  #findLoosely(word: string): Promise<PagefindAnswer> {
    return this.#loose.get(word, () => this.#search(word));
  }

  async #fetchPart(part: string): Promise<Vocabulary> {
    const response = await fetch(`${this.#folder}vocabulary/${part}.txt?ts=${this.#about.fingerprint}`);
    if (!response.ok) throw this.#missing();
    return readVocabulary(await response.text());
  }

  #search(...query: Parameters<PagefindIndex["search"]>): Promise<PagefindAnswer> {
    return this.#noFailure(() => this.#index.search(...query));
  }

  /** What Pagefind answers is only worth something where all files have come that it has asked for. */
  async #noFailure<T>(ask: () => Promise<T>): Promise<T> {
    const before = this.#failures();
    const answer = await ask();
    if (this.#failures() > before) throw this.#missing();
    return answer;
  }

  #failures(): number {
    return this.#files.failuresBelow(this.#folder);
  }

  #missing(): Error {
    return new Error(`The volume ${this.id} could not be loaded.`);
  }
}

/**
 * What a word weighs that only begins so. Words that are still being typed may be many, so that where they first stand
 * has to tell: news says first what it is about.
 */
function weightOfABeginning(firstPosition: number | undefined): number {
  return WEIGHT_OF_A_NAME + (firstPosition === undefined ? 0 : 1 / (1 + firstPosition / 20));
}

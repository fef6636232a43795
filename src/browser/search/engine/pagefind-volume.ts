import { NAMES_OF_A_STORY } from "../../../newsroom/search/search-record.ts";
import { readVocabulary, type Vocabulary } from "../../../newsroom/search/vocabulary.ts";
import type { EngineFiles } from "./engine-files.ts";
import { idfOfPagefind } from "./idf.ts";
import { Kept } from "./kept.ts";
import { once } from "./once.ts";
import type { PagefindAnswer, PagefindIndex, PagefindResult, PagefindStory } from "./pagefind.ts";
import type { Filing, Posting, Postings, StoryId, Volume } from "./volume.ts";

/** No word that people write. Added to one that is typed, it leaves Pagefind with words that are shorter. */
const NO_ENDING = "qqzxqj";
/** Of the filters' choices, whose stories take Pagefind a millisecond or two each. */
const CHOICES_AT_ONCE = 8;

/** A volume that Pagefind has indexed. */
export class PagefindVolume implements Volume {
  readonly year: number;
  readonly #folder: string;
  readonly #tag: string;
  readonly #index: PagefindIndex;
  readonly #files: EngineFiles;
  readonly #fetched = new Set<StoryId>();
  readonly #weighed = new Kept<Postings>();
  readonly #whole = new Kept<Postings>();
  readonly #beginnings = new Kept<Postings>();

  constructor(year: number, folder: string, tag: string, index: PagefindIndex, files: EngineFiles) {
    this.year = year;
    this.#folder = folder;
    this.#tag = tag;
    this.#index = index;
    this.#files = files;
  }

  async stories(): Promise<readonly StoryId[]> {
    return [...(await this.#all()).keys()];
  }

  find(word: string, isBeginning: boolean): Promise<Postings> {
    if (isBeginning) return this.#beginnings.get(word, () => this.#findBeginning(word));
    return this.#whole.get(word, () => this.#findWhole(word));
  }

  async findPhrase(words: readonly string[]): Promise<ReadonlySet<StoryId>> {
    const { results } = await this.#search(`"${words.join(" ")}"`);
    return new Set(results.map(({ id }) => id));
  }

  async story(id: StoryId): Promise<PagefindStory> {
    const result = (await this.#all()).get(id);
    if (!result) throw new Error(`The volume of ${this.year} has no story ${id}.`);
    const story = await result.data();
    this.#fetched.add(id);
    return story;
  }

  hasFetched(id: StoryId): boolean {
    return this.#fetched.has(id);
  }

  readonly filings = once(async (): Promise<ReadonlyMap<StoryId, Filing>> => {
    const filings = new Map<StoryId, { section: string; topic: Set<string>; author: Set<string>; month: string }>();
    for (const id of await this.stories()) filings.set(id, { section: "", topic: new Set(), author: new Set(), month: "" });
    const before = this.#failures();
    const values = await this.#index.filters();
    if (this.#failures() > before) throw this.#missing();
    const choices = Object.entries(values).flatMap(([name, counts]) => Object.keys(counts).map((value) => ({ name, value })));
    for (const [asked, { name, value }] of choices.entries()) {
      for (const { id } of (await this.#search(null, { filters: { [name]: value } })).results) {
        const filing = filings.get(id);
        if (!filing) continue;
        if (name === "topic" || name === "author") filing[name].add(value);
        else if (name === "section" || name === "month") filing[name] = value;
      }
      // A reader who types on is not kept waiting.
      if (asked % CHOICES_AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    return filings;
  });

  readonly vocabulary = once(async (): Promise<Vocabulary> => {
    const response = await fetch(`${this.#folder}vocabulary.txt?ts=${this.#tag}`);
    if (!response.ok) throw this.#missing();
    return readVocabulary(await response.text());
  });

  /** Every story, newest first. One without a sort key stands last, since Pagefind leaves it out of what is sorted. */
  readonly #all = once(async (): Promise<ReadonlyMap<StoryId, PagefindResult>> => {
    const sorted = await this.#search(null, { sort: { order: "desc" } });
    const unsorted = await this.#search(null);
    return new Map([...sorted.results, ...unsorted.results].map((result) => [result.id, result]));
  });

  /** Pagefind weighs a word together with those that begin so. What holds exactly the word it finds within quotation marks. */
  async #findWhole(word: string): Promise<Postings> {
    const exact = await this.#search(`"${word}"`);
    if (exact.results.length === 0) return new Map();
    const weighed = await this.#weighed.get(word, () => this.#weigh(word));
    return new Map(
      exact.results.flatMap(({ id }) => {
        const posting = weighed.get(id);
        return posting ? [[id, posting] as const] : [];
      }),
    );
  }

  /** Where no word begins so, Pagefind falls back to shorter ones, which no reader has asked for. */
  async #findBeginning(word: string): Promise<Postings> {
    const weighed = await this.#weighed.get(word, () => this.#weigh(word));
    if (weighed.size === 0 || (await this.find(word, false)).size > 0) return weighed;
    const shorter = await this.#search(word + NO_ENDING);
    const positions = new Map(shorter.results.map(({ id, words }) => [id, String(words)]));
    const isFallback = [...weighed].every(([id, posting]) => positions.get(id) === String(posting.positions));
    return isFallback ? new Map() : weighed;
  }

  async #weigh(word: string): Promise<Postings> {
    const [{ results, unfilteredResultCount }, { size }] = [await this.#search(word), await this.#all()];
    const rarity = idfOfPagefind(size, unfilteredResultCount);
    return new Map(
      results
        .filter(isNamed)
        .map(({ id, score, words }): [StoryId, Posting] => [id, { weight: score / rarity, positions: words }]),
    );
  }

  async #search(...query: Parameters<PagefindIndex["search"]>): Promise<PagefindAnswer> {
    const before = this.#failures();
    const answer = await this.#index.search(...query);
    if (this.#failures() > before) throw this.#missing();
    return answer;
  }

  #failures(): number {
    return this.#files.failuresBelow(this.#folder);
  }

  #missing(): Error {
    return new Error(`The volume of ${this.year} could not be loaded.`);
  }
}

/** Whether the word stands in the story's text or is of its names, and not only of its address, date or picture. */
function isNamed({ words, matchedMetaFields = [] }: PagefindResult): boolean {
  return words.length > 0 || NAMES_OF_A_STORY.some((name) => matchedMetaFields.includes(name));
}

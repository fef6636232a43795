import type { PagefindStory } from "../../src/browser/search/engine/pagefind.ts";
import type { Facets, Posting, Shard, StoryId } from "../../src/browser/search/engine/shard.ts";
import { vocabularyOf } from "../../src/formats/search/vocabulary.ts";
import { foldWord, wordsOf } from "../../src/formats/search/words.ts";

/** A story of a fake shard. Its text begins with its title. */
export interface FakeStory {
  readonly title: string;
  readonly text?: string;
  readonly section?: string;
  readonly topics?: readonly string[];
  readonly month?: string;
}

/** A shard in memory, with stories newest first. The weight of a word is its count. */
export class FakeShard implements Shard {
  readonly id: string;
  readonly year: number;
  readonly #stories: ReadonlyMap<StoryId, FakeStory>;

  constructor(year: number, stories: readonly FakeStory[], id = String(year)) {
    this.id = id;
    this.year = year;
    this.#stories = new Map(stories.map((story) => [`${id}: ${story.title}`, story]));
  }

  async stories(): Promise<readonly StoryId[]> {
    return [...this.#stories.keys()];
  }

  async find(word: string, isPrefix: boolean) {
    return this.#each((story): Posting | undefined => {
      const words = textOf(story)
        .map(foldWord)
        .filter((text) => isMatch(text, word, isPrefix));
      return words.length > 0 ? { weight: words.length } : undefined;
    });
  }

  async positions(id: StoryId, word: string) {
    const { title = "", text = "" } = this.#stories.get(id) ?? {};
    const words = `${title} ${text}`.split(/\s+/);
    return words.flatMap((text, at) => (isMatch(foldWord(text), word, false) ? [at] : []));
  }

  async findPhrase(words: readonly string[]) {
    const phrase = ` ${words.map(foldWord).join(" ")} `;
    const found = this.#each((story) => ` ${textOf(story).map(foldWord).join(" ")} `.includes(phrase) || undefined);
    return new Set(found.keys());
  }

  async facets() {
    return this.#each(({ section = "politics", topics = [], month = `${this.year}-01` }): Facets => {
      return { section, topic: new Set(topics), author: new Set(["desk"]), month };
    });
  }

  async story(id: StoryId): Promise<PagefindStory> {
    const story = this.#stories.get(id);
    if (!story) throw new Error(`There is no story ${id}.`);
    const { title, text = "", section = "politics", topics = [], month = "" } = story;
    return {
      raw_url: `/${this.year}/${title}/`,
      content: `${title} ${text}`,
      meta: { title, standfirst: "", section, topics: "", authors: "" },
      filters: { section: [section], topic: topics, author: ["desk"], month: [month] },
      anchors: [],
      weighted_locations: [],
    };
  }

  hasFetched(): boolean {
    return true;
  }

  async vocabulary() {
    return vocabularyOf([...this.#stories.values()].map((story) => textOf(story).join(" ")));
  }

  async vocabularyLike(word: string) {
    return new Map([...(await this.vocabulary())].filter(([other]) => other.charAt(0) === word.charAt(0)));
  }

  #each<T>(map: (story: FakeStory) => T | undefined): ReadonlyMap<StoryId, T> {
    return new Map(
      [...this.#stories].flatMap(([id, story]) => {
        const value = map(story);
        return value === undefined ? [] : [[id, value] as const];
      }),
    );
  }
}

function isMatch(text: string, word: string, isPrefix: boolean): boolean {
  return text === foldWord(word) || (isPrefix && text.startsWith(foldWord(word)));
}

function textOf({ title, text = "" }: FakeStory): readonly string[] {
  return wordsOf(`${title} ${text}`);
}

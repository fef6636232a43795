import type { FilterCounts, FoundStory, SearchAnswer } from "../../../formats/search/search-answer.ts";
import type { SearchManifest, SearchVolume } from "../../../formats/search/search-manifest.ts";
import { parseQuery, type Query } from "../../../formats/search/search-query.ts";
import type { SearchRequest } from "../../../formats/search/search-request.ts";
import { askingOrder } from "./asking-order.ts";
import { didYouMean } from "./did-you-mean.ts";
import { hasFilters, mayHold } from "./filters.ts";
import { Findings } from "./findings.ts";
import { nextTask } from "./next-task.ts";
import type { OpenVolume } from "./open-volumes.ts";
import type { Ranked } from "./ranking.ts";
import { showStory } from "./show-story.ts";
import { Spelling } from "./spelling.ts";
import type { Volume } from "./volume.ts";
import { inWholeWords, matchVolume, type VolumeMatches } from "./volume-matches.ts";

/** A request, and how much of the answer is wanted. */
export interface Search {
  readonly request: SearchRequest;
  /** Stories to show of those found. */
  readonly shown: number;
  /** Whether to count what each choice of a filter would leave. */
  readonly counts: boolean;
}

/** Where a search looks, and whom it tells. */
export interface SearchSurroundings {
  readonly manifest: SearchManifest;
  readonly open: OpenVolume;
  readonly tell: (answer: SearchAnswer) => void;
  /** Whether another search has begun, so that nobody waits for this one any more. */
  readonly isOvertaken: () => boolean;
}

/** Volumes under way at once behind the first, which has the line to itself, so that many do not crowd it. */
const AT_ONCE = 3;
/**
 * The best story is fetched and shown before the others: each of them may lie in another file of some ten kilobytes. Where
 * nothing has been fetched before, the others wait for so long as it takes to be painted.
 */
const HEAD_START_MS = 50;

/** Those that stories have been fetched of. */
const begun = new WeakSet<Volume>();
const spellings = new WeakMap<Volume, Spelling>();

/** One search over all volumes: one first, the others as they arrive. It tells what it knows whenever it knows more. */
export class ArchiveSearch {
  readonly #search: Search;
  readonly #around: SearchSurroundings;
  readonly #query: Query;
  /** In the order in which they are asked. */
  readonly #volumes: readonly SearchVolume[];
  readonly #findings: Findings;
  #presenting: Promise<void> | undefined;
  #isUntold = false;
  #counts: FilterCounts | undefined;
  #suggestion: string | undefined;

  constructor(search: Search, around: SearchSurroundings) {
    this.#search = search;
    this.#around = around;
    this.#query = parseQuery(search.request.query);
    const volumes = around.manifest.volumes.filter(({ year }) => mayHold(year, search.request));
    this.#volumes = askingOrder(volumes, search.request.sort, this.#query);
    this.#findings = new Findings(this.#query, search.request, volumes);
  }

  /** @throws where not a single volume of the archive could be loaded: then it is not the volumes that are amiss */
  async run(): Promise<void> {
    const { isOvertaken, manifest } = this.#around;
    const [first, ...others] = this.#volumes;
    const answer = async (volume: SearchVolume): Promise<void> => {
      if (isOvertaken()) return;
      await this.#ask(volume, this.#query);
      if (this.#findings.matches().length > 0) await this.#present();
    };
    if (first) {
      const isThere = await this.#askInWholeWords(first);
      if (isThere) await answer(first);
    }
    await inParallel(AT_ONCE, others, async (volume) => {
      await nextTask();
      await answer(volume);
    });
    const missing = this.#findings.missing();
    if (missing.length > 0 && missing.length === manifest.volumes.length) throw new Error("No volume could be loaded.");
    if (this.#search.counts) await this.#count();
    if (!this.#query.isBlank && this.#findings.matches().every(({ all }) => all.size === 0)) await this.#suggest();
    this.#tellIfWanted({ ...(await this.#answer(this.#search.shown)), isComplete: true });
  }

  /**
   * The words that begin as the last one does lie in files of their own: the stories that have it as it stands are shown
   * before those are fetched.
   *
   * @returns whether the volume could be loaded
   */
  async #askInWholeWords(volume: SearchVolume): Promise<boolean> {
    if (this.#query.terms.some(({ isBeginning }) => isBeginning)) {
      await this.#ask(volume, inWholeWords(this.#query));
      if (this.#findings.ranked().length > 0) await this.#present();
    }
    return !this.#findings.missing().includes(volume);
  }

  /** Asks one volume. What cannot be loaded is missing: the others answer nevertheless. */
  async #ask(entry: SearchVolume, query: Query): Promise<void> {
    try {
      const volume = await this.#around.open(entry);
      const matches = await matchVolume(volume, query, this.#letOthersThrough);
      const filings = hasFilters(this.#search.request) ? await volume.filings() : undefined;
      this.#findings.add(matches, filings, query === this.#query);
    } catch {
      this.#findings.miss(entry.id);
    }
  }

  /** An overtaken search ends here: its answer is nobody's, so that it may be told as missing. */
  readonly #letOthersThrough = async (): Promise<void> => {
    await nextTask();
    if (this.#around.isOvertaken()) throw new Error("Another search has begun.");
  };

  /** Tells what is known. What volumes answer meanwhile is told together, as soon as this is. */
  #present(): Promise<void> {
    this.#isUntold = true;
    this.#presenting ??= this.#tellAll().finally(() => {
      this.#presenting = undefined;
    });
    return this.#presenting;
  }

  async #tellAll(): Promise<void> {
    while (this.#isUntold && !this.#around.isOvertaken()) {
      this.#isUntold = false;
      const wanted = this.#findings.ranked().slice(0, this.#search.shown);
      if (wanted.some(({ id, matches }) => !matches.volume.hasFetched(id))) {
        this.#tellIfWanted(await this.#answer(1));
        const isFirst = wanted.some(({ matches }) => !begun.has(matches.volume));
        if (isFirst) await new Promise((resolve) => setTimeout(resolve, HEAD_START_MS));
      }
      for (const { matches } of wanted) begun.add(matches.volume);
      this.#tellIfWanted(await this.#answer(this.#search.shown));
    }
  }

  #tellIfWanted(answer: SearchAnswer): void {
    if (!this.#around.isOvertaken()) this.#around.tell(answer);
  }

  /** The answer as it stands. A story that cannot be fetched costs its whole volume: what is left is ranked anew. */
  async #answer(shown: number): Promise<SearchAnswer> {
    for (;;) {
      const [holds, ranked] = [this.#findings.holds(), this.#findings.ranked()];
      const years = this.#findings.years();
      const stories = await this.#show(ranked.slice(0, shown));
      if (!stories) continue;
      return {
        request: this.#search.request,
        holds,
        total: ranked.length,
        stories,
        ...years,
        counts: this.#counts,
        suggestion: this.#suggestion,
        isComplete: false,
      };
    }
  }

  async #show(wanted: readonly Ranked[]): Promise<readonly FoundStory[] | undefined> {
    const rarity = this.#findings.rarity();
    const stories = await Promise.all(
      wanted.map(async (ranked) => {
        const { volume } = ranked.matches;
        const shown = await volume
          .story(ranked.id)
          .then((story) => showStory(ranked, story, rarity))
          .catch(() => undefined);
        if (!shown) this.#findings.miss(volume.id);
        return shown;
      }),
    );
    const shown = stories.filter((story) => story !== undefined);
    return shown.length === stories.length ? shown : undefined;
  }

  async #count(): Promise<void> {
    const filings = await this.#fromEach(({ volume }) => volume.filings());
    if (filings) this.#counts = this.#findings.count(filings);
  }

  /** A correction is an offer: what fails in looking for one is no fault of the answer. */
  async #suggest(): Promise<void> {
    const between = this.#letOthersThrough;
    const spelled = await this.#fromEach(({ volume }) => spellingOf(volume, between).catch(() => undefined));
    const volumes = [...(spelled ?? [])].flatMap(([{ volume }, spelling]) => (spelling ? [{ volume, spelling }] : []));
    const { query } = this.#search.request;
    if (spelled) this.#suggestion = await didYouMean(query, volumes, between).catch(() => undefined);
  }

  /** Asks the volumes that have answered for something else; undefined where the search is overtaken meanwhile. */
  async #fromEach<T>(ask: (matches: VolumeMatches) => Promise<T>): Promise<ReadonlyMap<VolumeMatches, T> | undefined> {
    const answers = new Map<VolumeMatches, T>();
    for (const matches of this.#findings.matches()) {
      if (this.#around.isOvertaken()) return undefined;
      try {
        answers.set(matches, await ask(matches));
      } catch {
        this.#findings.miss(matches.volume.id);
      }
    }
    return answers;
  }
}

async function spellingOf(volume: Volume, between: () => Promise<void>): Promise<Spelling> {
  const known = spellings.get(volume) ?? (await Spelling.of(await volume.vocabulary(), between));
  spellings.set(volume, known);
  return known;
}

async function inParallel<T>(most: number, all: readonly T[], run: (each: T) => Promise<void>): Promise<void> {
  const left = all.values();
  const lane = async (): Promise<void> => {
    for (const each of left) await run(each);
  };
  await Promise.all(Array.from({ length: most }, lane));
}

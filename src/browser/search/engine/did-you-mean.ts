import { parseQuery, type Term } from "../../../formats/search/search-query.ts";
import { mayBeMistyped } from "../../../formats/search/vocabulary.ts";
import { foldWord } from "../../../formats/search/words.ts";
import { mergeCorrections, type Spelling } from "./spelling.ts";
import type { Volume } from "./volume.ts";
import { matchVolume } from "./volume-matches.ts";

/** A volume with its words. */
export interface SpelledVolume {
  readonly volume: Volume;
  readonly spelling: Spelling;
}

/** Words of the query, and what to write instead. */
type Replacements = ReadonlyMap<string, string>;

/** How many words of a query may be wrong at once. */
const MOST_WRONG_WORDS = 3;

/**
 * A query that no story answers, with words corrected so that one does; undefined where no correction helps. Words that
 * stand in no story are what is mistyped. Where each of them stands somewhere, any one may be.
 *
 * @param between called between one try and the next; what it throws ends the search
 */
export async function didYouMean(
  query: string,
  volumes: readonly SpelledVolume[],
  between = async () => {},
): Promise<string | undefined> {
  const { terms } = parseQuery(query);
  const unknown = terms.filter((term) => !volumes.some(({ spelling }) => knows(spelling, term)));
  if (unknown.length > MOST_WRONG_WORDS) return undefined;
  const tries = unknown.length > 1 ? together(unknown, volumes) : oneByOne(unknown.length > 0 ? unknown : terms, volumes);
  for (const replacements of tries) {
    await between();
    const text = replaceWords(query, replacements);
    if (await findsStories(text, replacements, volumes)) return text;
  }
  return undefined;
}

/** What no vocabulary holds, such as a number, is taken for right. */
function knows(spelling: Spelling, { word, isBeginning }: Term): boolean {
  const folded = foldWord(word);
  return !mayBeMistyped(folded) || spelling.knows(folded) || (isBeginning && spelling.knowsBeginning(folded));
}

/** One wrong word, whichever it is: fewest edits first. */
function oneByOne(doubtful: readonly Term[], volumes: readonly SpelledVolume[]): readonly Replacements[] {
  return doubtful
    .filter(({ word }) => mayBeMistyped(foldWord(word)))
    .flatMap(({ word }) => correctionsOf(word, volumes).map((correction) => ({ ...correction, wrong: word })))
    .sort((a, b) => a.edits - b.edits || b.stories - a.stories)
    .map(({ wrong, word }) => new Map([[foldWord(wrong), word]]));
}

/** Several wrong words: each as it is likeliest, then one of them otherwise. */
function together(wrong: readonly Term[], volumes: readonly SpelledVolume[]): readonly Replacements[] {
  const choices = wrong.map(({ word }) => ({
    wrong: foldWord(word),
    words: correctionsOf(word, volumes).map((each) => each.word),
  }));
  const likeliest = choices.flatMap(({ wrong, words: [first] }) => (first === undefined ? [] : [[wrong, first] as const]));
  if (likeliest.length < wrong.length) return [];
  const others = choices.flatMap(({ wrong, words }) => words.slice(1).map((word) => new Map([...likeliest, [wrong, word]])));
  return [new Map(likeliest), ...others];
}

function correctionsOf(word: string, volumes: readonly SpelledVolume[]) {
  return mergeCorrections(volumes.map(({ spelling }) => spelling.corrections(foldWord(word))));
}

/** Asks only volumes that have the corrected words. */
async function findsStories(text: string, replacements: Replacements, volumes: readonly SpelledVolume[]): Promise<boolean> {
  const query = parseQuery(text);
  for (const { volume, spelling } of volumes) {
    if (![...replacements.values()].every((word) => spelling.knows(word))) continue;
    if ((await matchVolume(volume, query)).all.size > 0) return true;
  }
  return false;
}

/** Leaves quotation marks, other words and the signs around them as they are. */
function replaceWords(query: string, replacements: Replacements): string {
  return query.replace(/[\p{L}\p{M}\p{N}_.,'’&]+/gu, (written) => replacements.get(foldWord(written)) ?? written);
}

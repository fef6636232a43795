import { parseQuery, type Term } from "../../../formats/search/search-query.ts";
import { mayBeMistyped, type Vocabulary } from "../../../formats/search/vocabulary.ts";
import { foldWord } from "../../../formats/search/words.ts";
import { type CorrectedMatches, type Replacements, type SpelledShard, tryOut } from "./corrected-query.ts";
import { correctionsOf, type WordCorrection } from "./spelling.ts";

/** A query with its spelling corrected. */
interface CorrectedQuery {
  readonly query: string;
  /** Whether nothing else is likely to be meant. */
  readonly isSure: boolean;
}

interface Attempt {
  readonly replacements: Replacements;
  readonly edits: number;
  readonly isSlight: boolean;
}

/** How many corrections of a word are tried, by how many words are corrected together. */
const MAX_CHOICES: readonly number[] = [0, 10, 5, 3];
/** A word that one edit, and a word that two are likely to correct, has at least so many letters. */
const [MIN_LENGTH_OF_ONE_EDIT, MIN_LENGTH_OF_TWO_EDITS] = [4, 8];
/** A correction is sure if none of as many edits has a third of its stories. */
const DOMINANCE = 3;

/**
 * Corrects a query that no story matches, so that one does; undefined where no correction helps. Words that are in no story
 * are taken for mistyped. If there are none, any one word may be. Of corrections with the fewest edits, the one is best whose
 * words stand together in most stories.
 *
 * @param checkpoint awaited before each attempt; throw from it to cancel the search
 */
export async function didYouMean(
  query: string,
  shards: readonly SpelledShard[],
  checkpoint = async () => {},
): Promise<CorrectedQuery | undefined> {
  const { terms } = parseQuery(query);
  const unknown = terms.filter((term) => !shards.some(({ vocabulary }) => isKnown(vocabulary, term)));
  const vocabularies = shards.map(({ vocabulary }) => vocabulary);
  const choicesOf = (words: readonly Term[]) =>
    Promise.all(
      words.map(async ({ word }) => ({
        mistyped: foldWord(word),
        corrections: await correctionsOf(foldWord(word), vocabularies, checkpoint),
      })),
    );
  const attempts =
    unknown.length > 0
      ? combined(await choicesOf(unknown))
      : (await choicesOf(terms.filter(({ word }) => mayBeMistyped(foldWord(word))))).flatMap((choice) => combined([choice]));

  for (const [, ofSameEdits] of [...Map.groupBy(attempts, ({ edits }) => edits)].sort(([a], [b]) => a - b)) {
    const matching: (CorrectedMatches & Attempt)[] = [];
    for (const attempt of ofSameEdits) {
      await checkpoint();
      const matches = await tryOut(query, attempt.replacements, shards);
      if (matches.stories.size > 0) matching.push({ ...matches, ...attempt });
    }
    const [best, ...others] = matching.sort((a, b) => b.together - a.together || b.stories.size - a.stories.size);
    if (best)
      return { query: best.query, isSure: unknown.length > 0 && best.isSlight && !others.some((each) => rivals(each, best)) };
  }
  return undefined;
}

/** Words that no vocabulary includes, such as numbers, count as known. */
function isKnown(vocabulary: Vocabulary, { word, isPrefix }: Term): boolean {
  const folded = foldWord(word);
  if (!mayBeMistyped(folded) || vocabulary.has(folded)) return true;
  return isPrefix && [...vocabulary.keys()].some((other) => other.startsWith(folded));
}

/** A word of a query, with its corrections, likeliest first. */
interface Choice {
  readonly mistyped: string;
  readonly corrections: readonly WordCorrection[];
}

/** Every combination of the likeliest corrections of several words. */
function combined(choices: readonly Choice[]): readonly Attempt[] {
  const max = MAX_CHOICES[choices.length] ?? 0;
  return choices.reduce<readonly Attempt[]>(
    (attempts, { mistyped, corrections }) =>
      attempts.flatMap(({ replacements, edits, isSlight }) =>
        corrections.slice(0, max).map((correction) => ({
          replacements: new Map([...replacements, [mistyped, correction.word]]),
          edits: edits + correction.edits,
          isSlight: isSlight && mistyped.length >= (correction.edits > 1 ? MIN_LENGTH_OF_TWO_EDITS : MIN_LENGTH_OF_ONE_EDIT),
        })),
      ),
    [{ replacements: new Map(), edits: 0, isSlight: true }],
  );
}

/** Whether a correction is about as good as the best, and finds other stories: singular and plural do not. */
function rivals(other: CorrectedMatches, best: CorrectedMatches): boolean {
  const isAsGood = other.together * DOMINANCE >= best.together && other.stories.size * DOMINANCE >= best.stories.size;
  const isSame = other.stories.size === best.stories.size && [...other.stories].every((story) => best.stories.has(story));
  return isAsGood && !isSame;
}

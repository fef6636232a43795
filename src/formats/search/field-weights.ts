/** What a story is found by beside its text, and what its card shows. Pagefind stores it as metadata. */
export interface SearchMeta {
  readonly title: string;
  readonly standfirst: string;
  /** Names; of topics and authors separated by commas. */
  readonly section: string;
  readonly topics: string;
  readonly authors: string;
}

/** The weight of a word in the text of a field, in the indexed HTML. Body text has 1. */
interface TextWeight {
  readonly text: number;
}

/** The weight of a word in a field's metadata: Pagefind's `metaWeights`. */
interface MetaWeight extends Partial<TextWeight> {
  readonly meta: number;
}

/**
 * The weights of all fields. Metadata has none, so that scores of different shards are comparable (see `RANKING` of the
 * engine). Text weights are part of the index: changing one reindexes every shard.
 */
export const FIELD_WEIGHTS = {
  title: { text: 10, meta: 0 },
  standfirst: { text: 3, meta: 0 },
  keyPoints: { text: 2 },
  section: { meta: 0 },
  topics: { meta: 0 },
  authors: { meta: 0 },
} as const satisfies Readonly<Record<keyof SearchMeta, MetaWeight> & Record<"keyPoints", TextWeight>>;

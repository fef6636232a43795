/** A place in a story where a word searched for stands. */
export interface FoundPlace {
  /** Counted in words of the story's text. */
  readonly position: number;
  /** Which of the words it is, and how rare that is in the archive. */
  readonly term: number;
  readonly rarity: number;
}

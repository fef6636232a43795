/** What of an edition can be saved: all of it, its newest month, a section or a year. */
export type ScopeId = "everything" | "new" | `section:${string}` | `year:${number}`;

/** What a reader has chosen to save. `part` is the name that this field has in stored records and messages. */
export interface Selection {
  readonly part: ScopeId;
  readonly pictures: boolean;
}

export function isSameSelection(a: Selection, b: Selection): boolean {
  return a.part === b.part && a.pictures === b.pictures;
}

/** A scope, with the space that it takes on a device. */
export interface EditionScope {
  readonly id: ScopeId;
  /** As readers see it: `Everything`, `New in November 2026`, `Politics`, `2026`. */
  readonly name: string;
  readonly stories: number;
  /** The size of its files without the pictures of stories, and the size of these pictures. */
  readonly bytes: number;
  readonly pictureBytes: number;
}

/** The scopes of an edition. Published as `offline/parts.json`, which is small enough to be polled. */
export interface EditionScopes {
  /** The publication's mark, as `fileMark` returns it: that of another publication on the same host is another. */
  readonly publication: string;
  /** Changes whenever any file that can be saved changes. */
  readonly fingerprint: string;
  /** The edition's date, in ISO 8601; undefined where there is no story, and then there are no scopes. */
  readonly date: string | undefined;
  readonly parts: readonly EditionScope[];
}

/**
 * The section and the pictures of every story, by its folder from the root: `2026/01/07/paris-talks-channel/`. Published as
 * `offline/stories.json`. Of each picture it names one file, the offline variant.
 */
export type EditionStories = Readonly<Record<string, readonly [section: string, ...pictures: string[]]>>;

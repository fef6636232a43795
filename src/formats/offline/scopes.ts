/** A part of an edition that readers can take along: all of it, the newest month of it, a section or a year. */
export type PartId = "everything" | "new" | `section:${string}` | `year:${number}`;

/** What a reader takes along. */
export interface Selection {
  readonly part: PartId;
  readonly pictures: boolean;
}

/** Whether two readers, or one at two times, take the same along. */
export function isSameSelection(a: Selection, b: Selection): boolean {
  return a.part === b.part && a.pictures === b.pictures;
}

/** A part, with what it takes of a device. */
export interface EditionPart {
  readonly id: PartId;
  /** As readers see it: `Everything`, `New in November 2026`, `Politics`, `2026`. */
  readonly name: string;
  readonly stories: number;
  /** The sum of its files without the pictures of stories, and of these pictures. */
  readonly bytes: number;
  readonly pictureBytes: number;
}

/** What of an edition can be taken along. Published as `offline/parts.json`, small enough to be asked for often. */
export interface EditionParts {
  /** Changes whenever any file that can be taken along does. */
  readonly fingerprint: string;
  /** The edition's date, in ISO 8601; undefined where there is no story, and then there are no parts. */
  readonly date: string | undefined;
  readonly parts: readonly EditionPart[];
}

/**
 * The section and the pictures of every story, by its folder from the root: `2026/01/07/paris-talks-channel/`. Published as
 * `offline/stories.json`. Of each picture one file is named, which stands in for its other widths and formats.
 */
export type EditionStories = Readonly<Record<string, readonly [section: string, ...pictures: string[]]>>;

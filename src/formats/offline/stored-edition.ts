import type { EditionPart, Selection } from "./scopes.ts";

/** An edition, or a part of one, that a device holds whole. */
export interface KeptEdition {
  readonly selection: Selection;
  /** The name of the part when it was kept. */
  readonly name: EditionPart["name"];
  readonly stories: number;
  /** The sum of all its files. */
  readonly bytes: number;
  /** Of the edition that it is a part of: see `EditionParts`. */
  readonly fingerprint: string;
  readonly date: string;
  readonly keptAtMs: number;
  /** The SHA-256 of every file, by its path from the root, such as `politics/index.html`. */
  readonly files: Readonly<Record<string, string>>;
}

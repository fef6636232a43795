import type { EditionScope, Selection } from "./scopes.ts";

/** An edition, or a scope of one, that is completely stored on a device. Records of it are stored with these names. */
export interface StoredEdition {
  readonly selection: Selection;
  /** The name of the scope when it was saved. */
  readonly name: EditionScope["name"];
  readonly stories: number;
  /** The size of all its files. */
  readonly bytes: number;
  /** Of the whole edition: see `EditionScopes`. */
  readonly fingerprint: string;
  readonly date: string;
  /** When it was saved. */
  readonly keptAtMs: number;
  /** The SHA-256 of every file, by its path from the root, such as `politics/index.html`. */
  readonly files: Readonly<Record<string, string>>;
}

/** An edition that has been replaced, and the open pages that still use it. */
export interface FormerEdition {
  readonly edition: StoredEdition;
  /** Their ids as clients of the worker. */
  readonly clients: readonly string[];
}

/** The editions on a device: the current one and its predecessors, as long as a page uses them. */
export interface StoredEditions {
  readonly kept: StoredEdition | undefined;
  readonly former: readonly FormerEdition[];
}

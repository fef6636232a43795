/** One file of a copy that is not as its edition has it. */
export interface Finding {
  /** From the root of the publication. */
  readonly path: string;
  /** Goes on where the path ends: `differs`. */
  readonly problem: string;
}

/** What came of holding a copy of the publication against a manifest. */
export interface Verification {
  /** The name of the edition; undefined where no manifest could be read. */
  readonly edition: string | undefined;
  /** How many files were looked at, the manifest included. */
  readonly files: number;
  /** In order of path. */
  readonly findings: readonly Finding[];
  /** What was not looked at, and why: a sentence each. */
  readonly remarks: readonly string[];
}

export const MISSING = "is missing";
export const DIFFERS = "differs";
export const EXTRA = "is extra";

/** Why a copy goes no further than its manifest. */
export const UNREADABLE_MANIFEST =
  "is not as a build has written it, so that nothing can be held against it: publish anew, or name the edition's own by --edition";

/** The finding of a copy whose manifest is missing or changed. */
export function withoutManifest(path: string, problem: string): Verification {
  return { edition: undefined, files: 0, findings: [{ path, problem }], remarks: [] };
}

/** Findings as a person reads them, in order of path. */
export function inOrderOfPath(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

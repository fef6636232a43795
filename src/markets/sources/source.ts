import type { Frequency } from "../period.ts";

/** A figure as a source publishes it. */
export interface Reading {
  /** A date of the frequency of its series, where the source is right. */
  readonly date: string;
  /** In digits; undefined where the source says that there is none. */
  readonly value: string | undefined;
}

/** What is asked of a source. */
export interface SourceRequest {
  /** As the source calls the series. */
  readonly code: string;
  readonly frequency: Frequency;
  /** Where the source is, such as `https://fred.stlouisfed.org`. */
  readonly base: string;
  /** Only for a source that wants one. */
  readonly key: string | undefined;
}

/** The figures of one answer, in the order of the source. */
export interface SourcePage {
  readonly readings: readonly Reading[];
  /** How many there are in all answers. */
  readonly total: number;
}

/** Knows where a publisher of figures has them and how it writes them. Asks for nothing itself. */
export interface Source {
  readonly base: string;
  /** What the source must be told to answer. */
  readonly key?: {
    /** The environment variable that holds it. */
    readonly variable: string;
    /** Where one is to be had. */
    readonly from: string;
  };
  /** @param offset how many figures are there already */
  address(request: SourceRequest, offset: number): string;
  /** @throws SourceFailure for an answer of another form */
  parse(text: string, request: SourceRequest): SourcePage;
}

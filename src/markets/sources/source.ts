import type { Frequency } from "../period.ts";

/** An observation as a source publishes it. */
export interface RawObservation {
  /** Expected to be a date of the series' frequency; not validated yet. */
  readonly date: string;
  /** Digits as published; undefined where the source has no figure. */
  readonly value: string | undefined;
}

/** Parameters of a request to a source. */
export interface SourceRequest {
  /** The source's id of the series. */
  readonly code: string;
  readonly frequency: Frequency;
  /** The source's origin, such as `https://fred.stlouisfed.org`. */
  readonly base: string;
  /** The API key of a source that needs one. */
  readonly key: string | undefined;
}

/** One page of a source's observations, in its order. */
export interface SourcePage {
  readonly observations: readonly RawObservation[];
  /** The count over all pages. */
  readonly total: number;
}

/** The addresses and the format of a publisher of figures. Makes no requests itself. */
export interface Source {
  readonly base: string;
  /** Where to get the API key, if the source needs one. */
  readonly key?: {
    /** The environment variable that has it. */
    readonly variable: string;
    /** The address where one can be requested. */
    readonly from: string;
  };
  /** @param offset the count of observations fetched already */
  address(request: SourceRequest, offset: number): string;
  /** @throws SourceError if the response has another format */
  parse(text: string, request: SourceRequest): SourcePage;
}

import * as z from "zod";
import { SLUG } from "../newsroom/addresses.ts";
import { FREQUENCIES } from "./period.ts";
import { UNIT_NAMES } from "./units.ts";

/** The parts of the board, in its order. */
export const GROUPS = [
  { id: "currencies", name: "Currencies" },
  { id: "energy", name: "Energy" },
  { id: "rates", name: "Rates" },
  { id: "prices", name: "Prices" },
] as const;

const GROUP_IDS = GROUPS.map(({ id }) => id);
const MOST_DECIMALS = 6;
const words = z.string().trim().min(1);

/** What `_data/markets/series.yaml` says of a series. */
export const seriesSchema = z.strictObject({
  /** What the series is called in addresses and in stories. */
  id: z
    .string()
    .regex(SLUG, "is not lower-case letters, digits and hyphens")
    .refine((id) => !/^\d{4}$/.test(id), "is a year, whose address holds the month’s stories"),
  name: words.max(60),
  /** The name on the strip below the navigation. A series without one is not on it. */
  label: words.max(12).optional(),
  group: z.enum(GROUP_IDS),
  unit: z.enum(UNIT_NAMES),
  /** Digits after the point, as pages show a figure. */
  decimals: z.int().min(0).max(MOST_DECIMALS),
  frequency: z.enum(FREQUENCIES),
  source: z.strictObject({ name: words, url: z.url({ protocol: /^https?$/ }) }),
  licence: words,
  /** What a rise is: what colour changes have. */
  rise: z.enum(["good", "bad", "neither"]),
  /** How the figures are made, in a sentence or more. */
  method: words.max(600),
  order: z.int(),
});

export const seriesListSchema = z.array(seriesSchema);

type SeriesFields = z.infer<typeof seriesSchema>;

/** What a figure was at first, and what it has been since; oldest first. */
export interface Vintage {
  /** The day on which this value was published, in ISO 8601; undefined for the first one. */
  readonly since: string | undefined;
  readonly value: number | undefined;
}

/** What was measured for one period. */
export interface Observation {
  /** As `isPeriod` has it for the frequency of the series. */
  readonly date: string;
  /** As it is known at the edition's clock, in the unit of the series; undefined where it was not published: a gap. */
  readonly value: number | undefined;
  /** Only of a figure that has been revised. */
  readonly vintages?: readonly Vintage[];
}

/** A market series with its figures, in order of date. */
export interface Series extends SeriesFields {
  readonly observations: readonly Observation[];
}

/** An observation that was published. */
export interface Figure {
  readonly date: string;
  readonly value: number;
}

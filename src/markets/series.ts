import * as z from "zod";
import { DATA_PACKAGE, SLUG, seriesDataPath } from "../model/urls.ts";
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
/** No figure is told more precisely. */
export const MOST_DECIMALS = 6;
const words = z.string().trim().min(1);

/** Where figures can be fetched from, and what a series is called there. */
const CODES = {
  fred: { pattern: /^[A-Z0-9_]+$/, example: "EXUSEU" },
  eia: { pattern: /^[a-z-]+(?:\/[a-z0-9-]+)+\/[A-Za-z0-9_-]+$/, example: "petroleum/pri/spt/RBRTE" },
  ecb: { pattern: /^EXR(?:\.[A-Z0-9]+){5}$/, example: "EXR.M.USD.EUR.SP00.A" },
} as const;

export type SourceName = keyof typeof CODES;

const fetchSchema = z
  .strictObject({
    from: z.enum(Object.keys(CODES) as [SourceName, ...SourceName[]]),
    code: words,
    /** What makes of the source’s figures those of the series. */
    transform: z.enum(["reciprocal"]).optional(),
    /** Digits after the point to round to; without it, figures are kept as they are published. */
    round: z.int().min(0).max(MOST_DECIMALS).optional(),
  })
  .superRefine(({ from, code, transform, round }, context) => {
    const { pattern, example } = CODES[from];
    if (!pattern.test(code)) {
      context.addIssue({ code: "custom", path: ["code"], message: `is not written like ${example}, as ${from} has it` });
    }
    if (transform && round === undefined) {
      context.addIssue({ code: "custom", path: ["round"], message: `is missing: a ${transform} has no last digit` });
    }
  });

/** How figures of a series are fetched. */
export type FetchInstruction = z.infer<typeof fetchSchema>;

/** What `_data/markets/series.yaml` says of a series. */
export const seriesSchema = z.strictObject({
  /** What the series is called in addresses and in stories. */
  id: z
    .string()
    .regex(SLUG, "is not lower-case letters, digits and hyphens")
    .refine((id) => !/^\d{4}$/.test(id), "is a year, whose address holds the month’s stories")
    .refine((id) => seriesDataPath(id, "json") !== DATA_PACKAGE, "is the name of the file that lists all series"),
  name: words.max(60),
  /** The name on the strip below the navigation. A series without one is not on it. */
  label: words.max(12).optional(),
  group: z.enum(GROUP_IDS),
  unit: z.enum(UNIT_NAMES),
  /** Digits after the point, as pages show a figure. */
  decimals: z.int().min(0).max(MOST_DECIMALS),
  frequency: z.enum(FREQUENCIES),
  source: z.strictObject({ name: words, url: z.url({ protocol: /^https?$/ }) }),
  /** Where `npm run markets -- update` finds new figures. Those of a series without it are written by hand. */
  fetch: fetchSchema.optional(),
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

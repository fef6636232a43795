import * as z from "zod";
import { DATA_PACKAGE, SLUG, SLUG_RULE, seriesDataPath } from "../model/urls.ts";
import { FREQUENCIES } from "./period.ts";
import { UNIT_NAMES } from "./units.ts";

/** The groups of the market board, in display order. */
export const GROUPS = [
  { id: "currencies", name: "Currencies" },
  { id: "energy", name: "Energy" },
  { id: "rates", name: "Rates" },
  { id: "prices", name: "Prices" },
] as const;

const GROUP_IDS = GROUPS.map(({ id }) => id);
/** The most decimals a figure may be shown with. */
export const MAX_DECIMALS = 6;
const text = z.string().trim().min(1);

/** The sources that figures can be fetched from, with the format of their series codes. */
const CODES = {
  fred: { pattern: /^[A-Z0-9_]+$/, example: "EXUSEU" },
  eia: { pattern: /^[a-z-]+(?:\/[a-z0-9-]+)+\/[A-Za-z0-9_-]+$/, example: "petroleum/pri/spt/RBRTE" },
  ecb: { pattern: /^EXR(?:\.[A-Z0-9]+){5}$/, example: "EXR.M.USD.EUR.SP00.A" },
} as const;

export type SourceName = keyof typeof CODES;

const fetchSchema = z
  .strictObject({
    from: z.enum(Object.keys(CODES) as [SourceName, ...SourceName[]]),
    code: text.regex(/^\S+$/, "has a space").describe("write the code of the series at its source"),
    /** How to convert the source’s figures. */
    transform: z.enum(["reciprocal"]).optional(),
    /** Decimals to round to; figures stay as published without it. */
    round: z.int().min(0).max(MAX_DECIMALS).describe(`write a number of decimals, from 0 to ${MAX_DECIMALS}`).optional(),
  })
  .superRefine(({ from, code, transform, round }, context) => {
    const { pattern, example } = CODES[from];
    if (!pattern.test(code)) {
      context.addIssue({ code: "custom", path: ["code"], message: `is not a code of ${from}, such as ${example}` });
    }
    if (transform && round === undefined) {
      context.addIssue({ code: "custom", path: ["round"], message: `is missing: a ${transform} has no last digit` });
    }
  });

/** How to fetch the figures of a series. */
export type FetchInstruction = z.infer<typeof fetchSchema>;

/** An entry of `_data/markets/series.yaml`. */
export const seriesSchema = z.strictObject({
  /** Used in addresses and in stories. */
  id: z
    .string()
    .regex(SLUG, `is not ${SLUG_RULE}`)
    .refine((id) => !/^\d{4}$/.test(id), "is a year, and would collide with the address of a monthly archive")
    .refine((id) => seriesDataPath(id, "json") !== DATA_PACKAGE, "would collide with the data package that lists all series")
    .describe(`write a short name of ${SLUG_RULE}, such as brent`),
  name: text.max(60).describe("write the name that readers see, up to 60 characters"),
  /** The name in the market strip below the navigation. A series without one is not shown there. */
  label: text.max(12).describe("write a name of up to 12 characters, or leave it out").optional(),
  group: z.enum(GROUP_IDS),
  unit: z.enum(UNIT_NAMES),
  /** Decimals that pages show. */
  decimals: z.int().min(0).max(MAX_DECIMALS).describe(`write a number of decimals, from 0 to ${MAX_DECIMALS}`),
  frequency: z.enum(FREQUENCIES),
  source: z
    .strictObject({
      name: text.describe("name the institution that publishes the figures"),
      url: z
        .url({ protocol: /^https?$/, error: "is not an http or https address" })
        .describe("write the address where the institution publishes the figures"),
    })
    .describe("write `source:` and below it, indented, `name:` and `url:` of the institution that publishes the figures"),
  /** Where `npm run markets -- update` finds new figures; a series without it is edited by hand. */
  fetch: fetchSchema.describe("write `fetch:` and below it, indented, `from:` and `code:`, or leave it out").optional(),
  licence: text.describe("name the licence of the figures"),
  /** Whether a rise is good news, which decides the colour of changes. */
  rise: z.enum(["good", "bad", "neither"]),
  /** The methodology, in a sentence or more. */
  method: text.max(600).describe("say in up to 600 characters how the figures are made"),
  order: z.int().describe("write a whole number: its group lists the series in this order"),
});

export const seriesListSchema = z.array(seriesSchema).describe("write a list of series, or [] for none");

type SeriesFields = z.infer<typeof seriesSchema>;

/** One published value of a figure: the first, or a revision. */
export interface Vintage {
  /** The day of publication (ISO 8601); undefined for the first value. */
  readonly since: string | undefined;
  readonly value: number | undefined;
}

/** The measurement of one period. */
export interface Observation {
  /** In the format of the series' frequency, see `isPeriod`. */
  readonly date: string;
  /** The latest value, in the unit of the series; undefined for a gap, where none was published. */
  readonly value: number | undefined;
  /** All values of a revised figure, oldest first; absent where there was no revision. */
  readonly vintages?: readonly Vintage[];
}

/** A market series with its observations in order of date. */
export interface Series extends SeriesFields {
  readonly observations: readonly Observation[];
}

/** An observation that was published. */
export interface Figure {
  readonly date: string;
  readonly value: number;
}

import type { DateTime } from "luxon";
import * as z from "zod";
import { isInstant } from "./dates.ts";

/** A correction of a story, and when it was published. */
export interface Correction {
  readonly date: DateTime;
  readonly text: string;
}

/** The id of the corrections on a story's page. Ids of headings contain no underscore, so they cannot collide. */
export const STORY_CORRECTIONS = "story_corrections";

/** The id of one correction on its story's page: `correction_20260108T150500Z`. */
export function correctionId(date: DateTime): string {
  return `correction_${date.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'")}`;
}

const correctionFields = z.strictObject({
  date: z
    .string()
    .refine(isInstant, { error: "is not an ISO 8601 instant with an offset" })
    .describe("write an instant with its offset, not before `published`, and set `updated` to it or to a later one"),
  text: z.string().trim().min(1).max(500).describe("say in up to 500 characters what was wrong and what is right"),
});

/** The corrections of a story, in any order. */
export const correctionsField = z
  .array(correctionFields)
  .describe("write a list of `date` and `text`, or leave it out")
  .default([]);

/** The fields that the dates of corrections are compared with. */
const comparable = z.looseObject({
  published: z.string().refine(isInstant),
  updated: z.string().refine(isInstant).optional(),
  corrections: z.array(z.looseObject({})),
});

/** Whether the dates of the corrections can be compared, even if other fields are invalid: every error is reported in one build. */
export function hasComparableDates(fields: unknown): boolean {
  return comparable.safeParse(fields).success;
}

interface DatedFields {
  readonly published: string;
  readonly updated?: string | undefined;
  readonly corrections: readonly { readonly date: string }[];
}

/** What is wrong with the dates of corrections, for fields that satisfy `hasComparableDates`. Skips invalid dates. */
export function correctionDateErrors(
  { published, updated, corrections }: DatedFields,
  nowMs: number,
): readonly { readonly index: number; readonly message: string }[] {
  const seen = new Set<number>();
  return corrections.flatMap(({ date }, index) => {
    if (!isInstant(date)) return [];
    const ms = Date.parse(date);
    // The ids of corrections have a resolution of one second.
    const second = Math.floor(ms / 1000);
    const message =
      dateError(ms, { published, updated }, nowMs) ?? (seen.has(second) ? "is the date of another correction" : undefined);
    seen.add(second);
    return message === undefined ? [] : [{ index, message }];
  });
}

function dateError(ms: number, { published, updated }: Omit<DatedFields, "corrections">, nowMs: number): string | undefined {
  if (ms < Date.parse(published)) return "is before `published`";
  if (updated === undefined) return "belongs to a story without `updated`";
  if (ms > Date.parse(updated)) return "is after `updated`";
  return ms > Math.max(nowMs, Date.parse(published)) ? "is in the future" : undefined;
}

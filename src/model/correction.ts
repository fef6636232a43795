import type { DateTime } from "luxon";
import * as z from "zod";
import { isInstant } from "./dates.ts";

/** What was wrong in a story, and when readers were told. */
export interface Correction {
  readonly date: DateTime;
  readonly text: string;
}

/** The place of the corrections on a story's page. The underline keeps it apart from the headings of any text. */
export const STORY_CORRECTIONS = "story_corrections";

/** The place of one correction on its story's page: `correction_20260108T150500Z`. */
export function correctionId(date: DateTime): string {
  return `correction_${date.toUTC().toFormat("yyyyMMdd'T'HHmmss'Z'")}`;
}

const correctionFields = z.strictObject({
  date: z
    .string()
    .refine(isInstant, { error: "is not an instant of ISO 8601 with an offset" })
    .describe("write an instant with its offset, not before `published`, and set `updated` to it or to a later one"),
  text: z.string().trim().min(1).max(500).describe("say in up to 500 characters what was wrong and what is right"),
});

/** The corrections of a story, in any order. */
export const correctionsField = z.array(correctionFields).default([]);

/** The fields that corrections are held against, whatever else may be wrong with them. */
const comparable = z.looseObject({
  published: z.string().refine(isInstant),
  updated: z.string().refine(isInstant).optional(),
  corrections: z.array(z.looseObject({})),
});

/** Whether the dates of the corrections can be judged, so that every fault of a story is told in one go. */
export function hasComparableDates(fields: unknown): boolean {
  return comparable.safeParse(fields).success;
}

interface DatedFields {
  readonly published: string;
  readonly updated?: string | undefined;
  readonly corrections: readonly { readonly date: string }[];
}

/** What is wrong with the dates of corrections, for fields that satisfy `hasComparableDates`. Unreadable dates are passed over. */
export function correctionDateProblems({ published, updated, corrections }: DatedFields): readonly {
  readonly index: number;
  readonly problem: string;
}[] {
  const seen = new Set<number>();
  return corrections.flatMap(({ date }, index) => {
    if (!isInstant(date)) return [];
    const ms = Date.parse(date);
    // Addresses of corrections tell seconds apart.
    const second = Math.floor(ms / 1000);
    const problem =
      dateProblem(ms, { published, updated }) ?? (seen.has(second) ? "is the date of another correction" : undefined);
    seen.add(second);
    return problem === undefined ? [] : [{ index, problem }];
  });
}

function dateProblem(ms: number, { published, updated }: Omit<DatedFields, "corrections">): string | undefined {
  if (ms < Date.parse(published)) return "is before `published`";
  if (updated === undefined) return "belongs to a story without `updated`";
  return ms > Date.parse(updated) ? "is after `updated`" : undefined;
}

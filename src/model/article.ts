import type { DateTime } from "luxon";
import * as z from "zod";
import type { Body } from "./body.ts";
import { stripBindings } from "./body.ts";
import { type Correction, correctionDateErrors, correctionsField, hasComparableDates } from "./correction.ts";
import { isInstant } from "./dates.ts";
import type { Section } from "./site.ts";
import type { Author, TaxonomyTerm } from "./taxonomy.ts";
import { type SitePath, SLUG, SLUG_RULE } from "./urls.ts";

/** The ids that a story may refer to; undefined where the file that defines them is invalid. */
export interface KnownIds {
  readonly sections: readonly string[];
  readonly authors: readonly string[] | undefined;
  readonly topics: readonly string[] | undefined;
  readonly pictures: readonly string[];
}

const sentence = z.string().trim().min(1);
const instantField = z.string().refine(isInstant, { error: "is not an ISO 8601 instant with an offset" });
const readableDates = z.looseObject({ published: instantField, updated: instantField });
const anyId = z.string().regex(SLUG, `an id has ${SLUG_RULE}`);
/** Runs a check as soon as both dates are valid, so that every error is reported in one build. */
const hasReadableDates = ({ value }: { readonly value: unknown }): boolean => readableDates.safeParse(value).success;
/** Earlier years, such as 0026, are slips. */
const MIN_YEAR = 1900;
/** Later dates, such as one in 2062, are slips: the story would never be published, and nobody would notice. */
const MAX_AHEAD_MS = 10 * 365.25 * 24 * 60 * 60 * 1000;
const oneOf = (ids: readonly string[] | undefined): z.ZodType<string> => (ids ? z.enum(ids) : anyId);
const distinct = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

function leadPictureSchema(names: readonly string[]) {
  return z
    .strictObject({
      file: z.enum(names),
      caption: sentence.describe("write a caption, or leave it out for the picture's own").optional(),
      alt: sentence.describe("say in a sentence what a sighted reader sees, or leave it out for the picture's own").optional(),
    })
    .describe("write `picture:` and below it, indented, `file: NAME`");
}

/**
 * The front matter of a story.
 *
 * @param known the ids it may refer to
 * @param nowMs the latest time at which something can have happened, in milliseconds since 1970
 */
export function articleSchema(known: KnownIds, nowMs: number) {
  return (
    z
      .strictObject({
        title: sentence.max(120).describe("write a headline of up to 120 characters"),
        standfirst: sentence
          .refine((text) => stripBindings(text).length <= 240, "is longer than 240 characters")
          .describe("write one or two sentences, up to 240 characters"),
        section: z.enum(known.sections),
        published: instantField
          .refine((text) => !isInstant(text) || Number(text.slice(0, 4)) >= MIN_YEAR, `is before the year ${MIN_YEAR}`)
          .refine((text) => !(Date.parse(text) > nowMs + MAX_AHEAD_MS), "is more than ten years ahead")
          .describe("write an instant with its offset, such as 2026-01-07T09:30:00-05:00"),
        updated: instantField
          .describe("write an instant with its offset, not before `published` and not in the future, or leave it out")
          .optional(),
        authors: z
          .array(oneOf(known.authors))
          .min(1)
          .refine(distinct, "names an author twice")
          .describe("write a list of ids from authors.yaml, such as [politics-desk]"),
        topics: z
          .array(oneOf(known.topics))
          .refine(distinct, "names a topic twice")
          .describe("write a list of ids from topics.yaml, or leave it out")
          .default([]),
        picture: leadPictureSchema(known.pictures).optional(),
        keyPoints: z.array(sentence).max(5).describe("write a list of up to five sentences, or leave it out").default([]),
        corrections: correctionsField,
        draft: z.boolean().describe("write true or false, or leave it out").default(false),
      })
      .refine(({ published, updated }) => updated === undefined || Date.parse(updated) >= Date.parse(published), {
        path: ["updated"],
        error: "is before `published`",
        when: hasReadableDates,
      })
      // An update of a story that is yet to be published can only be its publication.
      .refine(
        ({ published, updated }) => updated === undefined || Date.parse(updated) <= Math.max(nowMs, Date.parse(published)),
        {
          path: ["updated"],
          error: "is in the future",
          when: hasReadableDates,
        },
      )
      .superRefine(
        (fields, context) => {
          for (const { index, message } of correctionDateErrors(fields, nowMs)) {
            context.addIssue({ code: "custom", path: ["corrections", index, "date"], message });
          }
        },
        { when: ({ value }) => hasComparableDates(value) },
      )
  );
}

export type ArticleFields = z.infer<ReturnType<typeof articleSchema>>;

/** A story's lead picture, with the caption and alternative text that override the picture's own. */
interface LeadPicture {
  readonly name: string;
  readonly caption: string | undefined;
  readonly alt: string | undefined;
}

/** A valid story: references are resolved, and dates are in the publication's time zone. */
export interface Article {
  readonly slug: string;
  readonly path: SitePath;
  readonly title: string;
  readonly standfirst: string;
  readonly section: Section;
  readonly published: DateTime;
  readonly updated: DateTime | undefined;
  readonly authors: readonly Author[];
  readonly topics: readonly TaxonomyTerm[];
  readonly picture: LeadPicture | undefined;
  readonly keyPoints: readonly string[];
  readonly body: Body;
  readonly words: number;
  /** Ids of the market series of its figures and charts, in order of appearance. */
  readonly series: readonly string[];
  /** Newest first. */
  readonly corrections: readonly Correction[];
  readonly draft: boolean;
}

/** When a story was last changed visibly to readers. */
export function lastChange({ published, updated }: Pick<Article, "published" | "updated">): DateTime {
  return updated ?? published;
}

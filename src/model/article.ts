import type { DateTime } from "luxon";
import * as z from "zod";
import type { Body } from "./body.ts";
import { asRead } from "./body.ts";
import { type Correction, correctionDateProblems, correctionsField, hasComparableDates } from "./correction.ts";
import { isInstant } from "./dates.ts";
import type { Section } from "./site.ts";
import type { Author, TaxonomyTerm } from "./taxonomy.ts";
import type { SitePath } from "./urls.ts";

/** The ids that a story may refer to; undefined where they are not known, because their own file is faulty. */
export interface KnownIds {
  readonly sections: readonly string[];
  readonly authors: readonly string[] | undefined;
  readonly topics: readonly string[] | undefined;
  readonly pictures: readonly string[];
}

const sentence = z.string().trim().min(1);
const instantField = z.string().refine(isInstant, { error: "is not an instant of ISO 8601 with an offset" });
const readableDates = z.looseObject({ published: instantField, updated: instantField });
const oneOf = (ids: readonly string[] | undefined): z.ZodType<string> => (ids ? z.enum(ids) : sentence);
const distinct = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** The front matter of a story, for a publication that knows `known`. */
export function articleSchema(known: KnownIds) {
  return z
    .strictObject({
      title: sentence.max(120),
      standfirst: sentence.refine((text) => asRead(text).length <= 240, "is longer than 240 characters"),
      section: z.enum(known.sections),
      published: instantField,
      updated: instantField.optional(),
      authors: z.array(oneOf(known.authors)).min(1).refine(distinct, "names an author twice"),
      topics: z.array(oneOf(known.topics)).refine(distinct, "names a topic twice").default([]),
      picture: z
        .strictObject({ file: z.enum(known.pictures), caption: sentence.optional(), alt: sentence.optional() })
        .optional(),
      keyPoints: z.array(sentence).max(5).default([]),
      corrections: correctionsField,
      draft: z.boolean().default(false),
    })
    .refine(({ published, updated }) => updated === undefined || Date.parse(updated) >= Date.parse(published), {
      path: ["updated"],
      error: "is before `published`",
      // Runs as soon as both dates are readable, so that every fault is told in one go.
      when: ({ value }) => readableDates.safeParse(value).success,
    })
    .superRefine(
      (fields, context) => {
        for (const { index, problem } of correctionDateProblems(fields)) {
          context.addIssue({ code: "custom", path: ["corrections", index, "date"], message: problem });
        }
      },
      { when: ({ value }) => hasComparableDates(value) },
    );
}

export type ArticleFields = z.infer<ReturnType<typeof articleSchema>>;

/** A story's lead picture: a picture of the pool, with what this story says differently about it. */
interface LeadPicture {
  readonly name: string;
  readonly caption: string | undefined;
  readonly alt: string | undefined;
}

/** One story, whole and trusted: every reference resolved, every date in the publication's zone. */
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
  /** Ids of the market series that its figures and charts are bound to, in order. */
  readonly series: readonly string[];
  /** Newest first. */
  readonly corrections: readonly Correction[];
  readonly draft: boolean;
}

/** When a story was last changed in a way that readers should know of. */
export function lastChange({ published, updated }: Pick<Article, "published" | "updated">): DateTime {
  return updated ?? published;
}

import { IANAZone } from "luxon";
import * as z from "zod";
import { isReserved, SLUG } from "./addresses.ts";
import { isInstant } from "./dates.ts";
import { newsletterSchema } from "./newsletter.ts";

const sectionSchema = z.strictObject({
  id: z
    .string()
    .regex(SLUG, "is the section's address: lower-case letters, digits and hyphens")
    .refine((id) => !isReserved(id), "is an address that the site itself needs"),
  name: z.string().min(1),
  description: z.string().min(1),
});

/** Whether luxon and the browsers know `name` as a time zone of the IANA database. */
function isTimeZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

/** Whether `tag` is a language tag of BCP 47 that the ECMAScript internationalisation library accepts. */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Whether programs that gather text for language models may take that of the publication. */
const crawlersSchema = z.strictObject({
  /** Those that gather it to train models. */
  training: z.enum(["allow", "disallow"]).default("allow"),
  /** Those that look it up to answer a question, with the source named. */
  answers: z.enum(["allow", "disallow"]).default("allow"),
});

/** A feed for a partner: the stories of some sections from the last hours. */
const partnerFeedSchema = z.strictObject({
  id: z.string().regex(SLUG, "is the feed's address: lower-case letters, digits and hyphens"),
  name: z.string().min(1),
  /** Ids of the sections in it; all, where nothing is said. */
  sections: z.array(z.string()).min(1).optional(),
  /** Ids of sections left out. */
  without: z.array(z.string()).min(1).optional(),
  /** How far it reaches back from the edition's clock. */
  hours: z.number().int().min(1).max(8760),
});

/** Whom to tell of a hole in the site's security, for `security.txt` (RFC 9116). */
const securitySchema = z.strictObject({
  contact: z.array(z.url({ protocol: /^(?:https|mailto|tel)$/, error: "must be an https, mailto or tel address" })).min(1),
  /** When the notice is to be looked at again, in ISO 8601 with an offset: at most a year ahead. */
  expires: z.string().refine(isInstant, "is not an instant of ISO 8601 with an offset"),
  policy: z.url({ protocol: /^https$/, error: "must be an https address" }).optional(),
  languages: z.array(z.string().refine(isLanguageTag, "is not a language tag of BCP 47")).min(1).optional(),
});

/** What a publication is, as the publisher writes it in `_data/site.ts`. */
export const siteSchema = z
  .strictObject({
    name: z.string().min(1),
    tagline: z.string().min(1),
    description: z.string().min(1),
    address: z
      .url({ protocol: /^https?$/, error: "must be an http or https address" })
      .transform((address) => (address.endsWith("/") ? address : `${address}/`))
      .optional(),
    language: z.string().refine(isLanguageTag, "is not a language tag of BCP 47"),
    timeZone: z.string().refine(isTimeZone, "is not a time zone of the IANA database"),
    sections: z
      .array(sectionSchema)
      .min(1)
      .refine((sections) => new Set(sections.map(({ id }) => id)).size === sections.length, "has two sections with one id"),
    newsletter: newsletterSchema.optional(),
    crawlers: crawlersSchema.default({ training: "allow", answers: "allow" }),
    partnerFeeds: z
      .array(partnerFeedSchema)
      .default([])
      .refine((feeds) => new Set(feeds.map(({ id }) => id)).size === feeds.length, "has two feeds with one id"),
    /** The WebSub hub that hears of new stories; its address stands in the feeds. */
    webSubHub: z.url({ protocol: /^https$/, error: "must be an https address" }).optional(),
    security: securitySchema.optional(),
  })
  .superRefine(({ sections, partnerFeeds }, context) => {
    const known = new Set(sections.map(({ id }) => id));
    partnerFeeds.forEach((feed, index) => {
      for (const field of ["sections", "without"] as const) {
        const unknown = feed[field]?.find((id) => !known.has(id));
        if (unknown !== undefined) {
          context.addIssue({
            code: "custom",
            path: ["partnerFeeds", index, field],
            message: `names \`${unknown}\`, which is no section`,
          });
        }
      }
    });
  });

export type PartnerFeed = z.infer<typeof partnerFeedSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Site = z.infer<typeof siteSchema>;
export type SiteSettings = z.input<typeof siteSchema>;

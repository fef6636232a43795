import { IANAZone } from "luxon";
import * as z from "zod";
import { isInstant } from "./dates.ts";
import { newsletterSchema } from "./newsletter.ts";
import { isReserved, SLUG } from "./urls.ts";

const httpsAddress = z.url({ protocol: /^https$/, normalize: true, error: "must be an https address" });

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

const CHOICE = ["allow", "disallow"] as const;
const ALLOWED = { training: "allow", answers: "allow" } as const;

/** Whether programs that gather text for language models may take that of the publication. */
const crawlersSchema = z
  .strictObject({
    /** Those that gather it to train models. */
    training: z.enum(CHOICE).default(ALLOWED.training),
    /** Those that look it up to answer a question, with the source named. */
    answers: z.enum(CHOICE).default(ALLOWED.answers),
  })
  .describe('write `{ training: "disallow" }` or `{ answers: "disallow" }`, or leave it out');

const someSections = z.array(z.string()).min(1).describe("write a list of ids of sections, or leave it out");

/** A feed for a partner: the stories of some sections from the last hours. */
const partnerFeedSchema = z.strictObject({
  id: z
    .string()
    .regex(SLUG, "is the feed's address: lower-case letters, digits and hyphens")
    .describe("write lower-case letters, digits and hyphens, such as news-agency"),
  name: z.string().min(1).describe("write the name of the feed, as the partner sees it"),
  /** Ids of the sections in it; all, where nothing is said. */
  sections: someSections.optional(),
  /** Ids of sections left out. */
  without: someSections.optional(),
  /** How far it reaches back from the edition's clock. */
  hours: z.int().min(1).max(8760).describe("write a whole number of hours, up to 8760"),
});

/** Whom to tell of a hole in the site's security, for `security.txt` (RFC 9116). */
const securitySchema = z.strictObject({
  contact: z
    .array(
      z
        .url({ protocol: /^(?:https|mailto|tel)$/, normalize: true, error: "must be an https, mailto or tel address" })
        .describe("write an address such as mailto:security@example.org"),
    )
    .min(1)
    .describe('write a list of addresses, the preferred one first, such as ["mailto:security@example.org"]'),
  /** When the notice is to be looked at again, in ISO 8601 with an offset: at most a year ahead. */
  expires: z
    .string()
    .refine(isInstant, "is not an instant of ISO 8601 with an offset")
    .describe("write an instant of the next twelve months, in ISO 8601 with its offset"),
  policy: httpsAddress.describe("write the address of the page that says how to report a hole, or leave it out").optional(),
  languages: z
    .array(z.string().refine(isLanguageTag, "is not a language tag of BCP 47").describe("write a language tag, such as en"))
    .min(1)
    .describe('write a list of language tags, such as ["en", "de"], or leave it out')
    .optional(),
});

/** Whether pages can be below an address. */
function isFolder(address: string): boolean {
  return !/[?#]/.test(address) && new URL(address).username === "" && new URL(address).password === "";
}

/** What a publication is, as the publisher writes it in `_data/site.ts`. */
export const siteSchema = z
  .strictObject({
    name: z.string().min(1),
    tagline: z.string().min(1),
    description: z.string().min(1),
    address: z
      .url({ protocol: /^https?$/, normalize: true, abort: true, error: "must be an http or https address" })
      .refine(isFolder, "has a user name, a `?` or a `#`")
      .transform((address) => (address.endsWith("/") ? address : `${address}/`))
      .describe("write a host and perhaps a folder, such as https://www.example.org/, or leave it out")
      .optional(),
    language: z.string().refine(isLanguageTag, "is not a language tag of BCP 47"),
    timeZone: z.string().refine(isTimeZone, "is not a time zone of the IANA database"),
    sections: z
      .array(sectionSchema)
      .min(1)
      .refine((sections) => new Set(sections.map(({ id }) => id)).size === sections.length, "has two sections with one id"),
    newsletter: newsletterSchema.optional(),
    crawlers: crawlersSchema.default(ALLOWED),
    partnerFeeds: z
      .array(partnerFeedSchema)
      .refine((feeds) => new Set(feeds.map(({ id }) => id)).size === feeds.length, "has two feeds with one id")
      .describe("write a list of feeds, each with an `id` of its own, its `name` and its `hours`, or leave it out")
      .default([]),
    /** The WebSub hub that hears of new stories; its address stands in the feeds. */
    webSubHub: httpsAddress.describe("write the hub's address, such as https://hub.example.org/, or leave it out").optional(),
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
export type Security = z.infer<typeof securitySchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Site = z.infer<typeof siteSchema>;
export type SiteSettings = z.input<typeof siteSchema>;

import { IANAZone } from "luxon";
import * as z from "zod";
import { isInstant } from "./dates.ts";
import { newsletterSchema } from "./newsletter.ts";
import { isReserved, SLUG, SLUG_RULE } from "./urls.ts";

const httpsAddress = z.url({ protocol: /^https$/, normalize: true, error: "must be an https address" });

const sectionSchema = z.strictObject({
  id: z
    .string()
    .regex(SLUG, "cannot be an address")
    .refine((id) => !isReserved(id), "is an address that the site itself needs")
    .describe(`write ${SLUG_RULE}, such as politics`),
  name: z.string().min(1).describe("write the name of the section"),
  description: z.string().min(1).describe("write a sentence for readers"),
});

/** Whether luxon knows `name` as a time zone of the IANA database. */
function isTimeZone(name: string): boolean {
  return IANAZone.isValidZone(name);
}

/** Whether `tag` is a BCP 47 language tag that `Intl` accepts. */
function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const PERMISSION = ["allow", "disallow"] as const;
const ALLOWED = { training: "allow", answers: "allow" } as const;

/** Whether crawlers for language models may use the publication's text. */
const crawlersSchema = z
  .strictObject({
    /** Crawlers that collect training data. */
    training: z.enum(PERMISSION).default(ALLOWED.training),
    /** Crawlers that look up answers and cite their source. */
    answers: z.enum(PERMISSION).default(ALLOWED.answers),
  })
  .describe('write `{ training: "disallow" }` or `{ answers: "disallow" }`, or leave it out');

const someSections = z.array(z.string()).min(1).describe("write a list of ids of sections, or leave it out");

/** A feed for a partner: the stories of some sections from the last hours. */
const partnerFeedSchema = z.strictObject({
  id: z.string().regex(SLUG, "cannot be an address").describe(`write ${SLUG_RULE}, such as news-agency`),
  name: z.string().min(1).describe("write the name of the feed, as the partner sees it"),
  /** Ids of its sections; all by default. */
  sections: someSections.optional(),
  /** Ids of excluded sections. */
  without: someSections.optional(),
  /** The age of its oldest story, counted back from the edition's clock. */
  hours: z.int().min(1).max(8760).describe("write a whole number of hours, up to 8760"),
});

/** How to report a vulnerability, for `security.txt` (RFC 9116). */
const securitySchema = z.strictObject({
  contact: z
    .array(
      z
        .url({ protocol: /^(?:https|mailto|tel)$/, normalize: true, error: "must be an https, mailto or tel address" })
        .describe("write an address such as mailto:security@example.org"),
    )
    .min(1)
    .describe('write a list of addresses, the preferred one first, such as ["mailto:security@example.org"]'),
  /** When the contacts are to be checked again, in ISO 8601 with an offset: at most a year ahead. */
  expires: z
    .string()
    .refine(isInstant, "is not an ISO 8601 instant with an offset")
    .describe("write an instant of the next twelve months, in ISO 8601 with its offset"),
  policy: httpsAddress.describe("write the address of your policy for reporting vulnerabilities, or leave it out").optional(),
  languages: z
    .array(z.string().refine(isLanguageTag, "is not a language tag of BCP 47").describe("write a language tag, such as en"))
    .min(1)
    .describe('write a list of language tags, such as ["en", "de"], or leave it out')
    .optional(),
});

/** Whether paths can be appended to an address. */
function isBaseUrl(address: string): boolean {
  return !/[?#]/.test(address) && new URL(address).username === "" && new URL(address).password === "";
}

/** The publisher's settings in `_data/site.ts`. */
export const siteSchema = z
  .strictObject({
    name: z.string().min(1).describe("write the name of the publication"),
    tagline: z.string().min(1).describe("write a few words to go with the name"),
    description: z.string().min(1).describe("write a sentence that says what the publication is"),
    address: z
      .url({ protocol: /^https?$/, normalize: true, abort: true, error: "must be an http or https address" })
      .refine(isBaseUrl, "has a user name, a `?` or a `#`")
      .transform((address) => (address.endsWith("/") ? address : `${address}/`))
      .describe("write a host and perhaps a folder, such as https://www.example.org/, or leave it out")
      .optional(),
    language: z.string().refine(isLanguageTag, "is not a language tag of BCP 47").describe("write a language tag, such as en-GB"),
    timeZone: z
      .string()
      .refine(isTimeZone, "is not a time zone of the IANA database")
      .describe("write a time zone of the IANA database, such as America/New_York"),
    sections: z
      .array(sectionSchema)
      .min(1)
      .refine((sections) => new Set(sections.map(({ id }) => id)).size === sections.length, "has two sections with one id")
      .describe("write a list of sections, each with an `id`, a `name` and a `description`"),
    newsletter: newsletterSchema.optional(),
    crawlers: crawlersSchema.default(ALLOWED),
    partnerFeeds: z
      .array(partnerFeedSchema)
      .refine((feeds) => new Set(feeds.map(({ id }) => id)).size === feeds.length, "has two feeds with one id")
      .describe("write a list of feeds, each with an `id` of its own, its `name` and its `hours`, or leave it out")
      .default([]),
    /** The WebSub hub that is notified of new stories, and that feeds link to. */
    webSubHub: httpsAddress.describe("write the hub's address, such as https://hub.example.org/, or leave it out").optional(),
    security: securitySchema.optional(),
    /** Browsers then use https alone for two years: for the host of `address`, or for its subdomains too. */
    strictTransportSecurity: z.enum(["host", "subdomains"]).optional(),
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

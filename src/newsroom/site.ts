import { IANAZone } from "luxon";
import * as z from "zod";
import { isReserved, SLUG } from "./addresses.ts";
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

/** What a publication is, as the publisher writes it in `_data/site.ts`. */
export const siteSchema = z.strictObject({
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
});

export type Section = z.infer<typeof sectionSchema>;
export type Site = z.infer<typeof siteSchema>;
export type SiteSettings = z.input<typeof siteSchema>;

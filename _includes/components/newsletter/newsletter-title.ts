import type { Site } from "../../../src/model/site.ts";

/** What the newsletter's place is called: without a newsletter it offers the feeds, and must not promise e-mail. */
export function newsletterTitle({ name, newsletter }: Site): string {
  return newsletter ? `${name} by e-mail` : `Follow ${name}`;
}

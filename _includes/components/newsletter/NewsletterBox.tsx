import type { Place } from "../../page-context.ts";
import { NewsletterForm } from "./NewsletterForm.tsx";
import { newsletterTitle } from "./newsletter-title.ts";

/** The band that offers the newsletter on a page about something else. */
export function NewsletterBox({ place }: { place: Place }) {
  return (
    <section class="newsletter" aria-labelledby="newsletter_box">
      <h2 id="newsletter_box">{newsletterTitle(place.site)}</h2>
      <NewsletterForm place={place} id="box" />
    </section>
  );
}

import type { Place } from "../../layouts/place.ts";
import { NewsletterForm } from "./NewsletterForm.tsx";

/** The band that offers the newsletter on a page about something else. */
export function NewsletterBox({ place }: { place: Place }) {
  return (
    <section class="newsletter" aria-labelledby="newsletter_box">
      <h2 id="newsletter_box">The day’s economy, by e-mail</h2>
      <NewsletterForm place={place} id="box" />
    </section>
  );
}

import type { PageContext } from "../../page-context.ts";
import { NewsletterForm } from "./NewsletterForm.tsx";
import { newsletterTitle } from "./newsletter-title.ts";

/** The band that offers the newsletter on a page about something else. */
export function NewsletterBox({ context }: { context: PageContext }) {
  return (
    <section class="newsletter" aria-labelledby="newsletter_box">
      <h2 id="newsletter_box">{newsletterTitle(context.site)}</h2>
      <NewsletterForm context={context} id="box" />
    </section>
  );
}

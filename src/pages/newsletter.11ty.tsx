import { NewsletterForm } from "../../_includes/components/newsletter/NewsletterForm.tsx";
import { Page } from "../../_includes/layouts/Page.tsx";
import { type GlobalData, placeOf } from "../../_includes/layouts/place.ts";
import { NEWSLETTER } from "../newsroom/addresses.ts";

export const data = { permalink: NEWSLETTER, eleventyExcludeFromCollections: true };

const DESCRIPTION = "The stories of the day in one e-mail.";

export default function Newsletter(global: GlobalData) {
  const place = placeOf(global, NEWSLETTER);
  return (
    <Page place={place} title="Newsletter" description={DESCRIPTION} crumbs={[]}>
      <article class="story">
        <header>
          <h1>Newsletter</h1>
          <p class="standfirst">{DESCRIPTION}</p>
        </header>
        <div class="newsletter">
          <NewsletterForm place={place} id="page" />
        </div>
      </article>
    </Page>
  );
}

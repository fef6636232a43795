import { NewsletterForm } from "../../_includes/components/newsletter/NewsletterForm.tsx";
import { newsletterTitle } from "../../_includes/components/newsletter/newsletter-title.ts";
import { Page } from "../../_includes/layouts/Page.tsx";
import { type GlobalData, placeOf } from "../../_includes/page-context.ts";
import { NEWSLETTER } from "../model/urls.ts";

export const data = { permalink: NEWSLETTER, eleventyExcludeFromCollections: true };

export default function Newsletter(global: GlobalData) {
  const place = placeOf(global, NEWSLETTER);
  const title = newsletterTitle(global.site);
  return (
    <Page place={place} title={title} description={`How to follow ${global.site.name} without coming back to look.`} crumbs={[]}>
      <article class="story">
        <header>
          <h1>{title}</h1>
        </header>
        <div class="newsletter">
          <NewsletterForm place={place} id="page" />
        </div>
      </article>
    </Page>
  );
}

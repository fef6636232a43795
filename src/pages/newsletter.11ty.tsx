import { NewsletterForm, newsletterTitle } from "../../_includes/components/newsletter/Newsletter.tsx";
import { Page } from "../../_includes/layouts/Page.tsx";
import { type GlobalData, pageContext } from "../../_includes/page-context.ts";
import { NEWSLETTER } from "../model/fixed-pages.ts";

export const data = { permalink: NEWSLETTER, eleventyExcludeFromCollections: true };

export default function Newsletter(global: GlobalData) {
  const context = pageContext(global, NEWSLETTER);
  const title = newsletterTitle(global.site);
  return (
    <Page context={context} title={title} description={`Ways to follow ${global.site.name}.`} crumbs={[]}>
      <article class="story">
        <header>
          <h1>{title}</h1>
        </header>
        <div class="newsletter">
          <NewsletterForm context={context} id="page" />
        </div>
      </article>
    </Page>
  );
}

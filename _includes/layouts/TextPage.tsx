import type { StandingPage } from "../../src/model/static-page.ts";
import type { SitePath } from "../../src/model/urls.ts";
import type { PageSubject } from "../../src/syndication/structured-data/described-page.ts";
import type { Place } from "../page-context.ts";
import { BodyText } from "./BodyText.tsx";
import { Page } from "./Page.tsx";

/** Pages that schema.org has a type for, by the address that everybody gives them. */
const SUBJECTS: Readonly<Record<SitePath, PageSubject>> = {
  "/about/": { kind: "text", type: "AboutPage" },
  "/contact/": { kind: "text", type: "ContactPage" },
};

/** A page that is not a story. */
export function TextPage({ page, place }: { page: StandingPage; place: Place }) {
  const subject = SUBJECTS[page.path];
  return (
    <Page place={place} title={page.title} description={page.description} crumbs={[]} {...(subject && { subject })}>
      <article class="story">
        <header>
          <h1>{page.title}</h1>
          <p class="standfirst">{page.description}</p>
        </header>
        <BodyText body={page.body} place={place} />
      </article>
    </Page>
  );
}

import type { StaticPage } from "../../src/model/static-page.ts";
import type { SitePath } from "../../src/model/urls.ts";
import type { PageSubject } from "../../src/syndication/structured-data/page-metadata.ts";
import type { PageContext } from "../page-context.ts";
import { BodyText } from "./BodyText.tsx";
import { Page } from "./Page.tsx";

/** Pages that schema.org has a type for, by their conventional address. */
const SUBJECTS: Readonly<Record<SitePath, PageSubject>> = {
  "/about/": { kind: "text", type: "AboutPage" },
  "/contact/": { kind: "text", type: "ContactPage" },
};

/** A static page. */
export function TextPage({ page, context }: { page: StaticPage; context: PageContext }) {
  const subject = SUBJECTS[page.path];
  return (
    <Page context={context} title={page.title} description={page.description} crumbs={[]} {...(subject && { subject })}>
      <article class="story prose">
        <header>
          <h1>{page.title}</h1>
          <p class="standfirst">{page.description}</p>
        </header>
        <BodyText body={page.body} context={context} />
      </article>
    </Page>
  );
}

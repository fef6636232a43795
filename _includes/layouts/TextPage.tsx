import type { StandingPage } from "../../src/newsroom/standing-page.ts";
import { BodyText } from "./BodyText.tsx";
import { Page } from "./Page.tsx";
import type { Place } from "./place.ts";

/** A page that is not a story. */
export function TextPage({ page, place }: { page: StandingPage; place: Place }) {
  return (
    <Page place={place} title={page.title} description={page.description} crumbs={[]}>
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

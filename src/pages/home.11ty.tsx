import { NewsletterBox } from "../../_includes/components/newsletter/Newsletter.tsx";
import { ArticleCard } from "../../_includes/components/story-card/ArticleCard.tsx";
import { Page } from "../../_includes/layouts/Page.tsx";
import { type GlobalData, type PageContext, pageContext } from "../../_includes/page-context.ts";
import type { Article } from "../model/article.ts";
import type { Catalog } from "../model/catalog.ts";
import { HOME } from "../model/fixed-pages.ts";
import { sectionPath } from "../model/urls.ts";

export const data = { permalink: HOME, eleventyExcludeFromCollections: true };

const STORIES_BESIDE_LEAD = 3;
const STORIES_PER_SECTION = 4;

export default function Home(global: GlobalData) {
  const { site, catalog, edition } = global;
  const context = pageContext(global, HOME);
  const [lead, ...rest] = catalog.articles;
  const beside = rest.slice(0, STORIES_BESIDE_LEAD);
  const shownAbove = new Set([lead, ...beside]);
  return (
    <Page
      context={context}
      title={undefined}
      description={site.description}
      edition={edition.date}
      subject={{ kind: "publication" }}
    >
      <h1 class="visually-hidden">{site.name}</h1>
      {lead ? (
        <div class="front">
          <ArticleCard article={lead} context={context} headingLevel={2} kind="lead" date="full" />
          <div class="cards-stacked">
            {beside.map((article) => (
              <ArticleCard article={article} context={context} headingLevel={2} />
            ))}
          </div>
        </div>
      ) : (
        <p class="quiet">No stories yet.</p>
      )}
      {catalog.sections.map((section) => (
        <SectionBlock section={section} shownAbove={shownAbove} context={context} />
      ))}
      <NewsletterBox context={context} />
    </Page>
  );
}

interface SectionBlockProps {
  readonly section: Catalog["sections"][number];
  /** The stories at the top of the page, which are not repeated. */
  readonly shownAbove: ReadonlySet<Article | undefined>;
  readonly context: PageContext;
}

function SectionBlock({ section, shownAbove, context }: SectionBlockProps) {
  const articles = section.articles.filter((article) => !shownAbove.has(article)).slice(0, STORIES_PER_SECTION);
  if (articles.length === 0) return null;
  const id = `section_${section.id}`;
  return (
    <section class="block" aria-labelledby={id}>
      <header>
        <h2 id={id}>
          <a href={context.href(sectionPath(section.id))}>{section.name}</a>
        </h2>
        <a href={context.href(sectionPath(section.id))}>See all {section.name}</a>
      </header>
      <div class="cards-grid">
        {articles.map((article) => (
          <ArticleCard article={article} context={context} headingLevel={3} kicker="topic" />
        ))}
      </div>
    </section>
  );
}

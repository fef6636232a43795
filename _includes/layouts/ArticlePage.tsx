import type { Article } from "../../src/model/article.ts";
import { readingMinutes } from "../../src/model/body.ts";
import { authorPath, sectionPath, topicPath } from "../../src/model/urls.ts";
import { CorrectedLink, StoryCorrections } from "../components/corrections/StoryCorrections.tsx";
import { Time } from "../components/date/Time.tsx";
import { KeyPoints } from "../components/key-points/KeyPoints.tsx";
import { NewsletterBox } from "../components/newsletter/Newsletter.tsx";
import { Figure } from "../components/picture/Figure.tsx";
import { ArticleCard } from "../components/story-card/ArticleCard.tsx";
import { TopicList } from "../components/topic-list/TopicList.tsx";
import type { PageContext } from "../page-context.ts";
import { BodyText } from "./BodyText.tsx";
import { Page } from "./Page.tsx";

interface ArticlePageProps {
  readonly article: Article;
  /** Earlier stories. */
  readonly related: readonly Article[];
  readonly context: PageContext;
}

/** The page of a story. */
export function ArticlePage({ article, related, context }: ArticlePageProps) {
  const { section, picture } = article;
  const lead = picture && context.images.get(picture.name);
  return (
    <Page
      context={context}
      title={article.title}
      description={article.standfirst}
      section={section.id}
      crumbs={[{ name: section.name, path: sectionPath(section.id) }]}
      after={
        <>
          <RelatedCoverage articles={related} context={context} />
          <NewsletterBox context={context} />
        </>
      }
      subject={{ kind: "story", article, lead, crops: context.socialCards?.stories.get(article.path)?.crops ?? [] }}
    >
      <article class="story prose">
        <header>
          <Kicker article={article} context={context} />
          <h1>{article.title}</h1>
          <p class="standfirst">{article.standfirst}</p>
          <Byline article={article} context={context} />
        </header>
        {lead && <Figure picture={lead} href={context.href} as="wide" alt={picture.alt} caption={picture.caption} first />}
        <KeyPoints points={article.keyPoints} />
        <BodyText body={article.body} context={context} />
        <TopicList topics={article.topics} context={context} />
        <StoryCorrections corrections={article.corrections} />
      </article>
    </Page>
  );
}

/** The story's first topic. Not the section, which is in the breadcrumbs above. */
function Kicker({ article: { topics }, context: { href } }: Pick<ArticlePageProps, "article" | "context">) {
  const [topic] = topics;
  if (!topic) return null;
  return (
    <a class="kicker" href={href(topicPath(topic.id))}>
      {topic.name}
    </a>
  );
}

function Byline({ article, context: { href } }: Pick<ArticlePageProps, "article" | "context">) {
  const { authors, published, updated, corrections, words } = article;
  return (
    <p class="byline">
      <span>
        By{" "}
        {authors.map(({ id, name }, index) => (
          <>
            {index > 0 && (index === authors.length - 1 ? " and " : ", ")}
            <a href={href(authorPath(id))} rel="author">
              {name}
            </a>
          </>
        ))}
      </span>{" "}
      <span class="quiet">
        Published <Time date={published} as="dateTime" relative />
        {updated && (
          <>
            {" "}
            · Updated <Time date={updated} as={updated.hasSame(published, "day") ? "time" : "dateTime"} />
          </>
        )}
        <CorrectedLink corrections={corrections} /> · {readingMinutes(words)} min read
      </span>
    </p>
  );
}

function RelatedCoverage({ articles, context }: { articles: readonly Article[]; context: PageContext }) {
  if (articles.length === 0) return null;
  return (
    <section class="block" aria-labelledby="earlier_coverage">
      <h2 id="earlier_coverage">Related coverage</h2>
      <div class="cards-grid few">
        {articles.map((article) => (
          <ArticleCard article={article} context={context} headingLevel={3} standfirst={false} />
        ))}
      </div>
    </section>
  );
}

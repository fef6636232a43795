import type { Article } from "../../src/model/article.ts";
import { readingMinutes } from "../../src/model/body.ts";
import { authorPath, sectionPath, topicPath } from "../../src/model/urls.ts";
import { CorrectedLink, StoryCorrections } from "../components/corrections/StoryCorrections.tsx";
import { Time } from "../components/date/Time.tsx";
import { KeyPoints } from "../components/key-points/KeyPoints.tsx";
import { NewsletterBox } from "../components/newsletter/NewsletterBox.tsx";
import { Figure } from "../components/picture/Figure.tsx";
import { ArticleCard } from "../components/story-card/ArticleCard.tsx";
import { TopicList } from "../components/topic-list/TopicList.tsx";
import type { Place } from "../page-context.ts";
import { BodyText } from "./BodyText.tsx";
import { Page } from "./Page.tsx";

interface ArticlePageProps {
  readonly article: Article;
  readonly earlier: readonly Article[];
  readonly place: Place;
}

/** A story. */
export function ArticlePage({ article, earlier, place }: ArticlePageProps) {
  const { section, picture } = article;
  const lead = picture && place.gallery.get(picture.name);
  return (
    <Page
      place={place}
      title={article.title}
      description={article.standfirst}
      section={section.id}
      crumbs={[{ name: section.name, path: sectionPath(section.id) }]}
      subject={{ kind: "story", article, lead, crops: place.shares?.stories.get(article.path)?.crops ?? [] }}
    >
      <article class="story">
        <header>
          <Kicker article={article} place={place} />
          <h1>{article.title}</h1>
          <p class="standfirst">{article.standfirst}</p>
          <Byline article={article} place={place} />
        </header>
        {lead && <Figure picture={lead} href={place.href} as="wide" alt={picture.alt} caption={picture.caption} first />}
        <KeyPoints points={article.keyPoints} />
        <BodyText body={article.body} place={place} />
        <TopicList topics={article.topics} place={place} />
        <StoryCorrections corrections={article.corrections} />
      </article>
      <EarlierCoverage articles={earlier} place={place} />
      <NewsletterBox place={place} />
    </Page>
  );
}

/** What the story is about in a word: its first topic, since the breadcrumb above already names the section. */
function Kicker({ article: { topics }, place: { href } }: Pick<ArticlePageProps, "article" | "place">) {
  const [topic] = topics;
  if (!topic) return null;
  return (
    <a class="kicker" href={href(topicPath(topic.id))}>
      {topic.name}
    </a>
  );
}

function Byline({ article, place: { href } }: Pick<ArticlePageProps, "article" | "place">) {
  const { authors, published, updated, corrections, words } = article;
  return (
    <div class="byline">
      <p>
        By{" "}
        {authors.map(({ id, name }, index) => (
          <>
            {index > 0 && (index === authors.length - 1 ? " and " : ", ")}
            <a href={href(authorPath(id))} rel="author">
              {name}
            </a>
          </>
        ))}
      </p>
      <p class="quiet">
        Published <Time date={published} as="dateTime" relative />
        {updated && (
          <>
            {" "}
            · Updated <Time date={updated} as={updated.hasSame(published, "day") ? "time" : "dateTime"} />
          </>
        )}
        <CorrectedLink corrections={corrections} /> · {readingMinutes(words)} min read
      </p>
    </div>
  );
}

function EarlierCoverage({ articles, place }: { articles: readonly Article[]; place: Place }) {
  if (articles.length === 0) return null;
  return (
    <section class="block" aria-labelledby="earlier_coverage">
      <h2 id="earlier_coverage">Earlier coverage</h2>
      <div class="cards-grid few">
        {articles.map((article) => (
          <ArticleCard article={article} place={place} headingLevel={3} standfirst={false} />
        ))}
      </div>
    </section>
  );
}

import type { Article } from "../../../src/model/article.ts";
import { readingMinutes } from "../../../src/model/body.ts";
import { sectionPath, topicPath } from "../../../src/model/urls.ts";
import type { PageContext } from "../../page-context.ts";
import { Time } from "../date/Time.tsx";
import { Picture } from "../picture/Picture.tsx";
import { StoryCard } from "./StoryCard.tsx";

interface ArticleCardProps {
  readonly article: Article;
  readonly context: PageContext;
  readonly headingLevel: 2 | 3;
  readonly kind?: "lead" | "dense";
  /** The line above the headline: the section or, within a section, the story's first topic. */
  readonly kicker?: "section" | "topic" | "none";
  readonly standfirst?: boolean;
  readonly date?: "short" | "full" | "time";
}

/** A story of the catalog as a card. */
export function ArticleCard(props: ArticleCardProps) {
  const { article, context, headingLevel, kind, kicker = "section", standfirst = true, date = "short" } = props;
  const picture = article.picture && context.images.get(article.picture.name);
  return (
    <StoryCard
      href={context.href(article.path)}
      title={article.title}
      kicker={kickerOf(article, kicker, context)}
      standfirst={standfirst && article.standfirst}
      meta={
        <>
          <Time date={article.published} as={date} relative /> · {readingMinutes(article.words)} min
        </>
      }
      picture={
        kind === "lead" &&
        picture && (
          <div class="card-picture">
            <Picture picture={picture} href={context.href} as="lead" alt="" first />
          </div>
        )
      }
      headingLevel={headingLevel}
      {...(kind && { kind })}
    />
  );
}

function kickerOf(article: Article, kicker: "section" | "topic" | "none", { href }: PageContext) {
  const [topic] = article.topics;
  if (kicker === "none") return undefined;
  if (kicker === "topic" && topic) return { name: topic.name, href: href(topicPath(topic.id)) };
  return { name: article.section.name, href: href(sectionPath(article.section.id)) };
}

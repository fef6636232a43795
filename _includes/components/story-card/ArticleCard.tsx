import type { Article } from "../../../src/model/article.ts";
import { readingMinutes } from "../../../src/model/body.ts";
import { sectionPath, topicPath } from "../../../src/model/urls.ts";
import type { Place } from "../../page-context.ts";
import { Time } from "../date/Time.tsx";
import { Picture } from "../picture/Picture.tsx";
import { StoryCard } from "./StoryCard.tsx";

interface ArticleCardProps {
  readonly article: Article;
  readonly place: Place;
  readonly headingLevel: 2 | 3;
  readonly kind?: "lead" | "dense";
  /** What stands above the headline: the section, or within a section the story's first topic. */
  readonly kicker?: "section" | "topic" | "none";
  readonly standfirst?: boolean;
  readonly date?: "short" | "full" | "time";
}

/** A story of the catalogue as a card. */
export function ArticleCard(props: ArticleCardProps) {
  const { article, place, headingLevel, kind, kicker = "section", standfirst = true, date = "short" } = props;
  const picture = article.picture && place.gallery.get(article.picture.name);
  return (
    <StoryCard
      href={place.href(article.path)}
      title={article.title}
      kicker={kickerOf(article, kicker, place)}
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
            <Picture picture={picture} href={place.href} as="lead" alt="" first />
          </div>
        )
      }
      headingLevel={headingLevel}
      {...(kind && { kind })}
    />
  );
}

function kickerOf(article: Article, kicker: "section" | "topic" | "none", { href }: Place) {
  const [topic] = article.topics;
  if (kicker === "none") return undefined;
  if (kicker === "topic" && topic) return { name: topic.name, href: href(topicPath(topic.id)) };
  return { name: article.section.name, href: href(sectionPath(article.section.id)) };
}

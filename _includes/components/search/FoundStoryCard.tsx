import type { FoundStory } from "../../../src/formats/search/search-answer.ts";
import { type Href, sectionPath } from "../../../src/model/urls.ts";
import { StoryCard } from "../story-card/StoryCard.tsx";
import { NEEDS_CONNECTION } from "./answer-text.ts";
import { storyAddress } from "./search-addresses.ts";

interface FoundStoryCardProps {
  readonly story: FoundStory;
  readonly href: Href;
}

/** A search result as a story card, with its excerpt, and a link to its best passage. */
export function FoundStoryCard({ story, href }: FoundStoryCardProps) {
  const { title, section, excerpt, bestPassage, published, date, minutes, picture, needsConnection } = story;
  return (
    <StoryCard
      href={storyAddress(story, href)}
      title={title}
      kicker={{ name: section.name, href: href(sectionPath(section.id)) }}
      standfirst={excerpt.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}
      meta={
        <>
          <time datetime={published}>{date}</time> · {minutes} min{needsConnection && ` · ${NEEDS_CONNECTION}`}
          {bestPassage && (
            <span class="best-part">
              In this story: <a href={storyAddress(story, href, bestPassage.id)}>{bestPassage.heading}</a>
            </span>
          )}
        </>
      }
      picture={
        picture && (
          <div class="card-picture">
            <img src={href(picture)} alt="" width={240} height={135} loading="lazy" onError={hide} />
          </div>
        )
      }
      headingLevel={3}
      kind="found"
    />
  );
}

/** Hides a picture that fails to load. */
function hide({ currentTarget }: { readonly currentTarget: HTMLElement }): void {
  currentTarget.hidden = true;
}

import type { FoundStory } from "../../../src/formats/search/search-answer.ts";
import { type Href, sectionPath } from "../../../src/model/urls.ts";
import { StoryCard } from "../story-card/StoryCard.tsx";
import { NEEDS_CONNECTION } from "./answer-words.ts";
import { storyAddress } from "./story-address.ts";

interface FoundStoryCardProps {
  readonly story: FoundStory;
  readonly href: Href;
}

/** A story that a search has found, as the card of any listing: with the words where they stand, and the way to its best part. */
export function FoundStoryCard({ story, href }: FoundStoryCardProps) {
  const { title, section, excerpt, bestPart, published, date, minutes, picture, needsConnection } = story;
  return (
    <StoryCard
      href={storyAddress(story, href)}
      title={title}
      kicker={{ name: section.name, href: href(sectionPath(section.id)) }}
      standfirst={excerpt.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}
      meta={
        <>
          <time datetime={published}>{date}</time> · {minutes} min{needsConnection && ` · ${NEEDS_CONNECTION}`}
          {bestPart && (
            <span class="best-part">
              In this story: <a href={storyAddress(story, href, bestPart.id)}>{bestPart.heading}</a>
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

/** A picture that cannot be had leaves no sign of it. */
function hide({ currentTarget }: { readonly currentTarget: HTMLElement }): void {
  currentTarget.hidden = true;
}

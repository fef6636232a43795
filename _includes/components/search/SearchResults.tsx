import { StoryCard } from "../story-card/StoryCard.tsx";

/** A story that a search has found, with addresses that work from the page it is shown on. */
export interface FoundStory {
  readonly href: string;
  readonly title: string;
  readonly section: { readonly name: string; readonly href: string };
  /** A stretch of the story in which the words searched for are within `<mark>`. */
  readonly excerpt: readonly { readonly text: string; readonly marked: boolean }[];
  readonly published: string;
  readonly date: string;
  readonly minutes: string;
  readonly picture: string | undefined;
}

/** What a search shows at one moment. */
export type SearchState =
  | { readonly kind: "empty" }
  | { readonly kind: "failed" }
  | { readonly kind: "found"; readonly query: string; readonly total: number; readonly stories: readonly FoundStory[] };

interface SearchResultsProps {
  readonly state: SearchState;
  readonly onMore: (() => void) | undefined;
  readonly moreHref: string | undefined;
}

/** The stories that a search has found, as the cards of any listing. */
export function SearchResults({ state, onMore, moreHref }: SearchResultsProps) {
  return (
    <>
      <p class="search-status" role="status">
        {statusOf(state)}
      </p>
      {state.kind === "found" && (
        <div class="cards-stacked">
          {state.stories.map((story) => (
            <FoundCard key={story.href} story={story} />
          ))}
        </div>
      )}
      {onMore && (
        <button type="button" class="more" onClick={onMore}>
          Show more stories
        </button>
      )}
      {moreHref && (
        <p class="more">
          <a href={moreHref}>All results</a>
        </p>
      )}
    </>
  );
}

function statusOf(state: SearchState): string {
  if (state.kind === "empty") return "";
  if (state.kind === "failed") return "The search could not be loaded. Check the connection and try again.";
  if (state.total === 0) return `No story found for “${state.query}”.`;
  return `${state.total === 1 ? "One story" : `${state.total} stories`} for “${state.query}”.`;
}

function FoundCard({ story }: { story: FoundStory }) {
  return (
    <StoryCard
      href={story.href}
      title={story.title}
      kicker={story.section}
      standfirst={story.excerpt.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}
      meta={
        <>
          <time datetime={story.published}>{story.date}</time> · {story.minutes} min
        </>
      }
      picture={
        story.picture && (
          <div class="card-picture">
            <img src={story.picture} alt="" width={240} height={135} loading="lazy" />
          </div>
        )
      }
      headingLevel={2}
      kind="found"
    />
  );
}

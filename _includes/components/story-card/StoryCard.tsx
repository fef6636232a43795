import type { ComponentChildren } from "preact";

/** What a card needs to know of a story, whether from the catalog or from the search index. */
export interface StoryCardProps {
  readonly href: string;
  readonly title: ComponentChildren;
  readonly kicker: { readonly name: string; readonly href: string } | undefined;
  readonly standfirst?: ComponentChildren;
  /** Date, desk and reading time. */
  readonly meta: ComponentChildren;
  readonly picture?: ComponentChildren;
  readonly headingLevel: 2 | 3;
  readonly kind?: "lead" | "dense" | "found";
}

/** A story in a listing or among search results: kicker, headline, standfirst, date. */
export function StoryCard({ href, title, kicker, standfirst, meta, picture, headingLevel, kind }: StoryCardProps) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <article class={kind ? `card ${kind}` : "card"}>
      {picture}
      <div class="card-text">
        {kicker && (
          <a class="kicker" href={kicker.href}>
            {kicker.name}
          </a>
        )}
        <Heading>
          <a href={href}>{title}</a>
        </Heading>
        {standfirst && <p class="card-standfirst">{standfirst}</p>}
        <p class="meta">{meta}</p>
      </div>
    </article>
  );
}

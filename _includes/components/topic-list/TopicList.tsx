import { topicPath } from "../../../src/newsroom/addresses.ts";
import type { Article } from "../../../src/newsroom/article.ts";
import type { Place } from "../../layouts/place.ts";

/** The topics that a story is filed under. */
export function TopicList({ topics, place: { href } }: { topics: Article["topics"]; place: Place }) {
  if (topics.length === 0) return null;
  return (
    <nav class="topics" aria-label="Topics of this story">
      <ul>
        {topics.map(({ id, name }) => (
          <li>
            <a href={href(topicPath(id))}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

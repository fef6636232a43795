import type { Article } from "../../../src/model/article.ts";
import { topicPath } from "../../../src/model/urls.ts";
import type { PageContext } from "../../page-context.ts";
import { LinkList } from "../link-list/LinkList.tsx";

/** The topics of a story, in its footer: reader views leave it out. */
export function TopicList({ topics, context: { href } }: { topics: Article["topics"]; context: PageContext }) {
  if (topics.length === 0) return null;
  return (
    <footer>
      <nav class="topics" aria-label="Topics of this story">
        <LinkList links={topics.map(({ id, name }) => ({ name, path: topicPath(id) }))} href={href} />
      </nav>
    </footer>
  );
}

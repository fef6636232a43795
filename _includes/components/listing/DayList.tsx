import type { Article } from "../../../src/model/article.ts";
import { dayName, groupByDay, machineDate } from "../../../src/model/dates.ts";
import type { PageContext } from "../../page-context.ts";
import { ArticleCard } from "../story-card/ArticleCard.tsx";

interface DayListProps {
  readonly articles: readonly Article[];
  readonly context: PageContext;
  readonly kicker: "section" | "topic";
  readonly standfirst?: boolean;
}

/** A dense list of stories by day of publication, newest first. */
export function DayList({ articles, context, kicker, standfirst = true }: DayListProps) {
  return (
    <div class="days">
      {groupByDay(articles).map(({ day, items }) => (
        <section class="day">
          <h2>
            <time datetime={machineDate(day).slice(0, 10)}>{dayName(day)}</time>
          </h2>
          <div class="cards-stacked">
            {items.map((article) => (
              <ArticleCard
                article={article}
                context={context}
                headingLevel={3}
                kind="dense"
                kicker={kicker}
                standfirst={standfirst}
                date="time"
              />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

import type { FigureNotes as Notes } from "../../../src/model/body.ts";
import { type Href, seriesPath } from "../../../src/model/urls.ts";

/** The sources of a text's bound figures, and notes on those revised since. */
export function FigureNotes({ notes: { series, revisions }, href }: { notes: Notes; href: Href }) {
  return (
    <section class="figure-notes" aria-label="Figures in this text">
      <p>
        Sources of figures:{" "}
        {[...bySource(series)].map(([source, ofSource], index) => (
          <>
            {index > 0 && "; "}
            {ofSource.map(({ id, name }, at) => (
              <>
                {at > 0 && ", "}
                <a href={href(seriesPath(id))}>{name}</a>
              </>
            ))}{" "}
            ({source})
          </>
        ))}
        .
      </p>
      {revisions.length > 0 && (
        <ul>
          {revisions.map(({ sentence, isInBody }, index) => (
            <li id={`revised-${index + 1}`}>
              {sentence}{" "}
              {isInBody && (
                <a href={`#revised-from-${index + 1}`} class="footnote-back" aria-label="Back to the text">
                  ↩{"\uFE0E"}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function bySource(series: Notes["series"]): ReadonlyMap<string, Notes["series"]> {
  return Map.groupBy(series, ({ source }) => source);
}

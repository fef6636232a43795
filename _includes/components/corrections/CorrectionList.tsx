import type { CorrectionEntry, CorrectionsYear } from "../../../src/model/correction-archive.ts";
import type { Href } from "../../../src/model/urls.ts";
import { Time } from "../date/Time.tsx";

/** Corrections of many stories, each linked to the correction on the story's page. */
export function CorrectionList({ corrections, href }: { corrections: readonly CorrectionEntry[]; href: Href }) {
  return (
    <ul class="corrections">
      {corrections.map(({ date, text, article, path }) => (
        <li>
          <p class="quiet">
            <Time date={date} as="full" />
          </p>
          <div>
            <h2>
              <a href={href(path)}>{article.title}</a>
            </h2>
            <p>{text}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The years with corrections, each with their number. */
export function CorrectionYears({ years, href }: { years: readonly CorrectionsYear[]; href: Href }) {
  if (years.length === 0) return null;
  return (
    <nav class="block correction-years" aria-labelledby="by_year">
      <h2 id="by_year">All corrections by year</h2>
      <ul>
        {years.map(({ year, path, corrections }) => (
          <li>
            <a href={href(path)}>{year}</a> <span class="count">{corrections.length}</span>
          </li>
        ))}
      </ul>
    </nav>
  );
}

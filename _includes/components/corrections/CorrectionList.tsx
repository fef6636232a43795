import type { FiledCorrection } from "../../../src/model/corrections-by-year.ts";
import type { Href } from "../../../src/model/urls.ts";
import { Time } from "../date/Time.tsx";

/** Corrections of many stories, each with the way to its place on its story. */
export function CorrectionList({ corrections, href }: { corrections: readonly FiledCorrection[]; href: Href }) {
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

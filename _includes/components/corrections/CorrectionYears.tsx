import type { CorrectionsYear } from "../../../src/model/corrections-by-year.ts";
import type { Href } from "../../../src/model/urls.ts";

/** The years that have corrections, each with how many. */
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

import { QUERY_INPUT } from "./query-input.ts";
import { SearchField } from "./SearchField.tsx";
import { type SearchChoices, SearchFilters } from "./SearchFilters.tsx";

interface SearchFormProps {
  /** The address of the search page. */
  readonly action: string;
  readonly choices: SearchChoices;
}

/** The form of the search page. Its field names are the parameters of the page's address. */
export function SearchForm({ action, choices }: SearchFormProps) {
  return (
    <search>
      {/* No autocomplete: a browser that restores fields after a reload would contradict the address. */}
      <form class="search-form" action={action} method="get" autocomplete="off">
        <div class="search-asked">
          <SearchField id="search_query">
            <input id="search_query" type="search" {...QUERY_INPUT} />
          </SearchField>
          <SearchHelp />
        </div>
        <SearchFilters choices={choices} />
      </form>
    </search>
  );
}

const EXAMPLES = [
  ["inverted yield", "stories containing all of these words; the last can be incomplete (three letters or more)"],
  ["“yield curve”", "the exact phrase (endings may differ)"],
  ["yield -bond", "stories without the word “bond”"],
  ["zurich", "finds Zürich too: accents and capitals do not matter"],
  ["Ctrl+K or ⌘K", "opens search from any page"],
] as const;

/** How to write a query: disclosed on demand. */
function SearchHelp() {
  return (
    <details class="search-help">
      <summary>How to search</summary>
      <dl>
        {EXAMPLES.map(([query, meaning]) => (
          <div>
            <dt>{query}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

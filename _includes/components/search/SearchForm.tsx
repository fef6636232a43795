import { QUERY_INPUT, SearchField } from "./SearchField.tsx";
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
  ["inverted yield", "stories that have all of these words; the last may be the beginning of one, from three letters on"],
  ["“yield curve”", "these words side by side; their endings may differ"],
  ["yield -bond", "stories without a word"],
  ["zurich", "finds Zürich too: accents and capitals do not matter"],
  ["Ctrl+K or ⌘K", "leads to this field from every page"],
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

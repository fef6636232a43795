import { QUERY_INPUT, SearchField } from "./SearchField.tsx";
import { SearchFilters } from "./SearchFilters.tsx";
import { SearchHelp } from "./SearchHelp.tsx";
import type { SearchChoices } from "./search-choices.ts";

interface SearchFormProps {
  /** The search page. */
  readonly action: string;
  readonly choices: SearchChoices;
}

/** All that a search can be asked with. What its fields are called is what the address of the search page has. */
export function SearchForm({ action, choices }: SearchFormProps) {
  return (
    <search>
      {/* Browsers that fill fields in again after a reload would say something else than the address does. */}
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

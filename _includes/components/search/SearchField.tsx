import type { ComponentChildren } from "preact";

interface SearchFieldProps {
  /** The input's. */
  readonly id: string;
  /** The input. */
  readonly children: ComponentChildren;
}

/** The field that a search begins in: its label, the input and the button beside it. */
export function SearchField({ id, children }: SearchFieldProps) {
  return (
    <div class="search-field">
      <label for={id}>Search all stories</label>
      <div class="search-row">
        {children}
        <button type="submit">Search</button>
      </div>
    </div>
  );
}

/** What every input for a query has: nothing of the browser may stand before, or change, what is written in it. */
export const QUERY_INPUT = {
  name: "q",
  autocomplete: "off",
  autocapitalize: "none",
  enterkeyhint: "search",
  spellcheck: false,
  placeholder: "Words, or “an exact phrase”",
} as const;

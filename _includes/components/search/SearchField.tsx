import type { ComponentChildren } from "preact";

interface SearchFieldProps {
  /** The id of the input. */
  readonly id: string;
  /** The input. */
  readonly children: ComponentChildren;
}

/** The search field: its label, input and button. */
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

/** The attributes of every query input: the browser may neither suggest nor correct anything. */
export const QUERY_INPUT = {
  name: "q",
  autocomplete: "off",
  autocapitalize: "none",
  enterkeyhint: "search",
  spellcheck: false,
  placeholder: "Words, or “an exact phrase”",
} as const;

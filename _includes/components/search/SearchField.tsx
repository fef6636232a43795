import type { ComponentChildren } from "preact";
import { QUERY_LABEL } from "./query-input.ts";

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
      <label for={id}>{QUERY_LABEL}</label>
      <div class="search-row">
        {children}
        <button type="submit">Search</button>
      </div>
    </div>
  );
}

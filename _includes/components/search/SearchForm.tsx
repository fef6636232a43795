interface SearchFormProps {
  /** Tells apart the forms of one page, for labels. */
  readonly id: string;
  /** The search page, for the reader who presses Enter. */
  readonly action: string;
}

/** The field that a search begins in. */
export function SearchForm({ id, action }: SearchFormProps) {
  return (
    <search>
      <form class="search-form" action={action} method="get">
        <label for={`${id}_query`}>Search all stories</label>
        <div class="search-row">
          <input
            id={`${id}_query`}
            name="q"
            type="search"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            placeholder="Words, or “an exact phrase”"
          />
          <button type="submit">Search</button>
        </div>
      </form>
    </search>
  );
}

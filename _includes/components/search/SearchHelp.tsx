const WAYS = [
  ["inverted yield", "stories that have all of these words; the last may be the beginning of one, from three letters on"],
  ["“yield curve”", "these words side by side; their endings may differ"],
  ["yield -bond", "stories without a word"],
  ["zurich", "finds Zürich too: accents and capitals do not matter"],
  ["Ctrl+K or ⌘K", "leads to this field from every page"],
] as const;

/** How to write a query. */
export function SearchHelp() {
  return (
    <details class="search-help">
      <summary>How to search</summary>
      <dl>
        {WAYS.map(([written, meaning]) => (
          <div>
            <dt>{written}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

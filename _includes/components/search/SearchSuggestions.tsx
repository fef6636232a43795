import type { Suggestion, SuggestionGroup } from "./suggestions.ts";

/** The id of the listbox, for the field that controls it. */
export const SUGGESTIONS_ID = "search_offers";

interface SearchSuggestionsProps {
  readonly groups: readonly SuggestionGroup[];
  /** The address of the selected suggestion. */
  readonly active: string | undefined;
  readonly isBusy: boolean;
  readonly onSelect: (suggestion: Suggestion, event: MouseEvent) => void;
}

/** The suggestions of the search dialog: links, each an option of the field above (ARIA Authoring Practices, combobox). */
export function SearchSuggestions({ groups, active, isBusy, onSelect }: SearchSuggestionsProps) {
  return (
    // The field keeps the focus: a click would move it.
    <div
      id={SUGGESTIONS_ID}
      class="search-offers"
      role="listbox"
      aria-label="Suggestions"
      aria-busy={isBusy}
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map((group, at) => (
        <Group key={group.name ?? ""} group={group} at={at} active={active} onSelect={onSelect} />
      ))}
    </div>
  );
}

interface GroupProps extends Omit<SearchSuggestionsProps, "groups" | "isBusy"> {
  readonly group: SuggestionGroup;
  readonly at: number;
}

function Group({ group: { name, kind, suggestions }, at, active, onSelect }: GroupProps) {
  const labelId = `offers_${at}`;
  const options = suggestions.map((suggestion, index) => (
    <a
      key={suggestion.href}
      id={optionId(at, index)}
      class="offer"
      role="option"
      aria-selected={suggestion.href === active}
      tabIndex={-1}
      href={suggestion.href}
      onClick={(event) => onSelect(suggestion, event)}
      onAuxClick={(event) => event.button === 1 && onSelect(suggestion, event)}
    >
      {suggestion.text} {suggestion.detail && <span class="count">{suggestion.detail}</span>}
    </a>
  ));
  if (name === undefined) return options;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a listbox may contain only options and groups of them (WAI-ARIA 1.2); a fieldset belongs to a form.
    <div class={`offers ${kind}`} role="group" aria-labelledby={labelId}>
      <p id={labelId} role="presentation">
        {name}
      </p>
      {options}
    </div>
  );
}

/** The id of the option for the suggestion at `href`. */
export function optionIdOf(groups: readonly SuggestionGroup[], href: string | undefined): string | undefined {
  for (const [at, { suggestions }] of groups.entries()) {
    const index = suggestions.findIndex((each) => each.href === href);
    if (index >= 0) return optionId(at, index);
  }
  return undefined;
}

function optionId(group: number, index: number): string {
  return `offer_${group}_${index}`;
}

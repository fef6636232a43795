/** The label of every query input. */
export const QUERY_LABEL = "Search all stories";

/** The attributes of every query input: the browser may neither suggest nor correct anything. */
export const QUERY_INPUT = {
  name: "q",
  autocomplete: "off",
  autocapitalize: "none",
  enterkeyhint: "search",
  spellcheck: false,
  placeholder: "Words, or “an exact phrase”",
} as const;

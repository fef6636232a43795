import type { ComponentChildren } from "preact";
import type { SearchSort } from "../../../src/formats/search/search-request.ts";
import type { Catalog } from "../../../src/model/catalog.ts";

const SORT_NAMES: Readonly<Record<SearchSort, string>> = {
  relevance: "Relevance",
  newest: "Newest first",
  oldest: "Oldest first",
};
const SORTS = Object.entries(SORT_NAMES).map(([id, name]) => ({ id, name }));

/** A choice of a filter: its value in the address, and its name. */
interface Choice {
  readonly id: string;
  readonly name: string;
}

/** The choices of each filter. */
export interface SearchChoices {
  readonly sections: readonly Choice[];
  readonly topics: readonly Choice[];
  readonly authors: readonly Choice[];
  /** Years with stories, newest first. */
  readonly years: readonly Choice[];
}

export function searchChoices({ sections, topics, authors, publication }: Catalog): SearchChoices {
  const years = [...new Set(publication.months.map(({ year }) => String(year)))];
  return { sections, topics, authors, years: years.map((year) => ({ id: year, name: year })) };
}

/** The filters and the order of a search. A script adds the facet counts. */
export function SearchFilters({ choices }: { choices: SearchChoices }) {
  return (
    <details class="search-filters">
      <summary>
        Filters <span class="count" />
      </summary>
      <div class="filter-groups">
        <fieldset class="filter-sections">
          <legend>Section</legend>
          <SectionChoice id="" name="All sections" />
          {choices.sections.map(({ id, name }) => (
            <SectionChoice id={id} name={name} />
          ))}
        </fieldset>
        <Select name="topic" label="Topic" any="All topics" choices={choices.topics} />
        <Select name="author" label="Author" any="All authors" choices={choices.authors} />
        <Select label="Year" any="Any year" choices={choices.years}>
          {/* Set by the script for months that are no calendar year. */}
          <option value="months" hidden>
            Date range
          </option>
        </Select>
        <fieldset class="filter-months">
          <legend>Months</legend>
          <Month name="from" label="From" />
          <Month name="to" label="To" />
        </fieldset>
        <Select name="sort" label="Sort by" choices={SORTS} />
        <button type="button" class="quiet-button" name="clear" hidden>
          Clear filters
        </button>
      </div>
    </details>
  );
}

function SectionChoice({ id, name }: Choice) {
  return (
    <label class="filter-choice">
      <input type="radio" name="section" value={id} checked={id === ""} />
      <span class="filter-name">{name}</span> <span class="count" />
    </label>
  );
}

interface SelectProps {
  /** The field in the address. Years have none, since they set the months. */
  readonly name?: "topic" | "author" | "sort";
  readonly label: string;
  /** The label of the empty choice. */
  readonly any?: string;
  readonly choices: readonly Choice[];
  readonly children?: ComponentChildren;
}

function Select({ name, label, any, choices, children }: SelectProps) {
  const id = `filter_${name ?? "year"}`;
  return (
    <div class="filter">
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        {any && <option value="">{any}</option>}
        {children}
        {choices.map((choice) => (
          <option value={choice.id} data-name={choice.name}>
            {choice.name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Month({ name, label }: { name: "from" | "to"; label: string }) {
  return (
    <label>
      {label} <input type="month" name={name} />
    </label>
  );
}

/** A licence as the Data Package specification tells it (section "licenses"); `name` is its id in the Open Definition's list. */
export interface OpenLicence {
  readonly name: string;
  readonly title: string;
  /** Where its text stands. */
  readonly path: string;
}

/** What `series.yaml` may call a licence, and what the world calls it. */
const LICENCES: Readonly<Record<string, Omit<OpenLicence, "title">>> = {
  // Title 17, section 105 of the United States Code: works of the government have no copyright.
  "US government public domain": { name: "other-pd", path: "https://www.copyright.gov/title17/92chap1.html#105" },
  "CC0 1.0": { name: "CC0-1.0", path: "https://creativecommons.org/publicdomain/zero/1.0/" },
  "CC BY 4.0": { name: "CC-BY-4.0", path: "https://creativecommons.org/licenses/by/4.0/" },
};

/** Undefined for one that is known by its words only. */
export function openLicence(title: string): OpenLicence | undefined {
  const known = Object.hasOwn(LICENCES, title) ? LICENCES[title] : undefined;
  return known && { ...known, title };
}

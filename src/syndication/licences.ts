/** A licence in the form of the Data Package specification (section "licenses"). `name` is its Open Definition id. */
export interface OpenLicence {
  readonly name: string;
  readonly title: string;
  /** The address of its text. */
  readonly path: string;
}

/** Licences of market series, by their names in `series.yaml`. */
const OPEN_LICENCES: Readonly<Record<string, Omit<OpenLicence, "title">>> = {
  // Title 17, section 105 of the United States Code: works of the government have no copyright.
  "US government public domain": { name: "other-pd", path: "https://www.copyright.gov/title17/92chap1.html#105" },
  "CC0 1.0": { name: "CC0-1.0", path: "https://creativecommons.org/publicdomain/zero/1.0/" },
  "CC BY 4.0": { name: "CC-BY-4.0", path: "https://creativecommons.org/licenses/by/4.0/" },
};

/** The open licence with a title; undefined for any other title. */
export function openLicence(title: string): OpenLicence | undefined {
  const known = Object.hasOwn(OPEN_LICENCES, title) ? OPEN_LICENCES[title] : undefined;
  return known && { ...known, title };
}

/** Creative Commons dedications and marks, by their names in picture files, in lower case. */
const PUBLIC_DOMAIN: Readonly<Record<string, string>> = {
  cc0: "https://creativecommons.org/publicdomain/zero/1.0/",
  "cc0 1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
  "public domain": "https://creativecommons.org/publicdomain/mark/1.0/",
};

const CREATIVE_COMMONS = /^cc (by(?:-nc)?(?:-sa|-nd)?) (\d\.\d)$/;

/** The address of a licence's text; undefined where the licence is unknown. */
export function licenceUrl(licence: string): string | undefined {
  const name = licence.toLowerCase();
  const [, terms, version] = CREATIVE_COMMONS.exec(name) ?? [];
  if (terms && version) return `https://creativecommons.org/licenses/${terms}/${version}/`;
  return (Object.hasOwn(PUBLIC_DOMAIN, name) ? PUBLIC_DOMAIN[name] : undefined) ?? openLicence(licence)?.path;
}

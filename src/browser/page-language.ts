/** The language of the publication, read while the page loads: a browser that translates the page changes the attribute. */
export const pageLanguage = document.documentElement.lang;

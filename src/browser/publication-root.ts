/** The full URL of the publication's root, relative to the bundled script, which lies one folder below it. */
export const publicationRoot = new URL("..", import.meta.url);

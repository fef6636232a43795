/** The publication's root, for a script that lies in a folder right below it. */
export const publicationRoot = new URL("..", import.meta.url);

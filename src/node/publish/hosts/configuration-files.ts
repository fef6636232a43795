/** Files of an edition that are for its host: whoever reads them does not serve them. */
export const CONFIGURATION_FILES = [
  "_headers",
  "_redirects",
  ".htaccess",
  "staticwebapp.config.json",
  "vercel.json",
  ".nojekyll",
  "CNAME",
] as const;

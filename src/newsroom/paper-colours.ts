/** The colour of the paper in either scheme, for what knows no stylesheet: the same as in `tokens.css`. */
export const PAPER = { light: "#fbfaf6", dark: "#12161b" } as const;

/** The colours of every picture of our own: those of the site's light page, so that a picture belongs to the page it stands on. */
export const PALETTE = {
  paper: "#f3f1ea",
  sand: "#d8d2c4",
  stone: "#bdb5a4",
  rule: "#d9d5ca",
  quiet: "#5a606a",
  ink: "#15191f",
  accent: "#0d4a63",
  /** Two lighter steps of the accent. */
  steel: "#3f6d82",
  mist: "#8fabb6",
  water: "#c3d2d6",
  /** Names of waters. */
  deep: "#33596a",
  ochre: "#c9862b",
  straw: "#e2c08a",
  /** Ochre dark enough to read as words on paper. */
  umber: "#8f590e",
} as const;

/** Of numbers and months. American English, where every month’s short name has three letters. */
export const LANGUAGE = "en-US";

/** Every picture is 16:9, in units of which 1,000 px of screen hold 1,600 and a phone about 360 px. */
export const FRAME = { width: 1600, height: 900, margin: 64 } as const;

/** The colours of all pictures: those of the site's light theme. */
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
  /** For names of waters. */
  deep: "#33596a",
  ochre: "#c9862b",
  straw: "#e2c08a",
  /** Ochre dark enough for text on paper. */
  umber: "#8f590e",
} as const;

/** For numbers and months. In American English every short month name has three letters. */
export const LANGUAGE = "en-US";

/** The viewBox of every picture: 16:9, shown about 1,000 px wide on a desktop and 360 px on a phone. */
export const FRAME = { width: 1600, height: 900, margin: 64 } as const;

/** How changes of a unit are measured: rates in basis points, quantities in per cent. */
export type Measure = "quantity" | "rate";

/** The units of series, worded so that they can follow "in". */
export const UNITS = {
  "euros per US dollar": "quantity",
  "pounds per US dollar": "quantity",
  "yen per US dollar": "quantity",
  "yuan per US dollar": "quantity",
  "Swiss francs per US dollar": "quantity",
  "Canadian dollars per US dollar": "quantity",
  "rupees per US dollar": "quantity",
  "won per US dollar": "quantity",
  "US dollars per euro": "quantity",
  "US dollars a barrel": "quantity",
  "US dollars per million Btu": "quantity",
  "per cent a year": "rate",
  "index, 1982–84 = 100": "quantity",
} as const satisfies Readonly<Record<string, Measure>>;

export type Unit = keyof typeof UNITS;

export const UNIT_NAMES = Object.keys(UNITS) as [Unit, ...Unit[]];

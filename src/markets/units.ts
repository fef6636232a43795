/** How a unit's changes are told: rates in basis points, all else in per cent. */
export type Measure = "quantity" | "rate";

/** The units that figures may be in, each as it is read after "in". */
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

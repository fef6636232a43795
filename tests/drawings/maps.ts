import type { MapDrawing } from "./locator-map.ts";
import type { Position } from "./map-projection.ts";
import { PALETTE } from "./palette.ts";

const LOCATOR_COLOURS = { focus: PALETTE.paper, land: PALETTE.sand, border: PALETTE.quiet } as const;
const LEVANT = ["Syria", "Israel", "Palestine", "Lebanon", "Jordan"] as const;

const SEA_OF_GALILEE: readonly Position[] = [
  [35.62, 32.888],
  [35.641, 32.86],
  [35.65, 32.826],
  [35.642, 32.78],
  [35.622, 32.727],
  [35.59, 32.706],
  [35.567, 32.715],
  [35.553, 32.755],
  [35.541, 32.79],
  [35.516, 32.826],
  [35.524, 32.855],
  [35.551, 32.874],
  [35.585, 32.893],
];

const DEAD_SEA: readonly Position[] = [
  [35.54, 31.765],
  [35.575, 31.69],
  [35.57, 31.58],
  [35.562, 31.47],
  [35.535, 31.34],
  [35.5, 31.25],
  [35.46, 31.3],
  [35.39, 31.34],
  [35.4, 31.46],
  [35.45, 31.6],
  [35.495, 31.74],
];

const MEMBERS = [
  "Austria",
  "Belgium",
  "Bulgaria",
  "Croatia",
  "Cyprus",
  "Czechia",
  "Denmark",
  "Estonia",
  "Finland",
  "France",
  "Germany",
  "Greece",
  "Hungary",
  "Ireland",
  "Italy",
  "Latvia",
  "Lithuania",
  "Luxembourg",
  "Malta",
  "Netherlands",
  "Poland",
  "Portugal",
  "Romania",
  "Slovakia",
  "Slovenia",
  "Spain",
  "Sweden",
] as const;

/** Natural Earth lists these separately, though the Åland Islands are Finnish and the whole of Cyprus acceded. */
const LISTED_APART = ["Åland", "N. Cyprus"] as const;

/** Every map by its file name. */
export const MAPS: Readonly<Record<string, MapDrawing>> = {
  "syria-israel-map": {
    projection: "region",
    detail: "50m",
    corners: [
      [36.4, 29.4],
      [36.4, 37.55],
    ],
    focus: LEVANT,
    colours: LOCATOR_COLOURS,
    stepUnits: 2,
    lakes: [SEA_OF_GALILEE, DEAD_SEA],
    labels: [
      { kind: "country", text: ["Syria"], at: [38.6, 35.1] },
      { kind: "country", text: ["Jordan"], at: [36.42, 30.8] },
      { kind: "country", text: ["Lebanon"], at: [35.45, 34.35], anchor: "end" },
      { kind: "country", text: ["Israel"], at: [34.3, 31.75], anchor: "end" },
      { kind: "coastalCity", text: ["Beirut"], at: [35.51, 33.89], offset: [-26, 14], anchor: "end" },
      { kind: "city", text: ["Damascus"], at: [36.29, 33.51], offset: [24, 14], anchor: "start" },
      { kind: "city", text: ["Jerusalem"], at: [35.22, 31.78], offset: [24, 14], anchor: "start" },
      { kind: "pointedRegion", text: ["Golan Heights"], at: [35.78, 32.98], offset: [-118, 14], anchor: "end" },
      { kind: "neighbour", text: ["Turkey"], at: [35.2, 37.2] },
      { kind: "neighbour", text: ["Iraq"], at: [41.9, 32.9] },
      { kind: "neighbour", text: ["Saudi Arabia"], at: [39.9, 30.1] },
      { kind: "neighbour", text: ["Egypt"], at: [32.2, 30.0] },
      { kind: "water", text: ["Mediterranean", "Sea"], at: [30.5, 34.1] },
    ],
  },
  "golan-heights-map": {
    projection: "region",
    detail: "10m",
    corners: [
      [35.85, 32.33],
      [35.85, 33.66],
    ],
    focus: LEVANT,
    colours: LOCATOR_COLOURS,
    stepUnits: 1,
    lakes: [SEA_OF_GALILEE],
    labels: [
      { kind: "country", text: ["Syria"], at: [36.55, 32.95] },
      { kind: "country", text: ["Israel"], at: [35.27, 32.66] },
      { kind: "country", text: ["Lebanon"], at: [35.5, 33.42] },
      { kind: "country", text: ["Jordan"], at: [35.9, 32.46] },
      { kind: "region", text: ["Golan", "Heights"], at: [35.72, 32.99] },
      { kind: "city", text: ["Damascus"], at: [36.29, 33.51], offset: [26, 14], anchor: "start" },
      { kind: "neighbour", text: ["West Bank"], at: [35.235, 32.37] },
      { kind: "city", text: ["Quneitra"], at: [35.824, 33.126], offset: [26, 14], anchor: "start" },
      { kind: "water", text: ["Sea of", "Galilee"], at: [35.5, 32.82], anchor: "end" },
    ],
  },
  "eu-members-map": {
    projection: "europe",
    detail: "50m",
    corners: [
      [-12, 36],
      [33, 34.4],
      [26, 70.4],
    ],
    focus: [...MEMBERS, ...LISTED_APART],
    colours: { focus: PALETTE.accent, land: PALETTE.sand, border: PALETTE.paper },
    stepUnits: 3,
    labels: [{ kind: "legend", text: ["The 27", "member states"], at: [-27, 52], offset: [-170, 0], anchor: "start" }],
  },
  "shipping-chokepoints-map": {
    projection: "world",
    detail: "110m",
    corners: [
      [-100, 17],
      [126, 17],
    ],
    focus: [],
    colours: { focus: PALETTE.paper, land: PALETTE.paper, border: PALETTE.rule },
    stepUnits: 3,
    labels: [
      { kind: "passage", text: ["Panama Canal"], at: [-79.7, 9.1], offset: [70, -36], anchor: "start" },
      { kind: "passage", text: ["Danish Straits"], at: [11.2, 55.8], offset: [-120, 14], anchor: "end" },
      { kind: "passage", text: ["Turkish Straits"], at: [28.5, 40.6], offset: [-150, 14], anchor: "end" },
      { kind: "passage", text: ["Suez Canal"], at: [32.4, 30.4], offset: [-60, 40], anchor: "end" },
      { kind: "passage", text: ["Bab el-Mandeb"], at: [43.4, 12.6], offset: [-60, 40], anchor: "end" },
      { kind: "passage", text: ["Strait of Hormuz"], at: [56.4, 26.5], offset: [60, -60], anchor: "start" },
      { kind: "passage", text: ["Strait of Malacca"], at: [100.6, 2.9], offset: [-40, 100], anchor: "middle" },
    ],
  },
};

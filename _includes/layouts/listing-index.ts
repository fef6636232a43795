import { AUTHORS, TOPICS } from "../../src/newsroom/addresses.ts";
import type { Listing } from "../../src/newsroom/catalog.ts";
import type { Crumb } from "../components/breadcrumb/Breadcrumb.tsx";

const INDEXES: Readonly<Record<Listing["kind"], readonly Crumb[]>> = {
  publication: [],
  section: [],
  topic: [{ name: "Topics", path: TOPICS }],
  author: [{ name: "Authors", path: AUTHORS }],
};

/** The page between the front page and a listing, where there is one. */
export function listingIndex(kind: Listing["kind"]): readonly Crumb[] {
  return INDEXES[kind];
}

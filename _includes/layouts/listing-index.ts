import type { Listing } from "../../src/model/catalog.ts";
import type { NamedPath } from "../components/link-list/LinkList.tsx";
import { authors, topics } from "../components/link-list/site-links.ts";

const INDEXES: Readonly<Record<Listing["kind"], readonly NamedPath[]>> = {
  publication: [],
  section: [],
  topic: [topics],
  author: [authors],
};

/** The page between the front page and a listing, where there is one. */
export function listingIndex(kind: Listing["kind"]): readonly NamedPath[] {
  return INDEXES[kind];
}

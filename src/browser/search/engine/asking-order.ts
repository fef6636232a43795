import type { SearchVolume } from "../../../formats/search/search-manifest.ts";
import type { Query } from "../../../formats/search/search-query.ts";
import type { SearchSort } from "../../../formats/search/search-request.ts";

/**
 * The order in which volumes are asked, so that the first to answer has what stands first. By relevance that is the newest
 * year, and of its volumes the larger: a word costs about as many bytes in one of few stories, which seldom have it.
 *
 * @param volumes newest first
 */
export function askingOrder(volumes: readonly SearchVolume[], sort: SearchSort, { terms }: Query): readonly SearchVolume[] {
  if (sort === "oldest") return volumes.toReversed();
  if (sort === "newest" || terms.length === 0) return volumes;
  return volumes.toSorted((a, b) => b.year - a.year || b.stories - a.stories);
}

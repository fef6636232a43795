import type { ComponentChildren } from "preact";
import { SkeletonCards } from "./SkeletonCards.tsx";

/** Stands for the results of a search that are on their way, with what is known already. */
export function SkeletonResults({ children }: { children?: ComponentChildren }) {
  return (
    <div class="skeleton">
      <div class="search-summary">
        <span aria-hidden="true" />
        {children ?? <p class="search-years" />}
      </div>
      <SkeletonCards count={4} />
    </div>
  );
}

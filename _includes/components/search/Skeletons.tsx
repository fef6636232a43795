import type { ComponentChildren } from "preact";

/** Placeholders for stories while they load. */
export function SkeletonCards({ count }: { count: number }) {
  return (
    <div class="cards-stacked" aria-hidden="true">
      {Array.from({ length: count }, () => (
        <div class="card">
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}

/** Placeholders for results while they load, with what is known already. */
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

/** Stands for stories that are on their way. */
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

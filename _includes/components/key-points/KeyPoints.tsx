/** The key points of a story. */
export function KeyPoints({ points }: { points: readonly string[] }) {
  if (points.length === 0) return null;
  return (
    <section class="key-points" aria-labelledby="key_points">
      <h2 id="key_points">Key points</h2>
      <ul>
        {points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
    </section>
  );
}

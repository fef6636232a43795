/** Where a script lets readers take editions along. Without scripts it says what that would be. */
export function TakeAlongPlace({ name }: { name: string }) {
  return (
    <section id="take_along" class="block take-along" aria-labelledby="take_along_title">
      <h2 id="take_along_title">Take it along</h2>
      <p>
        All of {name}, or a part of it, whole on this device: every story opens, and the search finds it, without a connection.
      </p>
      <div />
    </section>
  );
}

/** Where a script lists what has been read on the device. Without scripts it is not there: the page then has words alone. */
export function KeptPages({ publication }: { publication: string }) {
  return (
    <section id="kept_pages" class="block kept" aria-labelledby="read_before" data-publication={publication} hidden>
      <h2 id="read_before">Read here before</h2>
      <p class="kept-asked" hidden />
      <p role="status" />
      <ol />
      <button type="button" class="more" hidden>
        Delete what is kept
      </button>
    </section>
  );
}

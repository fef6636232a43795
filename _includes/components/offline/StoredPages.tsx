/** The section that a script fills with the list of pages on the device. Hidden without scripts. */
export function StoredPages({ publication }: { publication: string }) {
  return (
    <section id="kept_pages" class="block kept" aria-labelledby="read_before" data-publication={publication} hidden>
      <h2 id="read_before">Recently read</h2>
      <p class="kept-asked" hidden />
      <p role="status" />
      <ol />
      <button type="button" class="more" hidden>
        Delete saved pages
      </button>
    </section>
  );
}

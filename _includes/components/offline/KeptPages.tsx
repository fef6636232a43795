/** Where a script lists what the device holds. Without scripts it is not there: the page then has words alone. */
export function KeptPages({ publication }: { publication: string }) {
  return (
    <section id="kept_pages" class="block kept" aria-labelledby="on_this_device" data-publication={publication} hidden>
      <h2 id="on_this_device">On this device</h2>
      <p class="kept-asked" hidden />
      <p role="status" />
      <ol />
      <button type="button" class="more" hidden>
        Delete what is kept
      </button>
    </section>
  );
}

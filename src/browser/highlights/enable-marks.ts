/** Marks words in a story where its address asks for it, as the results of a search do. Other addresses load nothing. */
export function enableMarks(): void {
  if (!/[?&]mark=/.test(location.search)) return;
  import("./show-marks.ts").then(
    ({ showMarks }) => showMarks(),
    () => {}, // The story is there to be read all the same.
  );
}

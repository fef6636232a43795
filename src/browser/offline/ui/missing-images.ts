/**
 * Takes the pictures out of a page that are not on the device: those that have failed, and those that will when the reader
 * comes to them. Only what the build has put there: a picture that a search has found goes by itself.
 */
export function takeOutPicturesNotKept(): void {
  // Errors of pictures do not bubble.
  document.addEventListener("error", ({ target }) => target instanceof HTMLImageElement && takeOut(target), { capture: true });
  // The document's own list would lose pictures while it is gone through.
  for (const image of [...document.images]) if (image.complete && image.naturalWidth === 0) takeOut(image);
}

/** A card says all in its words. Elsewhere words for the picture stand in its place, in the column of the text. */
function takeOut(image: HTMLImageElement): void {
  const picture = image.closest("picture");
  const ofCard = picture?.closest(".card-picture");
  if (ofCard) takeOutOfCard(ofCard);
  else if (picture) putWordsFor(image, picture);
}

/** Stories beside the picture of a front page would be left alone with the hole: they go below its lead. */
function takeOutOfCard(ofCard: Element): void {
  const front = ofCard.closest(".front");
  const beside = front?.querySelector(".cards-stacked");
  ofCard.remove();
  if (!front || !beside) return;
  beside.className = "block cards-grid few";
  front.after(beside);
}

function putWordsFor({ alt }: HTMLImageElement, picture: Element): void {
  const words = document.createElement("p");
  words.className = "meta";
  words.textContent = `Picture not on this device: ${alt}`;
  picture.closest(".figure")?.classList.remove("wide");
  picture.replaceWith(words);
}

/**
 * Removes the pictures that are not on the device, now and when the reader scrolls to them. Leaves the pictures of search results
 * to the search.
 */
export function removeMissingImages(): void {
  // Error events of images do not bubble.
  document.addEventListener("error", ({ target }) => target instanceof HTMLImageElement && removeImage(target), {
    capture: true,
  });
  // Copied, since `document.images` is live.
  for (const image of [...document.images]) if (image.complete && image.naturalWidth === 0) removeImage(image);
}

/** A card works without its picture. Elsewhere the alternative text replaces it. */
function removeImage(image: HTMLImageElement): void {
  const picture = image.closest("picture");
  const cardPicture = picture?.closest(".card-picture");
  if (cardPicture) removeFromCard(cardPicture);
  else if (picture) replaceWithText(image, picture);
}

/** On the home page, moves the stories beside the lead's picture below the lead, instead of leaving a hole. */
function removeFromCard(cardPicture: Element): void {
  const front = cardPicture.closest(".front");
  const beside = front?.querySelector(".cards-stacked");
  cardPicture.remove();
  if (!front || !beside) return;
  beside.className = "block cards-grid few";
  front.after(beside);
}

function replaceWithText({ alt }: HTMLImageElement, picture: Element): void {
  const text = document.createElement("p");
  text.className = "meta";
  text.textContent = `Picture not on this device: ${alt}`;
  picture.closest(".figure")?.classList.remove("wide");
  picture.replaceWith(text);
}

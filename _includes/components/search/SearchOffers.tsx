import type { Offer, OfferGroup } from "./search-offers.ts";

/** The list of offers, for the field that it belongs to. */
export const OFFERS_ID = "search_offers";

interface SearchOffersProps {
  readonly groups: readonly OfferGroup[];
  /** The address of the offer that the arrow keys have led to. */
  readonly active: string | undefined;
  /** Whether better offers are on their way. */
  readonly isBusy: boolean;
  readonly onTake: (offer: Offer, event: MouseEvent) => void;
}

/** The offers of the search's dialog: links, each an option of the field above (ARIA Authoring Practices, combobox). */
export function SearchOffers({ groups, active, isBusy, onTake }: SearchOffersProps) {
  return (
    // The field keeps the focus: without this a press on an offer would take it.
    <div
      id={OFFERS_ID}
      class="search-offers"
      role="listbox"
      aria-label="Suggestions"
      aria-busy={isBusy}
      onMouseDown={(event) => event.preventDefault()}
    >
      {groups.map((group, at) => (
        <Group key={group.name ?? ""} group={group} at={at} active={active} onTake={onTake} />
      ))}
    </div>
  );
}

interface GroupProps extends Omit<SearchOffersProps, "groups" | "isBusy"> {
  readonly group: OfferGroup;
  readonly at: number;
}

function Group({ group: { name, kind, offers }, at, active, onTake }: GroupProps) {
  const labelId = `offers_${at}`;
  const options = offers.map((offer) => (
    <a
      key={offer.href}
      id={offerId(offer, offers, at)}
      class="offer"
      role="option"
      aria-selected={offer.href === active}
      tabIndex={-1}
      href={offer.href}
      onClick={(event) => onTake(offer, event)}
    >
      {offer.text} {offer.detail && <span class="count">{offer.detail}</span>}
    </a>
  ));
  if (name === undefined) return options;
  return (
    // biome-ignore lint/a11y/useSemanticElements: within a listbox only options and groups of them may stand (WAI-ARIA 1.2); a fieldset is a form’s.
    <div class={`offers ${kind}`} role="group" aria-labelledby={labelId}>
      <p id={labelId} role="presentation">
        {name}
      </p>
      {options}
    </div>
  );
}

/** The element that shows the offer at `href`. */
export function idOfOffer(groups: readonly OfferGroup[], href: string | undefined): string | undefined {
  for (const [at, { offers }] of groups.entries()) {
    const offer = offers.find((each) => each.href === href);
    if (offer) return offerId(offer, offers, at);
  }
  return undefined;
}

function offerId(offer: Offer, offers: readonly Offer[], group: number): string {
  return `offer_${group}_${offers.indexOf(offer)}`;
}

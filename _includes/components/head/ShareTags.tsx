import type { DescribedPage, Whole } from "../../../src/syndication/structured-data/described-page.ts";
import { shareTags } from "../../../src/syndication/structured-data/share-tags.ts";

interface ShareTagsProps {
  readonly page: DescribedPage;
  readonly whole: Whole;
}

/** How a page looks where it is shared. X takes the size of the card from a tag of its own, and all else from these. */
export function ShareTags({ page, whole }: ShareTagsProps) {
  return (
    <>
      {shareTags(page, whole).map(([property, content]) => (
        <meta property={property} content={content} />
      ))}
      {page.card && <meta name="twitter:card" content="summary_large_image" />}
    </>
  );
}

import type { Graph, Thing } from "schema-dts";
import { breadcrumbList } from "./breadcrumb-list.ts";
import { dataCatalog, dataset } from "./dataset.ts";
import type { DescribedPage, Whole } from "./described-page.ts";
import { newsArticle } from "./news-article.ts";
import { webSite, wholePublisher } from "./publication.ts";
import { collectionPage, profilePage, webPage } from "./web-page.ts";

/** What machines are told of a page: its subject and the way to it, in the vocabulary of schema.org. */
export function pageGraph(page: DescribedPage, whole: Whole): Graph {
  const breadcrumbs = page.crumbs.length > 0 ? [breadcrumbList(page, whole)] : [];
  return { "@context": "https://schema.org", "@graph": [...subjectNodes(page, whole), ...breadcrumbs] };
}

function subjectNodes(page: DescribedPage, whole: Whole): readonly Thing[] {
  const { subject } = page;
  switch (subject.kind) {
    case "publication":
      return [webSite(whole), wholePublisher(whole)];
    case "story":
      return [newsArticle(subject, page, whole)];
    case "stories":
      return [collectionPage(subject.articles, page, whole)];
    case "listings":
      return [collectionPage(subject.listings, page, whole)];
    case "author":
      return [profilePage(subject.author, page, whole)];
    case "series":
      return [dataset(subject.series, whole)];
    case "allSeries":
      return [dataCatalog(subject.series, page, whole)];
    case "text":
      return [webPage(subject.type, page, whole)];
  }
}

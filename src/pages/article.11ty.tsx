import { ArticlePage } from "../../_includes/layouts/ArticlePage.tsx";
import { type GlobalData, pageContext } from "../../_includes/page-context.ts";
import type { Article } from "../model/article.ts";

interface ArticleData extends GlobalData {
  readonly article: Article;
}

export const data = {
  pagination: { data: "catalog.articles", size: 1, alias: "article" },
  permalink: ({ article }: ArticleData) => article.path,
  eleventyExcludeFromCollections: true,
};

export default function ArticleTemplate(global: ArticleData) {
  const { article, catalog } = global;
  return (
    <ArticlePage
      article={article}
      related={catalog.related.get(article.path) ?? []}
      context={pageContext(global, article.path)}
    />
  );
}

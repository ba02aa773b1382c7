import type { Core } from '@strapi/strapi';

interface Sample {
  title: string;
  slug: string;
  category: string;
  published: boolean;
}

const CATEGORIES = ['News', 'Guides', 'Releases'];

const ARTICLES: Sample[] = [
  { title: 'A new home for our keys', slug: 'new-home', category: 'News', published: true },
  { title: 'Office moves in spring', slug: 'office-moves', category: 'News', published: true },
  {
    title: 'Rotating a key without downtime',
    slug: 'rotation',
    category: 'Guides',
    published: true,
  },
  { title: 'Reading articles with curl', slug: 'reading', category: 'Guides', published: true },
  { title: 'Version 1.0', slug: 'version-1-0', category: 'Releases', published: true },
  {
    title: 'Version 2.0 (unannounced)',
    slug: 'version-2-0',
    category: 'Releases',
    published: false,
  },
  { title: 'Acquisition (confidential)', slug: 'acquisition', category: 'News', published: false },
];

/** Articles and categories, some of the articles drafts, so that a key can be seen not to get them. */
export const seedContent = async (strapi: Core.Strapi): Promise<void> => {
  if ((await strapi.documents('api::article.article').count({})) > 0) return;
  const categories = new Map<string, string>();
  for (const name of CATEGORIES) {
    const { documentId } = await strapi.documents('api::category.category').create({
      data: { name },
    });
    categories.set(name, documentId);
  }
  for (const { category, published, ...fields } of ARTICLES) {
    await strapi.documents('api::article.article').create({
      data: { ...fields, body: `${fields.title}.`, category: categories.get(category) },
      status: published ? 'published' : 'draft',
    });
  }
};

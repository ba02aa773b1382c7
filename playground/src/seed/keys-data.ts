/** The keys of the demo: one for each thing that the pages have to show. */

const ARTICLE = 'api::article.article';
const CATEGORY = 'api::category.category';
const READ = [`${ARTICLE}.find`, `${ARTICLE}.findOne`, `${CATEGORY}.find`, `${CATEGORY}.findOne`];
const WRITE = [`${ARTICLE}.create`, `${ARTICLE}.update`, `${ARTICLE}.delete`];

export const ROLES = [
  {
    code: 'reader',
    name: 'Article reader',
    description: 'Reads what is published.',
    permissions: READ,
    drafts: false,
  },
  {
    code: 'editor',
    name: 'Article editor',
    description: 'Reads, writes and deletes articles.',
    permissions: [...READ, ...WRITE],
    drafts: false,
  },
  {
    code: 'preview',
    name: 'Preview',
    description: 'Reads drafts, too.',
    permissions: READ,
    drafts: true,
  },
];

/** Not on any key, so that the list of tags shows one with none. */
export const SPARE_TAG = 'experimental';

/** Requests that were denied on one day. */
export interface SampleDenial {
  daysAgo: number;
  count: number;
  reason: string;
  /** Absent where the reason is no action. */
  action?: string;
}

export interface SampleKey {
  name: string;
  description: string;
  roles: string[];
  tags: string[];
  technicalOwner?: { name: string; emails: string[] };
  issuedDaysAgo: number;
  /** Negative: it has expired. `null`: it never does. */
  expiresInDays: number | null;
  /** Absent: never used. `until`: days ago. `actions`: what was used, with the days since. */
  use?: {
    perDay: number;
    until: number;
    denials?: SampleDenial[];
    actions: Record<string, number>;
  };
  rateLimit?: { requests: number; windowSeconds: number };
  revoked?: true;
}

const WEB_TEAM = { name: 'Web team', emails: ['web@example.com'] };

/** The key whose token the demo prints. */
export const PRINTED_KEY: SampleKey = {
  name: 'demo-curl',
  description: 'The key in the curl line that the demo prints.',
  roles: ['reader'],
  tags: ['development'],
  issuedDaysAgo: 0,
  expiresInDays: 90,
};

export const KEYS: SampleKey[] = [
  {
    name: 'prod-main-app',
    description: 'The public web site.',
    roles: ['reader'],
    tags: ['production', 'web'],
    technicalOwner: WEB_TEAM,
    issuedDaysAgo: 40,
    expiresInDays: 140,
    rateLimit: { requests: 600, windowSeconds: 60 },
    use: {
      perDay: 420,
      until: 0,
      actions: { [`${ARTICLE}.find`]: 0, [`${ARTICLE}.findOne`]: 0, [`${CATEGORY}.find`]: 0 },
      denials: [
        { daysAgo: 1, count: 2, reason: 'drafts_not_allowed' },
        { daysAgo: 6, count: 1, reason: 'insufficient_scope', action: `${ARTICLE}.update` },
      ],
    },
  },
  {
    name: 'staging-main-app',
    description: 'The web site before it goes out; shows drafts.',
    roles: ['preview'],
    tags: ['staging', 'web'],
    technicalOwner: WEB_TEAM,
    issuedDaysAgo: 85,
    expiresInDays: 5,
    use: { perDay: 35, until: 0, actions: { [`${ARTICLE}.find`]: 0, [`${CATEGORY}.find`]: 2 } },
  },
  {
    name: 'prod-mobile-app',
    description: 'iOS and Android.',
    roles: ['reader'],
    tags: ['production', 'mobile'],
    issuedDaysAgo: 70,
    expiresInDays: 20,
    use: {
      perDay: 260,
      until: 0,
      actions: { [`${ARTICLE}.find`]: 0, [`${ARTICLE}.findOne`]: 12 },
      denials: [
        { daysAgo: 0, count: 4, reason: 'insufficient_scope', action: `${ARTICLE}.create` },
        { daysAgo: 3, count: 5, reason: 'insufficient_scope', action: `${ARTICLE}.create` },
        { daysAgo: 9, count: 3, reason: 'insufficient_scope', action: `${ARTICLE}.delete` },
      ],
    },
  },
  {
    name: 'prod-cms-import',
    description: 'Writes articles that come from the newsroom.',
    roles: ['editor'],
    tags: ['production', 'automation'],
    technicalOwner: { name: 'Integration team', emails: ['integration@example.com'] },
    issuedDaysAgo: 300,
    expiresInDays: null,
    use: {
      perDay: 8,
      until: 1,
      actions: {
        [`${ARTICLE}.find`]: 1,
        [`${ARTICLE}.create`]: 1,
        [`${ARTICLE}.update`]: 4,
        [`${CATEGORY}.find`]: 25,
      },
      denials: [
        { daysAgo: 2, count: 1, reason: 'insufficient_scope', action: `${CATEGORY}.create` },
      ],
    },
  },
  {
    name: 'prod-partner-feed',
    description: 'What a partner fetches each night. The contract has ended.',
    roles: ['reader'],
    tags: ['production', 'partner'],
    issuedDaysAgo: 100,
    expiresInDays: -10,
    use: {
      perDay: 4,
      until: 10,
      actions: { [`${ARTICLE}.find`]: 10, [`${CATEGORY}.find`]: 10 },
      denials: Array.from({ length: 10 }, (_, daysAgo) => ({
        daysAgo,
        count: 4,
        reason: 'expired_token',
      })),
    },
  },
  {
    name: 'prod-newsletter',
    description: 'The newsletter of old.',
    roles: ['reader'],
    tags: ['production'],
    issuedDaysAgo: 200,
    expiresInDays: 165,
    use: { perDay: 2, until: 25, actions: { [`${ARTICLE}.find`]: 25 } },
    revoked: true,
  },
  {
    name: 'prod-analytics-export',
    description: 'A monthly report that nobody reads any more.',
    roles: ['read-only'],
    tags: ['production', 'automation'],
    issuedDaysAgo: 400,
    expiresInDays: null,
    use: { perDay: 1, until: 120, actions: { [`${ARTICLE}.find`]: 120 } },
  },
  {
    name: 'staging-search-index',
    description: 'Made for a search that is still being built.',
    roles: ['search-index'],
    tags: ['staging'],
    issuedDaysAgo: 3,
    expiresInDays: 87,
  },
];

/** What somebody tried, as the sentence of a refusal puts it. */
export interface Attempt {
  readonly verb: string;
  /** The part of the plugin that it was tried on. */
  readonly thing: string;
}

const BY_ENDING: Partial<Record<string, string>> = {
  'bulk-delete': 'delete',
  'bulk-revoke': 'revoke',
  merge: 'merge',
  regenerate: 'regenerate',
  revoke: 'revoke',
  'take-over': 'edit',
};

const BY_METHOD: Partial<Record<string, string>> = {
  DELETE: 'delete',
  GET: 'see',
  POST: 'create',
  PUT: 'edit',
};

/** Reads the request of a refused attempt: `POST /api-access/keys/x/revoke` is "revoke" on keys. */
export const attemptOf = (request = ''): Attempt => {
  const [method = '', path = ''] = request.split(' ');
  const [, , thing = 'other', ...rest] = path.split('/');
  const ending = BY_ENDING[rest.at(-1) ?? ''];
  return { verb: ending ?? BY_METHOD[method] ?? 'other', thing };
};

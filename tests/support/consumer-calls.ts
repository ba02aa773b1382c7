/** Calls of an API consumer, who knows an address and a token and nothing else. */
export interface Answer {
  status: number;
  code: string | undefined;
  required: string[] | undefined;
}

interface Body {
  error?: { details?: { code?: string; required?: string[] } };
}

/** Calls the content API at an address; `token` is sent as it is, or not at all. */
export const callsTo =
  (url: string) =>
  async (
    token: string | undefined,
    path = '/api/articles',
    init: RequestInit = {},
  ): Promise<Answer> => {
    const headers = new Headers({ 'content-type': 'application/json' });
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
    const response = await fetch(`${url}${path}`, { ...init, headers });
    const { error } = (await response.json()) as Body;
    return {
      status: response.status,
      code: error?.details?.code,
      required: error?.details?.required,
    };
  };

/** Another character than the one at this place. */
export const withOneCharacterChanged = (token: string, at: number): string =>
  `${token.slice(0, at)}${token[at] === 'a' ? 'b' : 'a'}${token.slice(at + 1)}`;

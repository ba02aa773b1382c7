import type { MyToken } from '../../contracts/my-tokens';
import type { Listed } from './request';

/** The list with a token that was just issued, before it is read anew. */
export const withToken = (listed: Listed, token: MyToken): Listed => ({
  ...listed,
  data: listed.data.some(({ id }) => id === token.id)
    ? listed.data.map((each) => (each.id === token.id ? token : each))
    : [token, ...listed.data],
});

/** The list without a token that was just deleted: there is room for another. */
export const withoutToken = ({ data, meta }: Listed, id: string): Listed => ({
  data: data.filter((each) => each.id !== id),
  meta: {
    rules: {
      ...meta.rules,
      closed: meta.rules.closed === 'token_limit_reached' ? null : meta.rules.closed,
    },
  },
});

/** Where one's own tokens are, for those who load no schemas. Below `/api-access`. */
export const MY_TOKEN_PATHS = {
  all: '/my/tokens',
  one: '/my/tokens/:id',
  regenerate: '/my/tokens/:id/regenerate',
} as const;

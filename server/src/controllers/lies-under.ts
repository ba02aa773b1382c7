/** Whether a path lies under a prefix; Koa's router tells no case apart either. */
export const liesUnder = (path: string, prefix: string): boolean =>
  path.toLowerCase().startsWith(prefix.toLowerCase());

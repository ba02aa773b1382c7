/** Addresses that lead everybody to their own machine, if anywhere. */
const ONLY_HERE = /^(localhost|.*\.localhost|0\.0\.0\.0|127(\.\d+){3}|\[::1?\])$/i;

export type AdminUrl =
  | { readonly usable: true; readonly url: string }
  | { readonly usable: false; readonly url: string | null };

/** Whether links in mails can start with the configured URL of the admin panel; without a slash at its end. */
export const readAdminUrl = (configured: unknown): AdminUrl => {
  if (typeof configured !== 'string' || !URL.canParse(configured)) {
    return { usable: false, url: null };
  }
  const parsed = new URL(configured);
  if (!['http:', 'https:'].includes(parsed.protocol)) return { usable: false, url: null };
  const url = `${parsed.origin}${parsed.pathname}`.replace(/\/+$/, '');
  return { usable: !ONLY_HERE.test(parsed.hostname), url };
};

import { type StrapiApp } from '@strapi/strapi/admin';
import { type AdminAction, actionUid, PLUGIN_ID } from '../../contracts/ids';
import { getTranslation, type TextId } from './translations/get-translation';

const link = (
  to: string,
  label: TextId,
  defaultMessage: string,
  anyOf: readonly AdminAction[],
) => ({
  id: to,
  to,
  intlLabel: { id: getTranslation(label), defaultMessage },
  // One of them is enough to see the link; the page itself is guarded again.
  permissions: anyOf.map((action) => ({ action: actionUid(action), subject: null })),
});

const prefixed = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([id, text]) => [`${PLUGIN_ID}.${id}`, text]));

/** The plugin's part of the admin panel. Pages are loaded when they are opened. */
const admin = {
  register(app: StrapiApp) {
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
    app.addSettingsLink(
      {
        id: PLUGIN_ID,
        intlLabel: { id: getTranslation('section'), defaultMessage: 'Access Management' },
      },
      [
        {
          ...link('api-access', 'keys.title', 'API Access', ['read', 'create-api-access']),
          Component: () => import('./pages/keys/keys-routes'),
        },
        {
          ...link('api-access-roles', 'roles.title', 'API roles', ['get-role']),
          Component: () => import('./pages/roles/roles-routes'),
        },
      ],
    );
  },

  registerTrads({ locales }: { locales: string[] }) {
    return Promise.all(
      locales.map(async (locale) => {
        try {
          const texts = (await import(`./translations/${locale}.json`)) as {
            default: Record<string, string>;
          };
          return { locale, data: prefixed(texts.default) };
        } catch {
          // There is no such translation: Strapi falls back to English.
          return { locale, data: {} };
        }
      }),
    );
  },
};

export default admin;

import { Key } from '@strapi/icons';
import { type StrapiApp } from '@strapi/strapi/admin';
import { type AdminAction, actionUid, PLUGIN_ID } from '../../contracts/ids';
import { type FirstTextId, getTranslation, prefixed } from './translations/get-translation';

/** One of several is enough where they are for a link, all are needed where they are for a widget. */
const permissionsTo = (actions: readonly AdminAction[]) =>
  actions.map((action) => ({ action: actionUid(action), subject: null }));

const link = (
  to: string,
  label: FirstTextId,
  defaultMessage: string,
  anyOf: readonly AdminAction[],
) => ({
  id: to,
  to,
  intlLabel: { id: getTranslation(label), defaultMessage },
  // The page itself is guarded again.
  permissions: permissionsTo(anyOf),
});

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
        {
          ...link('api-access-my-tokens', 'my-tokens.title', 'My access tokens', ['personal']),
          Component: () => import('./pages/my-tokens/my-tokens-routes'),
        },
        {
          ...link('api-access-activity', 'activity.title', 'Activity', ['activity']),
          Component: () => import('./pages/activity/activity-routes'),
        },
        {
          ...link('api-access-rules', 'rules.title', 'Rules & notices', ['settings']),
          Component: () => import('./pages/rules/rules-routes'),
        },
      ],
    );
    app.widgets.register({
      id: 'attention',
      pluginId: PLUGIN_ID,
      icon: Key,
      title: { id: getTranslation('widget.title'), defaultMessage: 'API keys to see to' },
      link: {
        label: { id: getTranslation('keys.title'), defaultMessage: 'API Access' },
        href: '/settings/api-access',
      },
      permissions: permissionsTo(['read']),
      // The component itself, where a link's is a module.
      component: async () => (await import('./widget/attention-widget')).AttentionWidget,
    });
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

/** What an app may set of the panel: its languages, and two texts of the plugin for those who read German. */
export default {
  config: {
    locales: ['de', 'es', 'fr'],
    translations: {
      de: {
        'api-access.no-key-text': 'Noch kein Zugangsschlüssel',
        'api-access.generate-key-text': 'Zugangsschlüssel anlegen',
      },
    },
  },
};

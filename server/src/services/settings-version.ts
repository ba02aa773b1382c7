/** Of Rules & notices as they were saved once: every save has another one. */
export type SettingsVersion = string;

interface SavedColumns {
  readonly revision: unknown;
  readonly updated_at: unknown;
}

/** Where nobody has ever saved any, and so as an outer join tells it. */
const NEVER_SAVED: SavedColumns = { revision: null, updated_at: null };

/** The time besides the revision: a database that is put back to a backup counts from there again. */
export const versionOf = ({
  revision,
  updated_at: at,
}: SavedColumns = NEVER_SAVED): SettingsVersion => `${String(revision)} ${String(at)}`;

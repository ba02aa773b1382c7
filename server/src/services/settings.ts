import type { Core } from '@strapi/strapi';
import {
  settings as schema,
  updateSettingsBody,
  type Settings,
  type SettingsAnswer,
  type UpdateSettingsInput,
} from '../../../contracts';
import { completed, defaultSettings } from '../domain/default-settings';
import { ApiAccessError } from '../domain/errors';
import { testRule } from '../domain/naming-rule';
import {
  changedSections,
  movesNotices,
  namesRoles,
  settingsFaults,
  tidySettings,
  withoutStale,
} from '../domain/settings';
import { readInstant, readInteger, toIso } from '../domain/units';
import { APP, type OnBehalf } from './actor';
import { getService } from './get-service';
import { parseInput } from './parse-input';
import { pluginConfig } from './plugin-config';
import { settingsChoices } from './settings-choices';
import { isUniqueViolation, reading, table, transaction, type Trx } from './storage/database';
import { TABLES } from './storage/tables';

interface SettingsRow {
  readonly value: string;
  readonly revision: unknown;
  readonly updated_at: unknown;
  readonly updated_by: string | null;
}

/** Of settings that nobody has ever saved: 0. */
const revisionOf = (row: SettingsRow | undefined): number =>
  row === undefined ? 0 : readInteger(row.revision);

const SUBJECT = { type: 'settings', id: null, name: 'Rules & notices', accessId: null } as const;
const ROW = { id: 1 };

/** Rules & notices: what the database holds, else what the config says, else the defaults. */
export const createSettings = ({ strapi }: { strapi: Core.Strapi }) => {
  const readRow = async (trx?: Trx): Promise<SettingsRow | undefined> =>
    reading(strapi, (own) =>
      Promise.resolve(
        table(strapi, TABLES.settings, trx ?? own)
          .where(ROW)
          .first<SettingsRow | undefined>(),
      ),
    );

  const parsed = (row: SettingsRow | undefined): Settings => {
    const defaults = defaultSettings(pluginConfig(strapi).expiry);
    return schema.parse(row === undefined ? defaults : completed(defaults, JSON.parse(row.value)));
  };

  const read = async (): Promise<SettingsAnswer> => {
    const row = await readRow();
    const choices = await settingsChoices(strapi);
    return {
      settings: withoutStale(parsed(row), choices),
      revision: revisionOf(row),
      updatedAt: row === undefined ? null : toIso(readInstant(row.updated_at)),
      updatedBy: row?.updated_by ?? null,
      choices,
    };
  };

  return {
    /**
     * As they are at this moment, without roles that are gone; read anew each time, so that a
     * change holds on every node. Whoever decides several things by them asks once, so that no
     * save comes in between.
     */
    async current(trx?: Trx): Promise<{ settings: Settings; revision: number }> {
      const row = await readRow(trx);
      const stored = parsed(row);
      const settings = namesRoles(stored)
        ? withoutStale(stored, await settingsChoices(strapi))
        : stored;
      return { settings, revision: revisionOf(row) };
    },

    testRule,

    /** For the form: without roles that are gone, and with those that can be chosen. */
    read,

    /**
     * Saves all of them or nothing.
     *
     * @throws ApiAccessError with each fault at its place; `revision_conflict` where somebody else
     * has saved since.
     */
    async update(
      input: UpdateSettingsInput,
      { actor = APP }: OnBehalf = {},
    ): Promise<SettingsAnswer> {
      const { settings, revision } = parseInput(updateSettingsBody, input);
      const faults = settingsFaults(settings, await settingsChoices(strapi));
      if (faults[0] !== undefined) throw new ApiAccessError(faults[0].code, faults);
      const tidy = tidySettings(settings);
      const now = getService(strapi, 'clock').now();
      const row = {
        value: JSON.stringify(tidy),
        revision: revision + 1,
        updated_at: now,
        updated_by: actor.user?.name.slice(0, 255) ?? null,
      };
      await transaction(strapi, async (trx) => {
        const before = await readRow(trx);
        if (revisionOf(before) !== revision) throw new ApiAccessError('revision_conflict');
        const rows = () => table(strapi, TABLES.settings, trx);
        if (before === undefined) await rows().insert({ ...ROW, ...row });
        else if (
          (await rows()
            .where({ ...ROW, revision })
            .update(row)) !== 1
        ) {
          throw new ApiAccessError('revision_conflict');
        }
        await getService(strapi, 'epoch').renew(trx);
        const was = parsed(before);
        const fields = changedSections(was, tidy);
        if (movesNotices(was, tidy))
          await getService(strapi, 'notices').reconsiderAll(row.revision, trx);
        await getService(strapi, 'alerts').beginAfresh(was.alerts, tidy.alerts, trx);
        await getService(strapi, 'activity').record(
          { kind: 'settings.updated', actor, subject: SUBJECT, details: { fields } },
          trx,
        );
      }).catch((error: unknown) => {
        // Two first saves at once.
        throw isUniqueViolation(error) ? new ApiAccessError('revision_conflict') : error;
      });
      return read();
    },
  };
};

export type SettingsService = ReturnType<typeof createSettings>;

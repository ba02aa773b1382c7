import type { Core } from '@strapi/strapi';
import type { ActivityDetails, ActivityRecord, ExportActivityQuery } from '../../../contracts';
import type { Actor } from './actor';
import { csvFile, type CsvColumn, type CsvFile } from './csv';
import { getService } from './get-service';
import { jsonFile } from './json-file';

const COLUMNS: readonly CsvColumn<ActivityRecord>[] = [
  { header: 'Time', value: ({ at }) => at },
  { header: 'Event', value: ({ kind }) => kind },
  { header: 'Actor', value: ({ actor }) => actor.name },
  { header: 'Actor type', value: ({ actor }) => actor.kind },
  { header: 'Address', value: ({ address }) => address },
  { header: 'Subject type', value: ({ subject }) => subject?.type },
  { header: 'Subject', value: ({ subject }) => subject?.name },
  { header: 'Access ID', value: ({ subject }) => subject?.accessId },
  { header: 'Details', value: ({ details }) => JSON.stringify(details) },
];

const NAME = 'api-access-activity';

/**
 * Keeps that a list was taken out of the app. A file of which that cannot be kept is not handed out.
 *
 * @returns the file.
 */
export const keptExport = async <F extends CsvFile>(
  strapi: Core.Strapi,
  file: F,
  details: Pick<ActivityDetails, 'exported' | 'format' | 'count'>,
  actor: Actor,
): Promise<F> => {
  try {
    await getService(strapi, 'activity').record({ kind: 'export.made', actor, details });
    return file;
  } catch (error) {
    file.content.destroy();
    throw error;
  }
};

/** Hands out what happened, as a file. */
export const createActivityExport = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** All that a filter lets through, read and sent a chunk at a time. */
  async file({ format, ...filter }: ExportActivityQuery, actor: Actor) {
    const reader = getService(strapi, 'activity-reader');
    const now = getService(strapi, 'clock').now();
    const count = await reader.count(filter, actor);
    const pages = reader.chunks(filter, actor);
    const file =
      format === 'csv'
        ? await csvFile(NAME, now, COLUMNS, pages)
        : await jsonFile(NAME, now, pages);
    return keptExport(strapi, file, { exported: 'activity', format, count }, actor);
  },
});

export type ActivityExport = ReturnType<typeof createActivityExport>;

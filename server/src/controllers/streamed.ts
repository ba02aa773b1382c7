import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Endpoint } from '../../../contracts';
import type { CsvFile } from '../services/csv';
import { answering, inputOf, type EndpointInput } from './endpoint';

/** A file that is made while it is sent: CSV, unless it says otherwise. */
type StreamedFile = CsvFile & { readonly type?: string };

/**
 * A controller action that answers with a file while it is being made. What is refused before the
 * first row answers like any other action; a fault after it breaks the connection off, so that half
 * a file is never taken for a whole one.
 */
export const streamed =
  <E extends Endpoint>(
    strapi: Core.Strapi,
    contract: E,
    run: (input: EndpointInput<E>) => Promise<StreamedFile>,
  ) =>
  (ctx: Context): Promise<void> =>
    answering(ctx, async () => {
      const { name, content, type = 'text/csv; charset=utf-8' } = await run(inputOf(contract, ctx));
      content.once('error', (error) => {
        strapi.log.error(`api-access: ${name} could not be finished: ${error.message}`);
        ctx.res.destroy();
      });
      ctx.set('Cache-Control', 'no-store');
      ctx.set('Content-Disposition', `attachment; filename="${name}"`);
      ctx.type = type;
      ctx.status = contract.status;
      ctx.body = content;
    });

import type { Core } from '@strapi/strapi';

const strictParams = (value: string) => (value === '' ? {} : { strictParams: value === 'true' });

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Api => ({
  rest: {
    prefix: env('PLAYGROUND_API_PREFIX', '/api'),
    defaultLimit: 25,
    maxLimit: 100,
    withCount: true,
    // Absent unless a test says so, as in an app that does not know of it.
    ...strictParams(env('PLAYGROUND_STRICT_PARAMS', '')),
  },
});

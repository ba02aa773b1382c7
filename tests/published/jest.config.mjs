import config from '../../jest.config.mjs';

const once = config.projects.find(({ displayName }) => displayName === 'integration-once');

/** For `npm run record-version` alone. */
export default {
  ...once,
  displayName: 'record-version',
  testRegex: ['/tests/published/record-version\\.ts$'],
};

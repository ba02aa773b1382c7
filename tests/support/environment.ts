/**
 * Strapi reads the environment while its modules load, so this has to stand before the first
 * import of it: a file of its own, which Jest runs ahead of every test file.
 */
import { TEST_ENV } from './playground-env';

Object.assign(process.env, TEST_ENV);

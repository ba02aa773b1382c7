import { createHash, createHmac, createSecretKey, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { pluginConfig } from './plugin-config';

const MAC_INFO = 'strapi-plugin-api-access/mac/1';
const KEY_ID_INFO = 'strapi-plugin-api-access/mac-key-id/1';
const NAME_INFO = 'strapi-plugin-api-access/name/1';

const equal = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

const serverSecret = (strapi: Core.Strapi): string => {
  const secret = pluginConfig(strapi).secret ?? strapi.config.get<string>('admin.apiToken.salt');
  if (typeof secret !== 'string' || secret === '') {
    throw new Error(
      'api-access needs a server secret: set "apiToken.salt" in config/admin, or "secret" in the plugin\'s config.',
    );
  }
  return secret;
};

/**
 * Fast checks of a secret. The key of the mac is derived (HKDF, RFC 5869) from a server secret
 * that the database does not hold, so a stolen database alone checks nothing quickly.
 */
export const secretsUnder = (secret: string) => {
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', MAC_INFO, 32)));
  const keyId = Buffer.from(hkdfSync('sha256', secret, '', KEY_ID_INFO, 8)).toString('hex');

  const macOf = (tokenSecret: string): Buffer =>
    createHmac('sha256', key).update(tokenSecret).digest();
  const mac = (tokenSecret: string): string => macOf(tokenSecret).toString('base64url');
  /** First 4 bytes of SHA-256: sorts out forgeries before argon2, tells nothing useful of 32 bytes. */
  const tag = (tokenSecret: string): string =>
    createHash('sha256').update(tokenSecret).digest('hex').slice(0, 8);

  return {
    keyId,
    mac,
    tag,
    /** 16 hexadecimal digits made of the server secret and a text; they tell nothing of the secret. */
    nameFor: (text: string): string =>
      Buffer.from(hkdfSync('sha256', secret, text, NAME_INFO, 8)).toString('hex'),
    /** In constant time. */
    macMatches: (stored: string, tokenSecret: string): boolean =>
      equal(Buffer.from(stored, 'base64url'), macOf(tokenSecret)),
    tagMatches: (stored: string, tokenSecret: string): boolean =>
      equal(Buffer.from(stored), Buffer.from(tag(tokenSecret))),
  };
};

export const createSecrets = ({ strapi }: { strapi: Core.Strapi }) => ({
  ...secretsUnder(serverSecret(strapi)),

  /** One of Strapi's own API tokens as Strapi stores it (`@strapi/admin`, `hash` of api-token). */
  strapiAccessKey: (token: string): string =>
    createHmac('sha512', strapi.config.get<string>('admin.apiToken.salt'))
      .update(token)
      .digest('hex'),
});

export type Secrets = ReturnType<typeof createSecrets>;

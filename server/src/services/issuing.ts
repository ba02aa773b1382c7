import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { ApiAccessError } from '../domain/errors';
import { GateFullError } from '../domain/gate';
import { createShares } from '../domain/shares';
import {
  accessIdFromBytes,
  formatToken,
  hintOf,
  secretFromBytes,
  SECRET_BYTES,
  type Token,
} from '../domain/token';
import type { Credential, Owner } from './credentials';
import { getService } from './get-service';
import { pluginConfig } from './plugin-config';

/** What a credential stores of its secret. */
export type SecretFields = Pick<
  Credential,
  'accessId' | 'prefix' | 'secretHash' | 'mac' | 'macKeyId' | 'secretTag' | 'hint'
>;

export interface IssuedSecret {
  /** Clear text; goes into one answer and nowhere else. */
  readonly token: string;
  readonly fields: SecretFields;
}

/** Tokens that one person has made at once; more than somebody asks for who does not flood. */
const MAX_OF_ONE_OWNER = 10;

/** Makes tokens, and what is stored of them. */
export const createIssuing = ({ strapi }: { strapi: Core.Strapi }) => {
  const shares = createShares(MAX_OF_ONE_OWNER);

  const newAccessId = (): string => {
    for (;;) {
      const id = accessIdFromBytes(randomBytes(24));
      if (id !== null) return id;
    }
  };

  return {
    newAccessId,

    /**
     * A new random secret for an Access ID.
     *
     * @param owner - Of a personal token: nobody gets more than a share of the hashing.
     * @throws ApiAccessError `hashing_busy` where too many are being made at once.
     */
    async issue(accessId: string, owner: Owner | null): Promise<IssuedSecret> {
      const secrets = getService(strapi, 'secrets');
      const prefix = pluginConfig(strapi).keyPrefix;
      const secret = secretFromBytes(randomBytes(SECRET_BYTES));
      const parts: Token = { prefix, accessId, secret };
      try {
        const hash = () => getService(strapi, 'hashing').hash(secret);
        const secretHash = await (owner === null
          ? hash()
          : shares.run(`${owner.kind}:${owner.id}`, hash));
        return {
          token: formatToken(parts),
          fields: {
            accessId,
            prefix,
            secretHash,
            mac: secrets.mac(secret),
            macKeyId: secrets.keyId,
            secretTag: secrets.tag(secret),
            hint: hintOf(parts),
          },
        };
      } catch (error) {
        if (error instanceof GateFullError) throw new ApiAccessError('hashing_busy');
        throw error;
      }
    },
  };
};

export type Issuing = ReturnType<typeof createIssuing>;

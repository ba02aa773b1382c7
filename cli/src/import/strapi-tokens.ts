import { PLUGIN_ID } from '../../../contracts';
import type { OnBehalf } from '../../../server/src/services/actor';
import type { App } from '../app/open-app';
import { wrongUse } from '../exit';

/** One of Strapi's own API tokens, and what becomes of it. */
export interface StrapiToken {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly keyName: string;
  readonly role: { readonly name: string; readonly isNew: boolean } | null;
  readonly problem: { readonly message: string } | null;
}

/** What was not done, and why. */
export interface NotDone {
  readonly id: number | string;
  readonly name: string | null;
  readonly message: string;
}

export interface Moved {
  readonly done: readonly {
    readonly name: string;
    readonly key: { readonly name: string; readonly displayId: string };
  }[];
  readonly failed: readonly NotDone[];
}

export interface MovedBack {
  readonly done: readonly string[];
  readonly failed: readonly NotDone[];
}

/** What this command needs of the service that moves Strapi's own API tokens. */
export interface StrapiTokens {
  list(options?: OnBehalf): Promise<readonly StrapiToken[]>;
  move(input: { readonly ids: number[] }, options?: OnBehalf): Promise<Moved>;
  moveBack(input: { readonly ids: string[] }, options?: OnBehalf): Promise<MovedBack>;
}

const NAME = 'strapi-tokens';

/** @throws CliError where the app has a version of the plugin that has no such service. */
export const strapiTokensOf = ({ strapi }: App): StrapiTokens => {
  const plugin = strapi.plugin(PLUGIN_ID);
  if (!(NAME in plugin.services))
    throw wrongUse('The version of API Access in this app cannot take over tokens of Strapi.');
  return plugin.service<StrapiTokens>(NAME);
};

import { createKeyBody } from '../../../../contracts/keys';

/** Addresses and networks as they are typed: one a line, or with commas or blanks between. */
export const networksOf = (text: string): string[] =>
  text.split(/[\s,;]+/).filter((network) => network !== '');

export const networksTextOf = (networks: readonly string[]): string => networks.join('\n');

/** The first entry that is neither an address nor a network. */
export const badNetwork = (text: string): string | undefined => {
  const networks = networksOf(text);
  const { error } = createKeyBody.shape.networks.safeParse(networks);
  const at = error?.issues.find(({ path }) => typeof path[0] === 'number')?.path[0];
  return typeof at === 'number' ? networks[at] : undefined;
};

import { BlockList, isIP } from 'node:net';

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** `::ffff:192.0.2.1` is 192.0.2.1, as a dual-stack socket reports it. */
const unmapped = (address: string): string =>
  /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;

/**
 * Whether an address lies in one of the networks (CIDR or single address). No networks means no
 * restriction; an address that cannot be read is never inside.
 */
export const isAddressAllowed = (networks: readonly string[], address: string | null): boolean => {
  if (networks.length === 0) return true;
  const plain = unmapped(address ?? '');
  if (isIP(plain) === 0) return false;
  const list = new BlockList();
  for (const network of networks) {
    const [base = '', bits] = network.split('/');
    if (bits === undefined) list.addAddress(base, family(base));
    else list.addSubnet(base, Number(bits), family(base));
  }
  return list.check(plain, family(plain));
};

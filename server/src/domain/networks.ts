import { BlockList, isIP } from 'node:net';

const family = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/**
 * Whether an address lies in one of the networks (CIDR or single address). No networks means no
 * restriction; an address that cannot be read is never inside. `BlockList` takes `::ffff:192.0.2.1`
 * for 192.0.2.1, and looks past a zone as in `fe80::1%eth0`.
 */
export const isAddressAllowed = (networks: readonly string[], address: string | null): boolean => {
  if (networks.length === 0) return true;
  if (address === null || isIP(address) === 0) return false;
  const list = new BlockList();
  for (const network of networks) {
    const [base = '', bits] = network.split('/');
    if (bits === undefined) list.addAddress(base, family(base));
    else list.addSubnet(base, Number(bits), family(base));
  }
  return list.check(address, family(address));
};

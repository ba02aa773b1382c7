import { isIP } from 'node:net';

/** As some proxies write it into `X-Forwarded-For`: `192.0.2.1:443` and `[2001:db8::1]:443`. */
const WITH_PORT = /^(\d+\.\d+\.\d+\.\d+):\d{1,5}$|^\[([^\]]+)\](?::\d{1,5})?$/;

/**
 * The address that a request came from, as Strapi tells it: behind a trusted proxy that is whatever
 * a header says. A port is left out; `null` for what is no address.
 */
export const addressOf = (told: string): string | null => {
  if (isIP(told) !== 0) return told;
  const [, ipv4, ipv6] = WITH_PORT.exec(told) ?? [];
  const address = ipv4 ?? ipv6 ?? told;
  return isIP(address) === 0 ? null : address;
};

import { isIP } from 'node:net';

/** Length of the columns that hold actions, and of those that hold addresses. */
const MAX_ACTION = 255;
const MAX_ADDRESS = 64;

/** An action as it is stored: one too long for its column would keep a whole batch from being written. */
export const actionSlot = (action: string): string => action.slice(0, MAX_ACTION);

/** An address as it is stored; behind a trusted proxy it is whatever a header says, which may be none. */
export const addressSlot = (address: string | null): string | null =>
  address === null || address.length > MAX_ADDRESS || isIP(address) === 0 ? null : address;

/** The same order on every node, whatever its locale. */
export const compareText = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

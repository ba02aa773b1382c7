/** What is on record of a key's requests, as the admin endpoints tell it. */
import { type IssuedKey, usageEndpoints } from '../../contracts';
import { answerOf } from './admin-api';
import { serviceOf } from './consumers';
import { type Playground } from './playground';

/** What is on record of why a key was denied, as `reason action count`. */
export const denialsOf = async (playground: Playground, { data }: IssuedKey) => {
  await serviceOf(playground.strapi, 'usage').flush();
  const answer = await answerOf(playground.admin, usageEndpoints.denials, { id: data.id });
  return answer.data
    .map(({ reason, action, count }) => `${reason} ${action ?? '-'} ${String(count)}`)
    .sort();
};

/** Actions that are on record as used. */
export const usedBy = async (playground: Playground, { data }: IssuedKey) => {
  await serviceOf(playground.strapi, 'usage').flush();
  const answer = await answerOf(playground.admin, usageEndpoints.permissions, { id: data.id });
  return answer.data.granted
    .filter(({ lastUsedOn }) => lastUsedOn !== null)
    .map(({ action }) => action);
};

/** Requests of the last 30 days that are on record. */
export const countsOf = async (playground: Playground, { data }: Pick<IssuedKey, 'data'>) => {
  const { days } = (await answerOf(playground.admin, usageEndpoints.usage, { id: data.id })).data;
  const sum = (of: 'allowed' | 'denied') => days.reduce((total, day) => total + day[of], 0);
  return { allowed: sum('allowed'), denied: sum('denied') };
};

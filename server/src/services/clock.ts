import { toEpochMs, type EpochMs } from '../domain/units';

/** The one place that reads the time. */
export const createClock = () => ({ now: (): EpochMs => toEpochMs(new Date()) });

export type Clock = ReturnType<typeof createClock>;

import { z } from 'zod';
import { ALERT_KINDS } from '../../../../contracts';
import type { EpochMs } from '../../domain/units';

const instant = z.number().transform((value) => value as EpochMs);

const content = z.object({
  keyId: z.number(),
  kind: z.enum(ALERT_KINDS),
  count: z.number(),
  windowMinutes: z.number().nullable(),
  lastAt: instant,
  lastAddress: z.string().nullable(),
  /** Tells two alerts apart that say the same. */
  raisedAt: instant,
});

/** An alert as the outbox keeps it: what is told of its key is read when it is sent. */
export type AlertContent = z.infer<typeof content>;

export const writeContent = (alert: AlertContent): string => JSON.stringify(alert);

export const readContent = (text: string): AlertContent => content.parse(JSON.parse(text));

import { useState } from 'react';
import { type Expiry, instantOf, nextExpiry } from '../../../contracts/expiry-choices';
import type { ExpiryPolicy } from '../../../contracts/key-policy';
import { regenerateKeyBody, type RegenerateKeyInput } from '../../../contracts/keys';
import { sentenceOf } from '../../../contracts/sentences';
import { useT } from '../translations/use-t';
import { useFieldErrors } from './use-field-errors';

interface Regenerable {
  issuedAt: string;
  expiresAt: string | null;
  revision: number;
}

/**
 * State of a form that gives a key a new secret.
 *
 * @param regenerate - Sends it; what it throws is shown in the form.
 */
export const useRegeneration = (
  value: Regenerable,
  policy: ExpiryPolicy,
  regenerate: (body: RegenerateKeyInput) => Promise<void>,
) => {
  const t = useT();
  const [expiry, setExpiry] = useState<Expiry>(() => nextExpiry(policy, value));
  const errors = useFieldErrors();
  const [isBusy, setBusy] = useState(false);

  const submit = async () => {
    const expiresAt = instantOf(expiry, Date.now());
    if (expiresAt === undefined) {
      errors.report([{ path: ['expiresAt'], message: t('key.expiry.missing') }]);
      return;
    }
    const { revision } = value;
    const body = regenerateKeyBody.safeParse({ expiresAt, revision }, { error: sentenceOf });
    errors.report(body.error?.issues ?? []);
    if (!body.success) return;

    setBusy(true);
    try {
      await regenerate(body.data);
    } catch (error) {
      errors.fail(error);
    } finally {
      setBusy(false);
    }
  };

  return {
    expiry,
    setExpiry: (next: Expiry) => {
      setExpiry(next);
      errors.clear('expiresAt');
    },
    error: errors.errorOf('expiresAt'),
    reports: errors.reports,
    failure: errors.failure,
    dismiss: errors.dismiss,
    isBusy,
    submit: () => {
      if (!isBusy) void submit();
    },
  };
};

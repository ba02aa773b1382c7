import { useState } from 'react';
import type { ExpiryPolicy } from '../../../../contracts/key-policy';
import { type IssuedKey, type Key, regenerateKeyBody } from '../../../../contracts/keys';
import { sentenceOf } from '../../../../contracts/sentences';
import { regenerateKey } from '../../api/issue-token';
import { useAccessTokenIssuedMutation } from '../../api/keys';
import { useFieldErrors } from '../../hooks/use-field-errors';
import { useLeaveGuard } from '../../hooks/use-leave-guard';
import { useT } from '../../translations/use-t';
import { type Expiry, instantOf, nextExpiry } from '../../components/expiry';
import { useIssuedToken } from '../../hooks/use-issued-token';

/** State of the page that regenerates a key, and of the token that it shows afterwards. */
export const useRegenerateKey = (
  value: Key,
  policy: ExpiryPolicy,
  read: () => Promise<Key | null>,
) => {
  const t = useT();
  const [expiry, setExpiry] = useState<Expiry>(() => nextExpiry(policy, value));
  const errors = useFieldErrors();
  const [isBusy, setBusy] = useState(false);
  const { issued, setIssued } = useIssuedToken<IssuedKey>();
  const [announce] = useAccessTokenIssuedMutation();
  const guard = useLeaveGuard(issued !== null);

  const submit = async () => {
    const expiresAt = instantOf(expiry, Date.now());
    if (expiresAt === undefined) {
      errors.report([{ path: ['expiresAt'], message: t('key.expiry.missing') }]);
      return;
    }
    const body = regenerateKeyBody.safeParse(
      { expiresAt, revision: value.revision },
      { error: sentenceOf },
    );
    errors.report(body.error?.issues ?? []);
    if (!body.success) return;

    setBusy(true);
    try {
      const answer = await regenerateKey(value.id, body.data);
      setIssued(answer);
      void announce(value.id);
    } catch (error) {
      errors.fail(error);
    } finally {
      setBusy(false);
    }
  };

  const reload = async () => {
    if ((await read()) !== null) errors.dismiss();
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
    issued,
    guard,
    isBusy,
    submit: () => {
      if (!isBusy) void submit();
    },
    reload: () => void reload(),
  };
};

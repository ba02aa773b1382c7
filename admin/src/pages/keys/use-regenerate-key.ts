import { useState } from 'react';
import { type ExpiryPolicy, type Key, regenerateKeyBody } from '../../../../contracts/keys';
import { type Failure, failureOf } from '../../api/failure';
import { regenerateKey } from '../../api/issue-token';
import { useAccessTokenIssuedMutation } from '../../api/keys';
import { useFieldErrors } from '../../hooks/use-field-errors';
import { useLeaveGuard } from '../../hooks/use-leave-guard';
import { useT } from '../../translations/use-t';
import { type Expiry, instantOf, nextExpiry } from './expiry';
import { useIssuedToken } from './use-issued-token';

/** State of the page that regenerates a key, and of the token that it shows afterwards. */
export const useRegenerateKey = (
  value: Key,
  policy: ExpiryPolicy,
  read: () => Promise<Key | null>,
) => {
  const t = useT();
  const [expiry, setExpiry] = useState<Expiry>(() => nextExpiry(policy, value));
  const { errorOf, report, clear, reports } = useFieldErrors();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { issued, setIssued } = useIssuedToken();
  const [announce] = useAccessTokenIssuedMutation();
  const guard = useLeaveGuard(issued !== null);

  const submit = async () => {
    const expiresAt = instantOf(expiry, Date.now());
    setFailure(null);
    if (expiresAt === undefined) {
      report([{ path: ['expiresAt'], message: t('key.expiry.missing') }]);
      return;
    }
    const body = regenerateKeyBody.safeParse({ expiresAt, revision: value.revision });
    report(body.error?.issues ?? []);
    if (!body.success) return;

    setBusy(true);
    try {
      const answer = await regenerateKey(value.id, body.data);
      setIssued(answer);
      void announce(value.id);
    } catch (error) {
      const reason = failureOf(error);
      setFailure(reason);
      report(reason.issues);
    } finally {
      setBusy(false);
    }
  };

  const reload = async () => {
    if ((await read()) !== null) setFailure(null);
  };

  return {
    expiry,
    setExpiry: (next: Expiry) => {
      setExpiry(next);
      clear('expiresAt');
    },
    error: errorOf('expiresAt'),
    reports,
    failure,
    issued,
    guard,
    isBusy,
    submit: () => {
      if (!isBusy) void submit();
    },
    reload: () => void reload(),
  };
};

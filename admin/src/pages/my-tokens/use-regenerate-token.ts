import { useState } from 'react';
import type { ExpiryPolicy } from '../../../../contracts/key-policy';
import { regenerateKeyBody } from '../../../../contracts/keys';
import type { IssuedMyToken, MyToken } from '../../../../contracts/my-tokens';
import { sentenceOf } from '../../../../contracts/sentences';
import { regenerateMyToken } from '../../api/issue-token';
import { type Expiry, instantOf, nextExpiry } from '../../components/expiry';
import { useFieldErrors } from '../../hooks/use-field-errors';
import { useT } from '../../translations/use-t';

/** State of the dialog that gives a token a new secret. */
export const useRegenerateToken = (
  token: MyToken,
  policy: ExpiryPolicy,
  onIssued: (issued: IssuedMyToken) => void,
) => {
  const t = useT();
  const [expiry, setExpiry] = useState<Expiry>(() => nextExpiry(policy, token));
  const errors = useFieldErrors();
  const [isBusy, setBusy] = useState(false);

  const submit = async () => {
    const expiresAt = instantOf(expiry, Date.now());
    if (expiresAt === undefined) {
      errors.report([{ path: ['expiresAt'], message: t('key.expiry.missing') }]);
      return;
    }
    const { revision } = token;
    const body = regenerateKeyBody.safeParse({ expiresAt, revision }, { error: sentenceOf });
    errors.report(body.error?.issues ?? []);
    if (!body.success) return;

    setBusy(true);
    try {
      const issued = await regenerateMyToken(token.id, body.data);
      setBusy(false);
      onIssued(issued);
    } catch (error) {
      errors.fail(error);
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

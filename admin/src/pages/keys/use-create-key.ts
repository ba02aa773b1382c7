import { useState } from 'react';
import { createKeyBody, type IssuedKey } from '../../../../contracts/keys';
import { sentenceOf } from '../../../../contracts/sentences';
import { createKey } from '../../api/issue-token';
import { useAccessTokenIssuedMutation } from '../../api/keys';
import { useLeaveGuard } from '../../hooks/use-leave-guard';
import { useT } from '../../translations/use-t';
import { keyFormIssues } from './key-form-issues';
import { createBodyOf, type KeyFormValues } from './key-form-values';
import { useIssuedToken } from '../../hooks/use-issued-token';
import { useKeyForm } from './use-key-form';

/**
 * State of the page that makes a key, and of the token that it shows afterwards.
 *
 * @param replaces - Id of the key that the new one is to replace.
 */
export const useCreateKey = (
  initial: KeyFormValues,
  mayAssignRoles: boolean,
  replaces: string | undefined,
) => {
  const t = useT();
  const form = useKeyForm(initial);
  const [isBusy, setBusy] = useState(false);
  const { issued, setIssued } = useIssuedToken<IssuedKey>();
  const [announce] = useAccessTokenIssuedMutation();
  const guard = useLeaveGuard(issued !== null || form.isDirty);

  const submit = async () => {
    const body = createKeyBody.safeParse(
      createBodyOf(form.values, Date.now(), mayAssignRoles, replaces),
      { error: sentenceOf },
    );
    const issues = keyFormIssues(form.values, body.error?.issues ?? [], t);
    form.report(issues);
    if (!body.success || issues.length > 0) return;

    setBusy(true);
    try {
      const answer = await createKey(body.data);
      setIssued(answer);
      void announce(answer.data.id);
    } catch (error) {
      form.fail(error);
    } finally {
      setBusy(false);
    }
  };

  return {
    form,
    issued,
    guard,
    isBusy,
    submit: () => {
      if (!isBusy) void submit();
    },
  };
};

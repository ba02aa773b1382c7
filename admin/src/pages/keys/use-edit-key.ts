import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { type Key, updateKeyBody } from '../../../../contracts/keys';
import { type Failure, failureOf } from '../../api/failure';
import { useUpdateAccessKeyMutation } from '../../api/keys';
import { useLeaveGuard } from '../../hooks/use-leave-guard';
import { useReturn } from '../../hooks/use-return';
import { useT } from '../../translations/use-t';
import { keyFormOf, lacksDate, updateBodyOf } from './key-form-values';
import { keyPaths } from './paths';
import { useKeyForm } from './use-key-form';

/** State of the page that edits a key. `read` fetches what is stored now. */
export const useEditKey = (value: Key, read: () => Promise<Key | null>) => {
  const t = useT();
  const leave = useReturn(keyPaths.detail(value.id));
  const { toggleNotification } = useNotification();
  const form = useKeyForm(keyFormOf(value));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [update, { isLoading: isBusy }] = useUpdateAccessKeyMutation();
  const guard = useLeaveGuard(form.isDirty);

  const submit = async () => {
    const body = updateKeyBody.safeParse(
      updateBodyOf(form.values, form.changed, Date.now(), value.revision),
    );
    const issues = [
      ...(body.error?.issues ?? []),
      ...(lacksDate(form.values.expiry)
        ? [{ path: ['expiresAt'], message: t('key.expiry.missing') }]
        : []),
    ];
    form.report(issues);
    setFailure(null);
    if (!body.success || issues.length > 0) return;
    try {
      const answer = await update({ id: value.id, changes: body.data }).unwrap();
      toggleNotification({
        type: 'success',
        message: t('key.saved', { name: answer.data.name }),
      });
      guard.release();
      leave();
    } catch (error) {
      const reason = failureOf(error);
      setFailure(reason);
      form.report(reason.issues);
    }
  };

  const reload = async () => {
    const stored = await read();
    if (stored === null) return;
    form.rebase(keyFormOf(stored));
    setFailure(null);
  };

  return {
    form,
    failure,
    guard,
    isBusy,
    submit: () => {
      if (!isBusy) void submit();
    },
    reload: () => void reload(),
  };
};

import { useNotification } from '@strapi/strapi/admin';
import { type Key, updateKeyBody } from '../../../../contracts/keys';
import { sentenceOf } from '../../../../contracts/sentences';
import { useUpdateAccessKeyMutation } from '../../api/keys';
import { useLeaveGuard } from '../../hooks/use-leave-guard';
import { useReturn } from '../../hooks/use-return';
import { useT } from '../../translations/use-t';
import { keyFormIssues } from './key-form-issues';
import { type KeyFormValues, keyFormOf, updateBodyOf } from './key-form-values';
import { keyPaths } from './paths';
import { useKeyForm } from './use-key-form';

/**
 * State of the page that edits a key.
 *
 * @param typed - What stands in the form as if it had been typed.
 * @param read - Fetches what is stored now.
 */
export const useEditKey = (
  value: Key,
  typed: Partial<KeyFormValues> | undefined,
  read: () => Promise<Key | null>,
) => {
  const t = useT();
  const leave = useReturn(keyPaths.detail(value.id));
  const { toggleNotification } = useNotification();
  const form = useKeyForm(keyFormOf(value), typed);
  const [update, { isLoading: isBusy }] = useUpdateAccessKeyMutation();
  const guard = useLeaveGuard(form.isDirty);

  const leaveForGood = () => {
    guard.release();
    leave();
  };

  const submit = async () => {
    const body = updateKeyBody.safeParse(
      updateBodyOf(form.values, form.changed, Date.now(), value.revision),
      { error: sentenceOf },
    );
    const issues = keyFormIssues(form.values, body.error?.issues ?? [], t);
    form.report(issues);
    if (!body.success || issues.length > 0) return;
    try {
      const answer = await update({ id: value.id, changes: body.data }).unwrap();
      toggleNotification({
        type: 'success',
        message: t('key.saved', { name: answer.data.name }),
      });
      leaveForGood();
    } catch (error) {
      form.fail(error);
    }
  };

  const reload = async () => {
    const stored = await read();
    if (stored === null) return;
    form.rebase(keyFormOf(stored));
    form.dismiss();
  };

  return {
    form,
    guard,
    isBusy,
    submit: () => {
      if (!isBusy) void submit();
    },
    reload: () => void reload(),
    leave: leaveForGood,
  };
};

import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { type Failure, failureOf } from '../../api/failure';
import {
  useDeleteAccessKeyMutation,
  useLazyReadAccessKeyQuery,
  useRevokeAccessKeyMutation,
} from '../../api/keys';
import { useT } from '../../translations/use-t';
import { type KeyEnding } from './key-ending-dialog';

/** State of the dialog that revokes or deletes a key. */
export const useKeyEnding = ({ how, target: seen }: KeyEnding, onDone: () => void) => {
  const t = useT();
  const { toggleNotification } = useNotification();
  const [target, setTarget] = useState(seen);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isDone, setDone] = useState(false);
  const [revoke] = useRevokeAccessKeyMutation();
  const [remove] = useDeleteAccessKeyMutation();
  const [read] = useLazyReadAccessKeyQuery();

  const confirm = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await (
        how === 'revoke' ? revoke({ id: target.id, revision: target.revision }) : remove(target.id)
      ).unwrap();
      toggleNotification({ type: 'success', message: t(`key.${how}.done`, { name: target.name }) });
      setDone(true);
      onDone();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };

  const reload = async () => {
    try {
      const answer = await read(seen.id).unwrap();
      setTarget(answer.data);
      setFailure(null);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };

  return {
    target,
    failure,
    isBusy,
    isDone,
    confirm: () => void confirm(),
    reload: () => void reload(),
  };
};

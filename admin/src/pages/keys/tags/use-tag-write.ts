import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { type Failure, failureOf } from '../../../api/failure';

/** Runs one change of a tag: says what was done, or keeps why it was not. */
export const useTagWrite = () => {
  const { toggleNotification } = useNotification();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);

  const write = async (change: () => Promise<unknown>, done: string, after: () => void) => {
    setBusy(true);
    setFailure(null);
    try {
      await change();
      toggleNotification({ type: 'success', message: done });
      after();
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };

  return {
    failure,
    isBusy,
    write: (...args: Parameters<typeof write>) => void write(...args),
    forget: () => {
      setFailure(null);
    },
  };
};

import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useT } from '../translations/use-t';

/** Runs a download once at a time, and says so where it fails. */
export const useDownload = (run: () => Promise<void>) => {
  const t = useT();
  const { toggleNotification } = useNotification();
  const [isBusy, setBusy] = useState(false);

  const start = async () => {
    setBusy(true);
    try {
      await run();
    } catch {
      toggleNotification({ type: 'danger', message: t('download.failed') });
    } finally {
      setBusy(false);
    }
  };

  return { isBusy, start: () => void start() };
};

import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { useRef } from 'react';
import { useT } from '../translations/use-t';

interface CopyOptions {
  /** Called before the text is selected, so that there is the whole of it to select. */
  beforeSelecting: () => void;
}

/** Copies a text; where the browser gives no clipboard, selects it and says how to go on. */
export const useCopy = ({ beforeSelecting }: CopyOptions) => {
  const t = useT();
  const { copy: toClipboard } = useClipboard();
  const { toggleNotification } = useNotification();
  const lineRef = useRef<HTMLElement>(null);

  const copy = async (text: string) => {
    if (await toClipboard(text)) {
      toggleNotification({ type: 'success', message: t('copied') });
      return;
    }
    beforeSelecting();
    const line = lineRef.current;
    if (line !== null) window.getSelection()?.selectAllChildren(line);
    toggleNotification({ type: 'warning', message: t('copy-failed') });
  };

  return { lineRef, copy };
};

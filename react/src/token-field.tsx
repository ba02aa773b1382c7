import { useId, useRef } from 'react';
import type { MyToken } from '../../contracts/my-tokens';
import type { TextKey } from './texts';
import { useWording } from './wording';

interface TokenFieldProps {
  token: MyToken | null;
  /** Only right after it was issued. */
  clearText: string | null;
  onCopied: (text: TextKey) => void;
}

const toClipboard = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused, or absent as on a page without https.
    return false;
  }
};

/** The token as far as it may be shown; to be copied only right after it was issued. */
export const TokenField = ({ token, clearText, onCopied }: TokenFieldProps) => {
  const { t } = useWording();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);

  const copy = async (text: string) => {
    const isCopied = await toClipboard(text);
    if (!isCopied) {
      field.current?.focus();
      field.current?.select();
    }
    onCopied(isCopied ? 'copied-text' : 'copy-failed-text');
  };

  const label = t('copy-button-aria-label');
  return (
    <div className="api-access-token" {...(clearText === null ? {} : { 'data-issued': '' })}>
      <label htmlFor={id}>{t('text-field-label')}</label>{' '}
      <input
        id={id}
        ref={field}
        type="text"
        readOnly
        autoComplete="off"
        spellCheck={false}
        translate="no"
        placeholder={t('no-key-text')}
        value={clearText ?? token?.hint ?? ''}
      />{' '}
      {clearText === null ? null : (
        <button type="button" aria-label={label} onClick={() => void copy(clearText)}>
          {label}
        </button>
      )}
    </div>
  );
};

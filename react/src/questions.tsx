import { useState } from 'react';
import { type Expiry, instantOf, lifetimeDays, nextExpiry } from '../../contracts/expiry-choices';
import type { ExpiryPolicy } from '../../contracts/key-policy';
import type { MyToken } from '../../contracts/my-tokens';
import { ExpiryField } from './expiry-field';
import { Question } from './question';
import { useWording } from './wording';

interface RegenerateQuestionProps {
  token: MyToken;
  policy: ExpiryPolicy;
  onConfirm: (expiresAt: string | null) => void;
  onClose: () => void;
}

/** Says what stops, and asks until when the new token is to work. */
export const RegenerateQuestion = ({
  token,
  policy,
  onConfirm,
  onClose,
}: RegenerateQuestionProps) => {
  const { t } = useWording();
  const [expiry, setExpiry] = useState<Expiry>(() => nextExpiry(policy, token));
  return (
    <Question
      title={t('regenerate-title')}
      description={t('regenerate-description')}
      confirmLabel={t('regenerate-button-text')}
      onConfirm={() => {
        const expiresAt = instantOf(expiry, Date.now());
        if (expiresAt !== undefined) onConfirm(expiresAt);
      }}
      onClose={onClose}
    >
      <ExpiryField
        value={expiry}
        policy={policy}
        sameDays={lifetimeDays(token)}
        onChange={setExpiry}
      />
    </Question>
  );
};

interface DeleteQuestionProps {
  onConfirm: () => void;
  onClose: () => void;
}

export const DeleteQuestion = ({ onConfirm, onClose }: DeleteQuestionProps) => {
  const { t } = useWording();
  return (
    <Question
      title={t('delete-title')}
      description={t('delete-description')}
      confirmLabel={t('delete-button-text')}
      onConfirm={onConfirm}
      onClose={onClose}
    />
  );
};

import { useState } from 'react';
import { type Expiry, firstExpiry, instantOf } from '../../contracts/expiry-choices';
import { firstRoles } from '../../contracts/my-token-choices';
import type { CreateMyTokenInput, MyTokenRules } from '../../contracts/my-tokens';
import { ExpiryField } from './expiry-field';
import { RolesField } from './roles-field';
import { useWording } from './wording';

interface GenerateFormProps {
  rules: MyTokenRules;
  isBusy: boolean;
  onSubmit: (body: CreateMyTokenInput) => void;
}

/** Makes the token. */
export const GenerateForm = ({ rules, isBusy, onSubmit }: GenerateFormProps) => {
  const { t } = useWording();
  const [roles, setRoles] = useState(() => firstRoles(rules));
  const [expiry, setExpiry] = useState<Expiry>(() => firstExpiry(rules.expiry));

  return (
    <form
      className="api-access-generate"
      onSubmit={(event) => {
        event.preventDefault();
        const expiresAt = instantOf(expiry, Date.now());
        if (expiresAt !== undefined) onSubmit({ name: t('token-name'), roles, expiresAt });
      }}
    >
      {/* A single one is chosen already. */}
      {rules.roles.length > 1 ? (
        <RolesField roles={rules.roles} value={roles} onChange={setRoles} />
      ) : null}
      <ExpiryField value={expiry} policy={rules.expiry} onChange={setExpiry} />
      <button type="submit" aria-disabled={isBusy}>
        {t('generate-key-text')}
      </button>
    </form>
  );
};

import { useEffect, useRef } from 'react';
import type { MyTokenRules } from '../../contracts/my-tokens';
import { useWording } from './wording';

interface RolesFieldProps {
  roles: MyTokenRules['roles'];
  /** Ids. */
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** What the token may do, one or several of what is open to the user. */
export const RolesField = ({ roles, value, onChange }: RolesFieldProps) => {
  const { t } = useWording();
  const first = useRef<HTMLInputElement>(null);
  const fault = value.length === 0 ? t('roles-missing-text') : '';

  // No browser knows of itself that one of several boxes has to be ticked.
  useEffect(() => {
    first.current?.setCustomValidity(fault);
  }, [fault]);

  return (
    <fieldset className="api-access-roles">
      <legend>{t('roles-label')}</legend>
      {roles.map(({ id, name }, index) => (
        <label key={id}>
          <input
            ref={index === 0 ? first : undefined}
            type="checkbox"
            checked={value.includes(id)}
            onChange={({ target }) => {
              onChange(target.checked ? [...value, id] : value.filter((other) => other !== id));
            }}
          />{' '}
          {name}
        </label>
      ))}
    </fieldset>
  );
};

import { Button } from '@strapi/design-system';
import { CrossCircle } from '@strapi/icons';
import { useState } from 'react';
import type { ErrorCode } from '../../../../contracts/errors';
import type { Key } from '../../../../contracts/keys';
import type { Failure } from '../../api/failure';
import type { Can } from '../../hooks/use-permissions';
import { useT } from '../../translations/use-t';
import { actionsOn } from './key-actions';
import { type KeyEnding, KeyEndingDialog } from './key-ending-dialog';

/** Codes of those who may not issue a key: its name or its roles are beyond them. */
const BARRED: ReadonlySet<ErrorCode | null> = new Set<ErrorCode>([
  'name_not_allowed',
  'role_not_assignable',
  'roles_not_permitted',
  'not_owner',
]);

interface RevokeInsteadProps {
  value: Key;
  failure: Failure | null;
  can: Can;
  /** Called right before the key is gone from where one is. */
  onDone: () => void;
}

/** Who may not issue a token can still stop it. */
export const RevokeInstead = ({ value, failure, can, onDone }: RevokeInsteadProps) => {
  const t = useT();
  const [ending, setEnding] = useState<KeyEnding | null>(null);
  if (failure === null || !BARRED.has(failure.code) || !actionsOn(value, can).revoke) return null;
  return (
    <>
      <Button
        variant="danger-light"
        startIcon={<CrossCircle />}
        onClick={() => {
          setEnding({ how: 'revoke', target: value });
        }}
      >
        {t('key.revoke.instead')}
      </Button>
      <KeyEndingDialog
        ending={ending}
        onClose={() => {
          setEnding(null);
        }}
        onDone={onDone}
      />
    </>
  );
};

import { useState } from 'react';
import { type Expiry, firstExpiry, instantOf } from '../../../../contracts/expiry-choices';
import { firstRoles } from '../../../../contracts/my-token-choices';
import {
  createMyTokenBody,
  type IssuedMyToken,
  type MyTokenRules,
} from '../../../../contracts/my-tokens';
import { sentenceOf } from '../../../../contracts/sentences';
import { createMyToken } from '../../api/issue-token';
import { useDraft } from '../../hooks/use-draft';
import { useFieldErrors } from '../../hooks/use-field-errors';
import { useT } from '../../translations/use-t';

interface NewTokenValues {
  readonly name: string;
  /** Ids. */
  readonly roles: readonly string[];
  readonly expiry: Expiry;
}

/** Where the contract calls a field otherwise than the form does. */
const pathOf = (name: keyof NewTokenValues) => (name === 'expiry' ? 'expiresAt' : name);

/** The form that makes a token: what is typed, and what is wrong with it. */
export const useNewToken = (
  rules: MyTokenRules,
  name: string,
  onIssued: (issued: IssuedMyToken) => void,
) => {
  const t = useT();
  const { values, set, isDirty } = useDraft<NewTokenValues>({
    name,
    roles: firstRoles(rules),
    expiry: firstExpiry(rules.expiry),
  });
  const errors = useFieldErrors();
  const [isBusy, setBusy] = useState(false);

  const submit = async () => {
    const expiresAt = instantOf(values.expiry, Date.now());
    const body = createMyTokenBody.safeParse(
      { name: values.name, roles: [...values.roles], expiresAt },
      { error: sentenceOf },
    );
    const issues = [
      ...(body.error?.issues ?? []),
      ...(values.roles.length === 0 ? [{ path: ['roles'], message: t('my.roles.missing') }] : []),
      ...(expiresAt === undefined
        ? [{ path: ['expiresAt'], message: t('key.expiry.missing') }]
        : []),
    ];
    errors.report(issues);
    if (!body.success || issues.length > 0) return;

    setBusy(true);
    try {
      const issued = await createMyToken(body.data);
      setBusy(false);
      onIssued(issued);
    } catch (error) {
      errors.fail(error);
      setBusy(false);
    }
  };

  return {
    values,
    isDirty,
    isBusy,
    failure: errors.failure,
    reports: errors.reports,
    errorOf: (field: keyof NewTokenValues) => errors.errorOf(pathOf(field)),
    set: <Name extends keyof NewTokenValues>(field: Name, value: NewTokenValues[Name]) => {
      set(field, value);
      errors.clear(pathOf(field));
    },
    submit: () => {
      if (!isBusy) void submit();
    },
  };
};

export type NewTokenForm = ReturnType<typeof useNewToken>;

import { Box, MultiSelect, MultiSelectOption, Typography } from '@strapi/design-system';
import { useListAllAccessRolesQuery } from '../../api/roles';
import { FormField } from '../../components/form-field';
import { Notice } from '../../components/notice';
import { useFormats } from '../../hooks/use-formats';
import { useT } from '../../translations/use-t';
import { RolesPreview } from './roles-preview';

interface RolesFieldProps {
  value: readonly string[];
  error: string | undefined;
  isAllowed: boolean;
  isNewKey: boolean;
  onChange: (roles: readonly string[]) => void;
}

/** API roles of a key, and what they open; absent, with the reason, without the permission. */
export const RolesField = ({ isAllowed, isNewKey, ...field }: RolesFieldProps) => {
  const t = useT();
  return isAllowed ? (
    <RolesSelect {...field} />
  ) : (
    <Box>
      <Typography variant="pi" fontWeight="bold" textColor="neutral800" tag="p">
        {t('key.roles')}
      </Typography>
      <Box paddingTop={1}>
        <Notice kind="info">
          {t(isNewKey ? 'key.roles.not-permitted.new' : 'key.roles.not-permitted')}
        </Notice>
      </Box>
    </Box>
  );
};

const RolesSelect = ({
  value,
  error,
  onChange,
}: Omit<RolesFieldProps, 'isAllowed' | 'isNewKey'>) => {
  const t = useT();
  const { data: roles, isLoading, isError } = useListAllAccessRolesQuery(undefined);
  const { list } = useFormats();
  const chosen = (roles ?? []).filter((role) => value.includes(role.id));
  return (
    <>
      <FormField
        name="roles"
        label={t('key.roles')}
        hint={t(
          (roles ?? []).every(({ assignable }) => assignable)
            ? 'key.roles.hint'
            : 'key.roles.hint.some',
        )}
        error={isError ? t('key.roles.unavailable') : error}
      >
        <MultiSelect
          placeholder={t('key.roles.placeholder')}
          clearLabel={t('key.roles.clear')}
          customizeContent={() => list(chosen.map((role) => role.name))}
          loading={isLoading}
          value={[...value]}
          onChange={onChange}
          onClear={() => {
            onChange([]);
          }}
        >
          {(roles ?? []).map((role) => (
            <MultiSelectOption
              key={role.id}
              value={role.id}
              // What is held already can be taken away.
              disabled={!role.assignable && !value.includes(role.id)}
            >
              {role.assignable ? role.name : t('key.roles.not-assignable', { role: role.name })}
            </MultiSelectOption>
          ))}
        </MultiSelect>
      </FormField>
      {chosen.some(({ assignable }) => !assignable) ? (
        <Notice kind="warning">
          {t('key.roles.beyond', {
            roles: list(chosen.filter(({ assignable }) => !assignable).map(({ name }) => name)),
          })}
        </Notice>
      ) : null}
      <RolesPreview roles={chosen} />
    </>
  );
};

import { Box, Flex, IconButton, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import { type ReactNode, useEffect, useRef } from 'react';
import { FormField } from '../../components/form-field';
import { useT } from '../../translations/use-t';

interface AdminRoleCardProps {
  /** What a screen reader calls the card. */
  label: string;
  name: string;
  removeLabel: string;
  value: string;
  /** Those that no other card has. */
  roles: readonly { readonly id: string; readonly name: string }[];
  error: string | undefined;
  /** It has just been added. */
  takesFocus: boolean;
  onChange: (id: string) => void;
  onRemove: () => void;
  children: ReactNode;
}

/** What holds for one admin role. */
export const AdminRoleCard = ({
  label,
  name,
  removeLabel,
  value,
  roles,
  error,
  takesFocus,
  onChange,
  onRemove,
  children,
}: AdminRoleCardProps) => {
  const t = useT();
  const card = useRef<HTMLDivElement>(null);
  const wasAdded = useRef(takesFocus);
  useEffect(() => {
    if (wasAdded.current) card.current?.querySelector<HTMLElement>('[role=combobox]')?.focus();
  }, []);
  return (
    <Box ref={card} role="group" aria-label={label} borderColor="neutral200" hasRadius padding={4}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex gap={4} alignItems="flex-end" justifyContent="space-between">
          <Box width="100%" maxWidth="36rem">
            <FormField name={name} label={t('rules.admin-role')} error={error}>
              <SingleSelect
                value={value}
                onChange={(id) => {
                  onChange(String(id));
                }}
              >
                {roles.map((role) => (
                  <SingleSelectOption key={role.id} value={role.id}>
                    {role.name}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </FormField>
          </Box>
          <IconButton label={removeLabel} variant="ghost" onClick={onRemove}>
            <Trash />
          </IconButton>
        </Flex>
        {children}
      </Flex>
    </Box>
  );
};

import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { forwardRef } from 'react';

interface AddButtonProps {
  children: string;
  /** Why there is nothing to add; else it can be pressed. */
  reason: string | null;
  onClick: () => void;
}

export const AddButton = forwardRef<HTMLButtonElement, AddButtonProps>(function AddButton(
  { children, reason, onClick },
  ref,
) {
  return (
    <Flex gap={3} wrap="wrap">
      <Button
        ref={ref}
        variant="secondary"
        size="S"
        startIcon={<Plus />}
        disabled={reason !== null}
        onClick={onClick}
      >
        {children}
      </Button>
      {reason === null ? null : (
        <Typography variant="pi" textColor="neutral600">
          {reason}
        </Typography>
      )}
    </Flex>
  );
});

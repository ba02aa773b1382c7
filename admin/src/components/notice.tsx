import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, Information, WarningCircle } from '@strapi/icons';
import { type ReactNode } from 'react';

const LOOKS = {
  info: { Icon: Information, color: 'primary' },
  success: { Icon: CheckCircle, color: 'success' },
  warning: { Icon: WarningCircle, color: 'warning' },
  danger: { Icon: WarningCircle, color: 'danger' },
} as const;

interface NoticeProps {
  kind: keyof typeof LOOKS;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  /** Where it appears while one works: how a screen reader is told. */
  live?: 'status' | 'alert';
}

/** A banner that stays, where the design system's `Alert` always offers to close. */
export const Notice = ({ kind, title, children, action, live }: NoticeProps) => {
  const { Icon, color } = LOOKS[kind];
  return (
    <Flex
      background={`${color}100`}
      borderColor={`${color}200`}
      hasRadius
      padding={4}
      gap={3}
      alignItems="flex-start"
    >
      <Flex shrink={0} paddingTop="2px" aria-hidden>
        <Icon fill={`${color}600`} width="1.6rem" height="1.6rem" />
      </Flex>
      <Box role={live} flex="1">
        {title === undefined ? null : (
          <Typography tag="p" fontWeight="bold" textColor="neutral800">
            {title}
          </Typography>
        )}
        {children === undefined ? null : (
          <Typography tag="div" textColor="neutral800">
            {children}
          </Typography>
        )}
        {action === undefined ? null : <Box paddingTop={3}>{action}</Box>}
      </Box>
    </Flex>
  );
};

import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import { type ReactNode } from 'react';
import { isSoon } from '../../../../../contracts/expiry-choices';
import type { Key } from '../../../../../contracts/keys';
import { ActivityOfKey } from '../../../components/activity-list';
import { Mono } from '../../../components/mono';
import { Panel } from '../../../components/panel';
import { DateTime, RelativeTime } from '../../../components/time';
import { useFormats } from '../../../hooks/use-formats';
import { useNow } from '../../../hooks/use-now';
import type { Can } from '../../../hooks/use-permissions';
import { useT } from '../../../translations/use-t';
import { DenialsPart } from './denials-part';
import { PermissionsPart } from './permissions-part';
import { UsagePart } from './usage-part';

interface FigureProps {
  label: string;
  children: ReactNode;
  note?: ReactNode;
}

/** A label and what it stands for, right under an item of the grid that is their list. */
const Figure = ({ label, children, note }: FigureProps) => (
  <>
    <Typography tag="dt" variant="sigma" textColor="neutral600">
      {label}
    </Typography>
    <Box tag="dd" paddingTop={1} margin={0}>
      <Typography tag="div" variant="delta">
        {children}
      </Typography>
      {note === undefined ? null : (
        <Typography tag="div" variant="pi" textColor="neutral600">
          {note}
        </Typography>
      )}
    </Box>
  </>
);

interface ExpiryProps {
  value: Key;
}

const Expiry = ({ value }: ExpiryProps) => {
  const t = useT();
  const { relative } = useFormats();
  const now = useNow();
  const { expiresAt, status } = value;
  if (expiresAt === null) {
    return (
      <Figure label={t('key.expires-at')} note={t('key.expiry.never.hint')}>
        {t('key.never')}
      </Figure>
    );
  }
  const color = isSoon(expiresAt, now) && status !== 'revoked' ? 'warning700' : 'neutral600';
  return (
    <Figure
      label={t('key.expires-at')}
      note={
        <Typography variant="pi" textColor={color}>
          {relative(expiresAt, now)}
        </Typography>
      }
    >
      <DateTime value={expiresAt} />
    </Figure>
  );
};

const COLUMN = { col: 4, s: 6, xs: 12, direction: 'column', alignItems: 'stretch' } as const;

interface DetailMainProps {
  value: Key;
  can: Can;
}

/** What one comes to see: when the key ends, how it is used, and what it was refused. */
export const DetailMain = ({ value, can }: DetailMainProps) => {
  const t = useT();
  const { number } = useFormats();
  const { usage } = value;
  return (
    <Flex direction="column" alignItems="stretch" gap={{ initial: 4, medium: 6 }}>
      {value.description === null ? null : (
        <Panel title={t('key.description')}>
          <Typography style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {value.description}
          </Typography>
        </Panel>
      )}
      <Panel title={t('key.lifetime')}>
        <Grid.Root tag="dl" gap={4}>
          <Grid.Item {...COLUMN} col={6}>
            <Expiry value={value} />
          </Grid.Item>
          <Grid.Item {...COLUMN} col={6}>
            <Figure label={t('key.issued-at')} note={<RelativeTime value={value.issuedAt} />}>
              <DateTime value={value.issuedAt} />
            </Figure>
          </Grid.Item>
        </Grid.Root>
      </Panel>
      <Panel title={t('key.use')}>
        <Grid.Root tag="dl" gap={4}>
          <Grid.Item {...COLUMN}>
            <Figure label={t('key.use.allowed')}>{number(usage.allowed)}</Figure>
          </Grid.Item>
          <Grid.Item {...COLUMN}>
            <Figure label={t('key.use.denied')}>{number(usage.denied)}</Figure>
          </Grid.Item>
          <Grid.Item {...COLUMN}>
            <Figure
              label={t('key.last-used')}
              note={
                usage.lastAddress === null ? undefined : (
                  <>
                    {t('key.use.from')} <Mono textColor="neutral600">{usage.lastAddress}</Mono>
                  </>
                )
              }
            >
              {usage.lastUsedAt === null ? (
                t('key.never')
              ) : (
                <RelativeTime value={usage.lastUsedAt} />
              )}
            </Figure>
          </Grid.Item>
        </Grid.Root>
      </Panel>
      <UsagePart value={value} />
      <DenialsPart value={value} can={can} />
      {can('get-role') ? <PermissionsPart value={value} /> : null}
      <Panel title={t('key.activity')}>
        <ActivityOfKey keyId={value.id} />
      </Panel>
    </Flex>
  );
};

import { Button, Flex, Link as TextLink, Typography } from '@strapi/design-system';
import { CrossCircle } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import type { KeyDetail, RelatedKey } from '../../../../../contracts/keys';
import { failureOf } from '../../../api/failure';
import { useLazyReadAccessKeyQuery } from '../../../api/keys';
import { Panel } from '../../../components/panel';
import { StatusBadge } from '../../../components/status-badge';
import { useFailureText } from '../../../hooks/use-failure-text';
import { useFormats } from '../../../hooks/use-formats';
import { useNow } from '../../../hooks/use-now';
import { useT } from '../../../translations/use-t';
import type { KeyEnding } from '../key-ending-dialog';
import { keyPaths } from '../paths';

interface ReplacementPanelProps {
  value: KeyDetail;
  mayRevoke: boolean;
  onEnd: (ending: KeyEnding) => void;
}

/** The keys before and after this one, and which of them is in use. */
export const ReplacementPanel = ({ value, mayRevoke, onEnd }: ReplacementPanelProps) => {
  const t = useT();
  const { toggleNotification } = useNotification();
  const textOf = useFailureText();
  const [read, { isFetching }] = useLazyReadAccessKeyQuery();
  const { replaces, replacedBy, usage } = value;
  if (replaces === null && replacedBy.length === 0) return null;

  // The dialog has to say who is hit, which the other key's own answer tells.
  const revokeOld = async (id: string) => {
    try {
      const { data } = await read(id).unwrap();
      onEnd({ how: 'revoke', target: data });
    } catch (error) {
      toggleNotification({ type: 'danger', message: textOf(failureOf(error)) });
    }
  };

  return (
    <Panel title={t('key.replacement')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        {replaces === null ? null : (
          <Related
            label={t('key.replacement.replaces')}
            related={replaces}
            ownUse={usage.lastUsedAt}
            isBusy={isFetching}
            onRevoke={
              mayRevoke && replaces.status !== 'revoked'
                ? () => void revokeOld(replaces.id)
                : undefined
            }
          />
        )}
        {replacedBy.map((related) => (
          <Related
            key={related.id}
            label={t('key.replacement.replaced-by')}
            related={related}
            ownUse={usage.lastUsedAt}
            isBusy={false}
            onRevoke={
              mayRevoke && value.status !== 'revoked' && related.status === 'active'
                ? () => {
                    onEnd({ how: 'revoke', target: value });
                  }
                : undefined
            }
          />
        ))}
      </Flex>
    </Panel>
  );
};

interface RelatedProps {
  label: string;
  related: RelatedKey;
  /** When the key of this page was used last. */
  ownUse: string | null;
  isBusy: boolean;
  onRevoke: (() => void) | undefined;
}

const Related = ({ label, related, ownUse, isBusy, onRevoke }: RelatedProps) => {
  const t = useT();
  const { relative } = useFormats();
  const now = useNow();
  const when = (instant: string | null) =>
    instant === null ? t('key.replacement.never') : relative(instant, now);
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {label}
      </Typography>
      <Flex gap={2} wrap="wrap">
        <TextLink tag={Link} to={keyPaths.detail(related.id)}>
          {related.name}
        </TextLink>
        <StatusBadge status={related.status} />
      </Flex>
      <Typography tag="p">
        {t('key.replacement.use', { other: when(related.lastUsedAt), own: when(ownUse) })}
      </Typography>
      {onRevoke === undefined ? null : (
        <Button
          variant="danger-light"
          size="S"
          startIcon={<CrossCircle />}
          loading={isBusy}
          onClick={onRevoke}
        >
          {t('key.replacement.revoke-old')}
        </Button>
      )}
    </Flex>
  );
};

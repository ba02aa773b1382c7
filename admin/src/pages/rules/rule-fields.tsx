import { Flex, Grid, Textarea } from '@strapi/design-system';
import { useState } from 'react';
import type { Settings } from '../../../../contracts/settings';
import { FormField } from '../../components/form-field';
import type { ErrorOf } from '../../hooks/use-field-errors';
import { useFormats } from '../../hooks/use-formats';
import { useT } from '../../translations/use-t';
import { Cell, TextField } from './fields';
import { PatternMark } from './pattern-mark';
import { RuleResults } from './rule-results';
import { useRuleTest } from './use-rule-test';

type Rule = Settings['namingRules'][number];

interface RuleFieldsProps {
  /** Path of the rule, by which faults find it. */
  path: string;
  rule: Rule;
  errorOf: ErrorOf;
  onChange: (fields: Partial<Rule>) => void;
}

/** Pattern and example of a rule, with what the pattern says as one types. */
export const RuleFields = ({ path, rule, errorOf, onChange }: RuleFieldsProps) => {
  const t = useT();
  const { number } = useFormats();
  const [tried, setTried] = useState('');
  const { fault, example, names } = useRuleTest(rule.pattern, rule.example, tried);
  const place = fault?.at ?? null;
  const live =
    fault === null || place === null
      ? fault?.message
      : t('rules.pattern.fault-at', { message: fault.message, at: number(place + 1) });
  return (
    <Grid.Root gap={4}>
      <Cell>
        <Flex direction="column" alignItems="stretch" gap={4} width="100%">
          <Flex direction="column" alignItems="stretch" gap={2}>
            <TextField
              name={`${path}.pattern`}
              label={t('rules.pattern')}
              hint={t('rules.pattern.hint')}
              error={live ?? errorOf(`${path}.pattern`)}
              value={rule.pattern}
              onChange={(pattern) => {
                onChange({ pattern });
              }}
            />
            {place === null ? null : <PatternMark pattern={rule.pattern} at={place} />}
          </Flex>
          <TextField
            name={`${path}.example`}
            label={t('rules.example')}
            hint={t('rules.example.hint')}
            error={example === false ? t('rules.example.mismatch') : errorOf(`${path}.example`)}
            value={rule.example}
            onChange={(text) => {
              onChange({ example: text });
            }}
          />
        </Flex>
      </Cell>
      <Cell>
        <Flex direction="column" alignItems="stretch" gap={2} width="100%">
          <FormField name={`${path}.try`} label={t('rules.try')} hint={t('rules.try.hint')}>
            <Textarea
              value={tried}
              onChange={(event) => {
                setTried(event.target.value);
              }}
            />
          </FormField>
          <RuleResults names={names} />
        </Flex>
      </Cell>
    </Grid.Root>
  );
};
